import type { CardId, Deck, ReviewRecord } from '../progress/records.ts';
import { dayNumber, type OffsetAt } from './days.ts';
import { interviewAhead, type Study } from './due-day.ts';

/** A card of a deck with its groups. A deck is in guide order. */
export interface DeckEntry {
  readonly id: CardId;
  /** Level of the question. Null for a term. */
  readonly level: string | null;
  readonly topics: readonly string[];
  /** Minutes for answering and checking it. */
  readonly minutes: number;
}

/**
 * Number of days before the interview without new cards, so that the last new cards can be
 * repeated.
 */
const daysToReturn = 3;

/**
 * Returns how many more cards of a deck may be started today.
 *
 * This is the reader's `newPerDay`, or more if the interview requires it: enough, in equal daily
 * numbers, to start every card at least four days before. 0 per day means none, regardless of the
 * date.
 *
 * @param unseen number of cards of the deck that were never answered
 * @param startedToday see `countStarted`
 */
export function newToday(
  { settings, now, offsetAt }: Study,
  unseen: number,
  startedToday: number,
): number {
  if (settings.newPerDay === 0) return 0;
  const interview = interviewAhead(settings.interviewOn, now, offsetAt);
  const left = interview === undefined ? Infinity : interview.day - dayNumber(now, offsetAt);
  const pace = Math.ceil((unseen + startedToday) / Math.max(1, left - daysToReturn));
  return Math.max(0, Math.max(settings.newPerDay, pace) - startedToday);
}

/** Counts the cards of a deck that were answered for the first time today. */
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

/** Returns the minutes of practice with a deck today. */
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
