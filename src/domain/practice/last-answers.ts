import type { ReviewRecord, Score } from '../progress/records.ts';
import { dayName, dayNumber, type OffsetAt } from '../review/days.ts';
import { dateText } from '../words/date-text.ts';
import { meanScore } from './answer-words.ts';

/** Returns at most `count` scored answers to a question, with the latest at the end. */
export function lastAnswers(
  reviews: readonly ReviewRecord[],
  code: string,
  count: number,
): readonly ReviewRecord[] {
  return reviews
    .filter(({ card, scores }) => card === `question:${code}` && meanScore(scores) !== null)
    .sort((a, b) => a.at - b.at)
    .slice(-count);
}

/** What to work on after an answer: indexes of criteria, with the weakest first. */
export interface Gaps {
  /** `missed` if some are below 3. Otherwise `improve` if a 5 still lacks something, or `none`. */
  readonly kind: 'missed' | 'improve' | 'none';
  readonly criteria: readonly number[];
}

export function gapsOf(scores: readonly Score[]): Gaps {
  const upTo = (limit: number): number[] =>
    scores
      .flatMap((score, index) => (score !== null && score <= limit ? [{ score, index }] : []))
      .sort((a, b) => a.score - b.score)
      .map(({ index }) => index);
  const missed = upTo(2);
  if (missed.length > 0) return { kind: 'missed', criteria: missed };
  const improve = upTo(3);
  return { kind: improve.length > 0 ? 'improve' : 'none', criteria: improve };
}

/** Returns a past day: "today", "yesterday", "Tuesday", "November 24", "December 3, 2025". */
export function pastDayText(day: number, today: number): string {
  const ago = today - day;
  if (ago === 0) return 'today';
  if (ago === 1) return 'yesterday';
  const name = dayName(day);
  if (ago > 1 && ago < 7) {
    return new Date(name).toLocaleDateString('en-US', { weekday: 'long', timeZone: 'UTC' });
  }
  const isThisYear = name.slice(0, 4) === dayName(today).slice(0, 4);
  return isThisYear ? dateText(name).replace(/,.*/, '') : dateText(name);
}

/** Returns a past day as a phrase, such as "today" or "on Tuesday". */
export function dayPhrase(at: number, now: number, offsetAt: OffsetAt): string {
  const text = pastDayText(dayNumber(at, offsetAt), dayNumber(now, offsetAt));
  return /^[a-z]/.test(text) ? text : `on ${text}`;
}
