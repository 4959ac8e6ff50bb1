import { answersByQuestion } from '../progress/answers-by-question.ts';
import type { ReviewRecord, Score } from '../progress/records.ts';
import { dayName, dayNumber, type OffsetAt } from '../review/days.ts';
import { pastDayText } from '../words/date-text.ts';
import { maxWeakScore, meanScore } from './score-bands.ts';

/** Returns the last `count` scored answers to a question, with the latest one at the end. */
export function lastAnswers(
  reviews: readonly ReviewRecord[],
  code: string,
  count: number,
): readonly ReviewRecord[] {
  const answers = answersByQuestion(reviews).get(code) ?? [];
  return answers.filter(({ scores }) => meanScore(scores) !== null).slice(-count);
}

/** What to work on after an answer: indexes of criteria, weakest first. */
export interface Gaps {
  /** `missed` if any score is below 3. Otherwise, `improve` if any score is 3, or else `none`. */
  readonly kind: 'missed' | 'improve' | 'none';
  readonly criteria: readonly number[];
}

export function gapsOf(scores: readonly Score[]): Gaps {
  const upTo = (limit: number): number[] =>
    scores
      .flatMap((score, index) => (score !== null && score <= limit ? [{ score, index }] : []))
      .sort((a, b) => a.score - b.score)
      .map(({ index }) => index);
  const missed = upTo(maxWeakScore - 1);
  if (missed.length > 0) return { kind: 'missed', criteria: missed };
  const improve = upTo(maxWeakScore);
  return { kind: improve.length > 0 ? 'improve' : 'none', criteria: improve };
}

/**
 * Returns a past day as a phrase: "today", "yesterday", "on Tuesday", or "on November 24, 2026".
 */
export function dayPhrase(at: number, now: number, offsetAt: OffsetAt): string {
  const day = dayNumber(at, offsetAt);
  const ago = dayNumber(now, offsetAt) - day;
  return `${ago === 0 || ago === 1 ? '' : 'on '}${pastDayText(dayName(day), ago)}`;
}
