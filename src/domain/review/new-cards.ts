import type { CardId, Deck, ReviewRecord } from '../progress/records.ts';
import { dayNumber, type OffsetAt } from './days.ts';
import { interviewAhead, type Study } from './due-day.ts';

export interface DeckEntry {
  readonly id: CardId;
  /** Level of the question, or null for a term. */
  readonly level: string | null;
  readonly topics: readonly string[];
  /** Minutes for answering the card and checking the answer. */
  readonly minutes: number;
}

/**
 * How many days before the interview are kept free of new cards, so that there is time to review
 * the last ones.
 */
const daysToReturn = 3;

/**
 * Returns how many more cards in a deck may be started today.
 *
 * The number is the reader's `newPerDay`, or more if the interview requires it (see `neededToday`).
 * If `newPerDay` is 0, there are none, regardless of the date.
 *
 * @param unseen how many cards in the deck have never been answered
 * @param startedToday see `countStarted`
 */
export function newToday(study: Study, unseen: number, startedToday: number): number {
  const { newPerDay } = study.settings;
  if (newPerDay === 0) return 0;
  return Math.max(0, newPerDay - startedToday, neededToday(study, unseen, startedToday));
}

/**
 * Returns how many more cards in a deck the interview requires today: equal daily numbers that are
 * large enough to start every card at least four days before the interview. Has the same parameters
 * as `newToday`.
 */
export function neededToday(
  { settings, now, offsetAt }: Study,
  unseen: number,
  startedToday: number,
): number {
  const interview = interviewAhead(settings.interviewOn, now, offsetAt);
  const daysLeft = interview === undefined ? Infinity : interview.day - dayNumber(now, offsetAt);
  const pace = Math.ceil((unseen + startedToday) / Math.max(1, daysLeft - daysToReturn));
  return Math.max(0, pace - startedToday);
}

/** Counts the cards in a deck that were answered for the first time today. */
export function countStarted(
  reviews: readonly ReviewRecord[],
  deck: Deck,
  now: number,
  offsetAt: OffsetAt,
): number {
  const today = dayNumber(now, offsetAt);
  const started = reviews.filter(
    ({ card, at, before }) =>
      card.startsWith(`${deck}:`) &&
      (before === null || before.state === 'new') &&
      dayNumber(at, offsetAt) === today,
  );
  return new Set(started.map(({ card }) => card)).size;
}

/** Returns the estimated minutes of practice with a deck today. */
export function minutesDone(
  reviews: readonly ReviewRecord[],
  deck: readonly DeckEntry[],
  now: number,
  offsetAt: OffsetAt,
): number {
  const today = dayNumber(now, offsetAt);
  const minutes = new Map(deck.map((entry) => [entry.id, entry.minutes]));
  return reviews
    .filter(({ at }) => dayNumber(at, offsetAt) === today)
    .reduce((sum, { card }) => sum + (minutes.get(card) ?? 0), 0);
}
