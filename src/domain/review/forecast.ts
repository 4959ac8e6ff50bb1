import type { CardId, CardRecord } from '../progress/records.ts';
import { dayLength, dayName, dayNumber, startOfDay } from './days.ts';
import { interviewAhead, isEve } from './due-day.ts';
import { newCard, reviewCard } from './fsrs.ts';
import type { DeckEntry } from './new-cards.ts';
import { buildQueue, type QueueInput } from './queue.ts';

export interface DayPlan {
  /** `YYYY-MM-DD` in the reader's time zone. */
  readonly day: string;
  /** Number of reviews. Each card counts once. */
  readonly due: number;
  readonly new: number;
  /** Minutes for answering and checking the cards, rounded. */
  readonly minutes: number;
  /** True on the day before the interview, which has a short plan. Only for questions. */
  readonly isEve?: true;
}

export interface Forecast {
  /**
   * The days from today to the day before the interview, at most 120. If there is no date, the next
   * 30 days. Days without cards are included.
   */
  readonly days: readonly DayPlan[];
  /** The deck's cards after the last day if the reader follows the plan. */
  readonly cards: readonly CardRecord[];
  /**
   * How many cards in the deck the plan never gets to, because of the reader's limit or because
   * there are too few days.
   */
  readonly unstarted: number;
  /** The days on which each card is answered, as indexes in `days`. */
  readonly answeredOn: ReadonlyMap<CardId, readonly number[]>;
}

const daysWithoutDate = 30;

/**
 * Maximum number of days. Anything longer would be guesswork, and a typo in the year could make the
 * plan endless.
 */
const maxDays = 120;

/**
 * Forecasts the coming days. Assumes that the reader answers the whole queue every day, and that
 * each answer is "good." (Worse answers lead to more reviews.) The first day is the rest of today,
 * with the same numbers as the queue.
 */
export function forecast(input: QueueInput): Forecast {
  const { settings, now, offsetAt } = input;
  const today = dayNumber(now, offsetAt);
  const interview = interviewAhead(settings.interviewOn, now, offsetAt);
  const length = interview === undefined ? daysWithoutDate : interview.day - today;
  const ids = new Set(input.deck.map(({ id }) => id));
  const inDeck = input.cards.filter(({ id }) => ids.has(id));
  const cards = new Map(inDeck.map((card) => [card.id, card]));
  const days: DayPlan[] = [];
  const answeredOn = new Map<CardId, readonly number[]>();
  for (let day = today; day < today + Math.min(length, maxDays); day += 1) {
    const isToday = day === today;
    const at = isToday ? now : startOfDay(day, offsetAt) + dayLength / 2;
    const onDay: QueueInput = {
      ...input,
      cards: [...cards.values()],
      now: at,
      ...(!isToday && { startedToday: 0 }),
      ...(!isToday && input.minutesToday !== undefined && { minutesToday: 0 }),
    };
    const { ids, counts } = buildQueue(onDay);
    for (const id of ids) {
      cards.set(id, answeredWell(cards.get(id) ?? newCard(id, at), at, input));
      answeredOn.set(id, [...(answeredOn.get(id) ?? []), day - today]);
    }
    const minutes = minutesOf(ids, input.deck);
    const eve = input.minutesToday !== undefined && isEve(onDay) ? { isEve: true as const } : {};
    days.push({ day: dayName(day), due: counts.due, new: counts.new, minutes, ...eve });
  }
  const all = [...cards.values()];
  const started = all.filter(({ state }) => state !== 'new').length;
  return { days, cards: all, unstarted: input.deck.length - started, answeredOn };
}

export function minutesOf(ids: readonly CardId[], deck: readonly DeckEntry[]): number {
  const wanted = new Set(ids);
  const cards = deck.filter(({ id }) => wanted.has(id));
  return Math.round(cards.reduce((sum, { minutes }) => sum + minutes, 0));
}

/** Returns the card after a good answer and any learning steps that follow. */
function answeredWell(card: CardRecord, at: number, input: QueueInput): CardRecord {
  const { settings, offsetAt } = input;
  const { interviewOn } = settings;
  const outcome = reviewCard(card, 'good', at, { interviewOn, offsetAt });
  // If the card can't be reviewed, leave it unchanged. The reader will see the reason when
  // answering it.
  if ('problem' in outcome) return card;
  const next = outcome.card;
  return next.state === 'review' ? next : answeredWell(next, next.due, input);
}
