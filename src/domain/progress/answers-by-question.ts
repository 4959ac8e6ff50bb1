import { meanScore } from '../practice/score-bands.ts';
import type { Progress, ReviewRecord } from './records.ts';

export interface LastAnswer {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The mean score, or null if no criterion was scored. */
  readonly score: number | null;
}

/** If the mean score is at least this high, the answer is good enough to move on. */
export const passingScore = 3;

/** Groups the answers to questions by question code. The latest answer is last in each group. */
export function answersByQuestion<Answer extends Pick<ReviewRecord, 'card' | 'at'>>(
  reviews: readonly Answer[],
): ReadonlyMap<string, readonly Answer[]> {
  const answers = reviews.filter(({ card }) => card.startsWith('question:'));
  return Map.groupBy(
    answers.sort((a, b) => a.at - b.at),
    ({ card }) => card.slice('question:'.length),
  );
}

export function lastAnswersByQuestion({
  reviews,
}: Pick<Progress, 'reviews'>): ReadonlyMap<string, LastAnswer> {
  const last = [...answersByQuestion(reviews)].flatMap(([code, answers]) => {
    const answer = answers.at(-1);
    if (answer === undefined) return [];
    return [[code, { at: answer.at, score: meanScore(answer.scores) }] as const];
  });
  return new Map(last);
}

/**
 * Returns how full a question's ring on a path is, from 0 to 1. The ring is full if the answer
 * passed. Otherwise, it shows the score as a share of 5.
 */
export function fullness(answer: LastAnswer | undefined): number {
  const score = answer?.score ?? 0;
  return score >= passingScore ? 1 : score / 5;
}

/**
 * Returns the question to go to next: the first one without an answer or, if all have been
 * answered, the first one that hasn't been passed. Returns undefined if all have been passed.
 */
export function nextStop(
  codes: readonly string[],
  answers: ReadonlyMap<string, LastAnswer>,
): string | undefined {
  return (
    codes.find((code) => !answers.has(code)) ??
    codes.find((code) => fullness(answers.get(code)) < 1)
  );
}
