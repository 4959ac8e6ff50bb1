/**
 * The reader's plan: the questions that matter most for the job, as many as the reader has time
 * for. It is stored in the settings as codes (`planCodes`), next to the interview date.
 */
import { cardId, type SettingsRecord } from '../progress/records.ts';
import { dayNumber, readDay } from '../review/days.ts';
import type { Study } from '../review/due-day.ts';
import { type Forecast, forecast } from '../review/forecast.ts';
import type { DeckEntry } from '../review/new-cards.ts';
import type { QueueInput } from '../review/queue.ts';

/** The range of days until the interview that readers can choose from. */
export const daysRange = { min: 1, max: 30 } as const;

/** The number of days for readers who don't have a date yet. */
export const defaultDays = 9;

type PlanStudy = Pick<Study, 'now' | 'offsetAt'> & {
  readonly settings: Pick<SettingsRecord, 'planCodes' | 'interviewOn'>;
};

/** True if there is a plan. It lasts through the day of the interview. */
export function hasPlan({ settings, now, offsetAt }: PlanStudy): boolean {
  const day = readDay(settings.interviewOn ?? '');
  const isAhead = day !== undefined && dayNumber(now, offsetAt) <= day;
  return isAhead && (settings.planCodes ?? []).length > 0;
}

/**
 * Returns the questions in the plan, most important first. If there is no plan, or if none of its
 * questions is left, returns the whole deck. Leaves out codes that the guide no longer has.
 */
export function deckOfPlan(deck: readonly DeckEntry[], study: PlanStudy): readonly DeckEntry[] {
  if (!hasPlan(study)) return deck;
  const entries = new Map(deck.map((entry) => [entry.id, entry]));
  const planned = (study.settings.planCodes ?? []).flatMap(
    (code) => entries.get(cardId('question', code)) ?? [],
  );
  return planned.length > 0 ? planned : deck;
}

export interface PlanSize {
  /** How many questions are in the plan: as many as fit, unless the reader chose the number. */
  readonly count: number;
  readonly forecast: Forecast;
}

/**
 * Returns how many questions the reader can prepare before the interview within the daily minutes.
 * The number depends on the schedule, which must not leave any question out and must ask each one
 * on two days (or on one, if there is only one day). An earlier answer counts as one of the two
 * days. The result is at least one, because the first day always has time for that, unless the deck
 * is empty.
 *
 * @param input has the deck in order of importance, and the plan's date and minutes
 * @param kept the number of questions, if the reader has chosen it, whether they fit or not
 */
export function planSize(input: QueueInput, kept?: number): PlanSize {
  const cards = new Map(input.cards.map((card) => [card.id, card]));
  const run = (count: number) => forecast({ ...input, deck: input.deck.slice(0, count) });
  const fits = (count: number): boolean => {
    const { unstarted, answeredOn, days } = run(count);
    const needed = Math.min(2, days.length);
    const timesOf = ({ id }: DeckEntry): number =>
      (answeredOn.get(id) ?? []).length + ((cards.get(id)?.reps ?? 0) > 0 ? 1 : 0);
    return unstarted === 0 && input.deck.slice(0, count).every((entry) => timesOf(entry) >= needed);
  };
  if (kept !== undefined) return { count: kept, forecast: run(kept) };
  let count = Math.min(1, input.deck.length);
  let tooMany = input.deck.length + 1;
  while (tooMany - count > 1) {
    const middle = Math.floor((count + tooMany) / 2);
    if (fits(middle)) count = middle;
    else tooMany = middle;
  }
  return { count, forecast: run(count) };
}
