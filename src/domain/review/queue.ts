import type { CardId, CardRecord, Progress } from '../progress/records.ts';
import { withinDailyLimit } from './daily-limit.ts';
import { dayNumber } from './days.ts';
import { dueAsPlanned, isEve, recallMoment, type Study } from './due-day.ts';
import { retrievability } from './fsrs.ts';
import { countStarted, type DeckEntry, minutesDone, neededToday, newToday } from './new-cards.ts';

/**
 * What the reader wants to practice. `today` is the plan: due cards and the day's new cards, within
 * the reader's daily limit (see `withinDay`). On the day before the interview, it is short (only
 * for questions): due cards, then the cards with the lowest recall. There are new cards only if all
 * cards are new. The other filters have no limit:
 * - `due`: due cards, and no new ones.
 * - `new`: all cards that have never been answered.
 * - `weak`: all answered cards. Those with the lowest recall on the interview day (or now, if there
 *   is none) come first.
 * - `level`, `topic`, `bookmarked`, `path`: the whole group. Due learning steps come first, then
 *   other due cards, new cards, learning steps that are due soon, and all others, weakest first.
 *   Within each of these parts, a path keeps its order.
 */
export type QueueFilter =
  | { readonly kind: 'today' | 'due' | 'new' | 'weak' }
  | { readonly kind: 'level' | 'topic'; readonly id: string }
  | { readonly kind: 'bookmarked' | 'path'; readonly ids: readonly CardId[] };

export interface QueueInput extends Study {
  readonly deck: readonly DeckEntry[];
  /** The reader's cards. Cards that aren't in `deck` are ignored. */
  readonly cards: readonly CardRecord[];
  /**
   * Number of questions (or terms) that were answered for the first time today (see
   * `countStarted`).
   */
  readonly startedToday: number;
  /**
   * Estimated minutes of today's practice so far (see `minutesDone`). Undefined for the glossary.
   */
  readonly minutesToday?: number;
  /**
   * True if the deck is the reader's plan. Its reviews don't take the time of its new cards,
   * because the plan says that the reader gets to all of them.
   */
  readonly isPlan?: boolean;
}

/**
 * Returns the input for the schedule. The time limit applies only to questions.
 * @param deck cards of one kind. An empty deck counts as questions.
 */
export function deckInput(
  deck: readonly DeckEntry[],
  { cards, reviews }: Pick<Progress, 'cards' | 'reviews'>,
  study: Study,
): QueueInput {
  const { now, offsetAt } = study;
  const kind = deck[0]?.id.startsWith('term:') === true ? 'term' : 'question';
  const startedToday = countStarted(reviews, kind, now, offsetAt);
  const input = { ...study, deck, cards, startedToday };
  if (kind === 'term') return input;
  return { ...input, minutesToday: minutesDone(reviews, deck, now, offsetAt) };
}

export interface Queue {
  readonly ids: readonly CardId[];
  readonly counts: {
    /**
     * Number of cards in the queue that are due, including learning steps in the next 20 minutes.
     * On the day before the interview, all old cards in the queue count.
     */
    readonly due: number;
    readonly new: number;
  };
  /** Number of today's cards that exceed the daily limit. 0 on the day before the interview. */
  readonly over: number;
}

/**
 * If a learning step is due this soon, it comes after the due and new cards, and the reader doesn't
 * have to wait for it. Anki calls this the "learn ahead limit."
 */
const learnAhead = 20 * 60_000;

const parts = ['step', 'due', 'new', 'step ahead', 'later'] as const;

interface Item {
  readonly entry: DeckEntry;
  readonly card: CardRecord | undefined;
  readonly part: (typeof parts)[number];
}

/** The same input always gives the same queue. */
export function buildQueue(input: QueueInput, filter: QueueFilter = { kind: 'today' }): Queue {
  const cards = new Map(input.cards.map((card) => [card.id, card]));
  const deck = input.deck.map((entry) => {
    const card = cards.get(entry.id);
    return { entry, card, part: partOf(card, input) };
  });
  const wantedItems = deck.filter((item) => belongs(item, filter));
  const group = inOrder(wantedItems, filter, input);
  const isShort = filter.kind === 'today' && input.minutesToday !== undefined && isEve(input);
  const wanted = isShort ? eveQueue(group, input) : plainQueue(group, deck, input, filter);
  const queue = filter.kind === 'today' ? withinDay(wanted, deck, input, isShort) : wanted;
  const fresh = queue.filter(isNew).length;
  const due = queue.filter(({ part }) => part !== 'new' && (isShort || part !== 'later')).length;
  return {
    ids: queue.map(({ entry }) => entry.id),
    counts: { due, new: fresh },
    over: isShort ? 0 : wanted.length - queue.length,
  };
}

/**
 * Returns the cards that fit in the day, in their order. In a plan, the new cards that the interview
 * requires today get their time first. Otherwise, a few low scores would lead to so many reviews that
 * the reader would never get to the last questions.
 */
function withinDay(
  wanted: readonly Item[],
  deck: readonly Item[],
  input: QueueInput,
  isShort: boolean,
): readonly Item[] {
  if (isShort || input.isPlan !== true) return withinDailyLimit(wanted, input, isShort);
  const needed = neededToday(input, deck.filter(isNew).length, input.startedToday);
  const first = wanted.filter(isNew).slice(0, needed);
  const rest = wanted.filter((item) => !first.includes(item));
  const fitting = withinDailyLimit([...first, ...rest], input, isShort);
  return wanted.filter((item) => fitting.includes(item));
}

function plainQueue(
  group: readonly Item[],
  deck: readonly Item[],
  input: QueueInput,
  filter: QueueFilter,
): readonly Item[] {
  const max = maxNew(filter, input, deck.filter(isNew).length);
  const unseen = new Set(group.filter(isNew).slice(0, max));
  return group.filter((item) => (isNew(item) ? unseen.has(item) : isShown(item, filter)));
}

/**
 * Returns the cards that weren't answered today, except new ones. If all cards are new, returns all
 * of them.
 */
function eveQueue(group: readonly Item[], { now, offsetAt }: QueueInput): readonly Item[] {
  const today = dayNumber(now, offsetAt);
  const wasToday = ({ card }: Item): boolean =>
    card?.lastReview != null && dayNumber(card.lastReview, offsetAt) === today;
  const seen = group.filter((item) => !isNew(item));
  return seen.length === 0 ? group : seen.filter((item) => !wasToday(item));
}

function partOf(card: CardRecord | undefined, study: Study): Item['part'] {
  if (card === undefined || card.state === 'new') return 'new';
  const { now, offsetAt } = study;
  const due = dueAsPlanned(card, study);
  if (card.state !== 'review') {
    if (due <= now) return 'step';
    return due <= now + learnAhead ? 'step ahead' : 'later';
  }
  // Compare days, not moments: from 8:00 today to 7:00 tomorrow counts as a day.
  const today = dayNumber(now, offsetAt);
  const wasToday = card.lastReview !== null && dayNumber(card.lastReview, offsetAt) === today;
  return dayNumber(due, offsetAt) <= today && !wasToday ? 'due' : 'later';
}

function isNew({ part }: Item): boolean {
  return part === 'new';
}

function belongs({ entry, part }: Item, filter: QueueFilter): boolean {
  switch (filter.kind) {
    case 'level':
      return entry.level === filter.id;
    case 'topic':
      return entry.topics.includes(filter.id);
    case 'bookmarked':
    case 'path':
      return filter.ids.includes(entry.id);
    case 'weak':
      return part !== 'new';
    default:
      return true;
  }
}

function isShown({ part }: Item, { kind }: QueueFilter): boolean {
  if (kind === 'new') return false;
  return part !== 'later' || (kind !== 'today' && kind !== 'due');
}

function maxNew({ kind }: QueueFilter, input: QueueInput, unseen: number): number {
  if (kind === 'due') return 0;
  return kind === 'today' ? newToday(input, unseen, input.startedToday) : unseen;
}

function inOrder(items: readonly Item[], filter: QueueFilter, study: Study): Item[] {
  const onTheDay = recallMoment(study);
  const placeOf = ({ entry, card, part }: Item): number => {
    if (filter.kind === 'path') return filter.ids.indexOf(entry.id);
    if (card === undefined || part === 'new') return 0;
    if (filter.kind === 'weak') return retrievability(card, onTheDay);
    if (part === 'step' || part === 'step ahead') return dueAsPlanned(card, study);
    return retrievability(card, part === 'due' ? study.now : onTheDay);
  };
  const rankOf = ({ part }: Item): number => (filter.kind === 'weak' ? 0 : parts.indexOf(part));
  return items
    .map((item) => ({ item, rank: rankOf(item), place: placeOf(item) }))
    .sort((a, b) => a.rank - b.rank || a.place - b.place)
    .map(({ item }) => item);
}
