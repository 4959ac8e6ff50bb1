/**
 * How cards become due before the interview.
 *
 * FSRS computes when a card is due. Before an interview, `clampDue` makes that moment earlier when
 * the card is reviewed, and the record stores it in `due`:
 * 1. A card is due after at most half of the remaining time. So a card first seen two or more days
 *    before the interview is seen on at least two days.
 * 2. On the day before, there is no other day left: the card is due when the interview day starts.
 * 3. The same applies to a card that was seen on an earlier day and is reviewed in the last two to
 *    six days before the interview, depending on its id. Halving to the end would repeat all cards on
 *    each of the last three days: 50 of 50 on the day before in a simulation, 6 with this
 *    rule, for 1.7 points of recall.
 *
 * A record stores FSRS's own interval in `scheduledDays`. So `plannedDue` is right for readers who
 * set, move, or remove their date later, without rewriting records.
 */

import type { CardRecord, SettingsRecord } from '../progress/records.ts';
import { shortHash } from '../words/short-hash.ts';
import { dayLength, dayNumber, type OffsetAt } from './days.ts';
import { readDay } from './read-day.ts';
import { startOfDay } from './start-of-day.ts';

export interface Study {
  /** `at` is when they were last changed. */
  readonly settings: Pick<SettingsRecord, 'interviewOn' | 'newPerDay' | 'minutesPerDay' | 'at'>;
  /** The current time, in milliseconds. */
  readonly now: number;
  readonly offsetAt: OffsetAt;
}

export interface Interview {
  /** Its day, see `days.ts`. */
  readonly day: number;
  /** When that day starts in the reader's time zone. */
  readonly start: number;
}

/** The interview; undefined without a valid date, or once its day has started. */
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

/** The moment for which recall is predicted: the start of the interview day, or now without one. */
export function recallMoment({ settings, now, offsetAt }: Study): number {
  return interviewAhead(settings.interviewOn, now, offsetAt)?.start ?? now;
}

/** Number of days before the interview in which a seen card need not be repeated: 2 to 6. */
function lastStretch(id: string): number {
  return 2 + Math.floor(shareOf(id) * 5);
}

/**
 * A number from 0 up to 1, always the same for a card: it spreads cards over days. The final steps
 * of MurmurHash3 (https://github.com/aappleby/smhasher) mix the hash, because ids that differ only
 * in their last characters would get similar numbers.
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
 * When a card that is reviewed now is due, given FSRS's own moment; never after the interview day
 * has started.
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

/** When the card would be due according to FSRS alone. */
function ownDue({ state, due, lastReview, scheduledDays }: CardRecord): number {
  return state === 'review' && lastReview !== null ? lastReview + scheduledDays * dayLength : due;
}

/**
 * When a card is due with the reader's current settings. Use it instead of `due`, which only
 * reflects the interview date at the last review.
 *
 * A card due after an interview that was set later is moved to one of the days between setting the
 * date and the interview, by its id, so that an old deck isn't due all at once.
 */
export function plannedDue(card: CardRecord, { settings, now, offsetAt }: Study): number {
  const { lastReview } = card;
  // A review in the future means that a clock was wrong: the card would be gone for a long time.
  if (lastReview !== null && lastReview > now + dayLength) return now;
  const own = ownDue(card);
  const interview = interviewAhead(settings.interviewOn, now, offsetAt);
  if (interview === undefined || lastReview === null) return own;
  const planned = Math.min(own, Math.max(card.due, halfway(lastReview, interview)));
  if (planned <= interview.start) return planned;
  const from = Math.min(dayNumber(settings.at, offsetAt), interview.day - 1);
  return startOfDay(from + Math.floor(shareOf(card.id) * (interview.day - from)), offsetAt);
}
