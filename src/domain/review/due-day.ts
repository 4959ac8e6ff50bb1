/**
 * How cards become due before the interview.
 *
 * FSRS computes when a card is due. If an interview is coming up, `dueAsReviewed` makes that moment
 * earlier when the card is reviewed, and the record stores it as `due`:
 * 1. A card is due after at most half of the remaining time. So a card first seen two or more days
 *    before the interview is seen on at least two days.
 * 2. On the day before, no other day remains, so the card is due when the interview day starts.
 * 3. The same applies to a card that was seen on an earlier day and is reviewed in the last two to
 *    six days before the interview, depending on its id. Halving to the end would repeat all cards
 *    on each of the last three days: 50 of 50 on the day before in a simulation, compared with 6
 *    under this rule, which costs 1.7 points of recall.
 *
 * A record stores FSRS's own interval in `scheduledDays`. So `dueAsPlanned` is correct for readers
 * who set, move, or remove their date later, and records need not be rewritten.
 */

import type { CardRecord, SettingsRecord } from '../progress/records.ts';
import { shortHash } from '../words/short-hash.ts';
import { dayLength, dayNumber, type OffsetAt, readDay, startOfDay } from './days.ts';

export interface Study {
  /** The settings. Their `at` is when they were last changed. */
  readonly settings: Pick<SettingsRecord, 'interviewOn' | 'newPerDay' | 'minutesPerDay' | 'at'>;
  /** The current time, in milliseconds. */
  readonly now: number;
  readonly offsetAt: OffsetAt;
}

export interface Interview {
  /** The day of the interview as a number, see `days.ts`. */
  readonly day: number;
  /** When that day starts in the reader's time zone. */
  readonly start: number;
}

/** Returns the interview, or undefined if there is no valid date, or once its day has started. */
export function interviewAhead(
  on: string | null | undefined,
  now: number,
  offsetAt: OffsetAt,
): Interview | undefined {
  const day = readDay(on ?? '');
  if (day === undefined || dayNumber(now, offsetAt) >= day) return undefined;
  return { day, start: startOfDay(day, offsetAt) };
}

export const eveTitle = 'The night before';

export function isEve({ settings, now, offsetAt }: Study): boolean {
  return interviewAhead(settings.interviewOn, now, offsetAt)?.day === dayNumber(now, offsetAt) + 1;
}

/**
 * Returns the moment for which recall is predicted: the start of the interview day or, without one,
 * now.
 */
export function recallMoment({ settings, now, offsetAt }: Study): number {
  return interviewAhead(settings.interviewOn, now, offsetAt)?.start ?? now;
}

/**
 * Returns the number of days before the interview in which a seen card need not be repeated: 2 to
 * 6.
 */
function lastStretch(id: string): number {
  return 2 + Math.floor(shareOf(id) * 5);
}

/**
 * Returns a number from 0 up to, but not including, 1, which spreads cards over days. It is always
 * the same for a card. The final steps of MurmurHash3 (https://github.com/aappleby/smhasher) mix
 * the hash, because ids that differ only in their last characters would get similar numbers.
 */
function shareOf(id: string): number {
  const hash = Number.parseInt(shortHash(id), 16);
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  const mixed = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}

function halfway(from: number, { start }: Interview): number {
  return from + Math.floor((start - from) / 2);
}

/**
 * Returns when a card that is reviewed now is due, given FSRS's own moment. It is never later than
 * the start of the interview day.
 *
 * @param before the card as it was before the review
 */
export function dueAsReviewed(
  own: number,
  before: CardRecord,
  now: number,
  interview: Interview,
  offsetAt: OffsetAt,
): number {
  const today = dayNumber(now, offsetAt);
  const left = interview.day - today;
  const wasSeen = before.lastReview !== null && dayNumber(before.lastReview, offsetAt) < today;
  const isLast = left <= 1 || (wasSeen && left <= lastStretch(before.id));
  return Math.min(own, isLast ? interview.start : halfway(now, interview));
}

/** Returns when the card would be due according to FSRS alone. */
function ownDue({ state, due, lastReview, scheduledDays }: CardRecord): number {
  return state === 'review' && lastReview !== null ? lastReview + scheduledDays * dayLength : due;
}

/**
 * Returns when a card is due with the reader's current settings. Everything but the scheduler uses
 * this instead of the stored `due`, which only reflects the interview date at the last review.
 *
 * If an interview was set later and the card is due after it, the card is moved to a day between
 * setting the date and the interview. The day depends on its id, so that an old deck isn't due all
 * at once.
 */
export function dueAsPlanned(card: CardRecord, { settings, now, offsetAt }: Study): number {
  const { lastReview } = card;
  // A review in the future means that a clock was wrong. The card would be gone for a long time.
  if (lastReview !== null && lastReview > now + dayLength) return now;
  const own = ownDue(card);
  const interview = interviewAhead(settings.interviewOn, now, offsetAt);
  if (interview === undefined || lastReview === null) return own;
  const planned = Math.min(own, Math.max(card.due, halfway(lastReview, interview)));
  if (planned <= interview.start) return planned;
  const from = Math.min(dayNumber(settings.at, offsetAt), interview.day - 1);
  return startOfDay(from + Math.floor(shareOf(card.id) * (interview.day - from)), offsetAt);
}
