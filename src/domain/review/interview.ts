/**
 * How cards are brought back before the day of the interview.
 *
 * FSRS says when a card is due. With an interview ahead, `clampDue` moves that moment forward
 * when the card is reviewed, and the record keeps it in `due`:
 * 1. A card comes back after half of the remaining time at the latest. So what is first seen two
 *    or more days before the interview is seen on at least two days.
 * 2. On the eve there is no other day left: the card is due when the interview day begins.
 * 3. The same goes for a card that was seen on an earlier day and is reviewed in its last
 *    stretch, two to six days before the interview by its id. Halving to the end would bring back
 *    all cards on each of the last three days: 50 of 50 on the eve in `bench/review-simulation.ts`,
 *    with this rule 6, for 1.7 points of recall on the day.
 *
 * A record keeps FSRS's own interval in `scheduledDays`. So `plannedDue` has the right moment
 * for readers who set, move or remove their date later, and no record is rewritten for it.
 */

import type { CardRecord, SettingsRecord } from '../progress/records.ts';
import { shortHash } from '../words/short-hash.ts';
import { dayLength, dayNumber, type OffsetAt, readDay, startOfDay } from './days.ts';

/** What the schedule needs of the reader's settings. `at` is when they were last changed. */
export type StudySettings = Pick<
  SettingsRecord,
  'interviewOn' | 'newPerDay' | 'minutesPerDay' | 'at'
>;

export interface Study {
  readonly settings: StudySettings;
  /** The present, in milliseconds. */
  readonly now: number;
  readonly offsetAt: OffsetAt;
}

export interface Interview {
  /** Its day, see `days.ts`. */
  readonly day: number;
  /** The moment at which that day begins for the reader. */
  readonly start: number;
}

/** The interview; undefined if there is no date, if it can't be read, or if its day has begun. */
export function interviewAhead(
  on: string | null | undefined,
  now: number,
  offsetAt: OffsetAt,
): Interview | undefined {
  const day = readDay(on ?? '');
  if (day === undefined || dayNumber(now, offsetAt) >= day) return undefined;
  return { day, start: startOfDay(day, offsetAt) };
}

export function isEve({ settings, now, offsetAt }: Study): boolean {
  return interviewAhead(settings.interviewOn, now, offsetAt)?.day === dayNumber(now, offsetAt) + 1;
}

/**
 * The moment for which recall is predicted: the beginning of the interview day, or the present
 * if no interview lies ahead.
 */
export function recallMoment({ settings, now, offsetAt }: Study): number {
  return interviewAhead(settings.interviewOn, now, offsetAt)?.start ?? now;
}

/** Days before the interview from which on a card that was seen need not come back: 2 to 6. */
function lastStretch(id: string): number {
  return 2 + Math.floor(shareOf(id) * 5);
}

/**
 * A number from 0 up to 1, always the same for a card: it spreads cards over days. The hash of
 * ids that differ in their last characters alone is mixed with the last steps of MurmurHash3
 * (https://github.com/aappleby/smhasher), without which they fall close together.
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
 * When a card that is reviewed now is due, given FSRS's own moment; never after the interview
 * day has begun.
 *
 * @param before the card as it was before the review
 */
export function clampDue(
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

/** When FSRS alone would bring the card back. */
function ownDue({ state, due, lastReview, scheduledDays }: CardRecord): number {
  return state === 'review' && lastReview !== null ? lastReview + scheduledDays * dayLength : due;
}

/**
 * When a card comes back, with the reader's present settings. Use it instead of `due`, which
 * knows only the interview of the last review.
 *
 * A card whose moment lies after an interview that was set later is placed on one of the days
 * between setting and interview, by its id, so that an old deck does not come back all at once.
 */
export function plannedDue(card: CardRecord, { settings, now, offsetAt }: Study): number {
  const { lastReview } = card;
  // A review in the future means that a clock was wrong: such a card would hide for long.
  if (lastReview !== null && lastReview > now + dayLength) return now;
  const own = ownDue(card);
  const interview = interviewAhead(settings.interviewOn, now, offsetAt);
  if (interview === undefined || lastReview === null) return own;
  const planned = Math.min(own, Math.max(card.due, halfway(lastReview, interview)));
  if (planned <= interview.start) return planned;
  const from = Math.min(dayNumber(settings.at, offsetAt), interview.day - 1);
  return startOfDay(from + Math.floor(shareOf(card.id) * (interview.day - from)), offsetAt);
}
