/** How well a reader is prepared for a list of questions, based on the scores of their answers. */
import { meanScore, scoreBands } from '../practice/score-bands.ts';
import { answersByQuestion } from '../progress/answers-by-question.ts';
import type { ReviewRecord } from '../progress/records.ts';

/**
 * A question is ready if its last scored answer was good, that is, if it scored at least this much.
 */
export const readyScore = scoreBands.good;

export interface QuestionState {
  readonly code: string;
  readonly state: 'ready' | 'started' | 'new';
  /** Mean score of the last scored answer, or undefined if there isn't one. */
  readonly score: number | undefined;
}

export type Answers = Pick<ReviewRecord, 'card' | 'at' | 'scores'>;

/** @param reviews the reviews, in any order */
export function questionStates(
  codes: readonly string[],
  reviews: readonly Answers[],
): QuestionState[] {
  const byQuestion = answersByQuestion(reviews);
  return codes.map((code) => {
    const answers = byQuestion.get(code) ?? [];
    const score = answers.flatMap(({ scores }) => meanScore(scores) ?? []).at(-1);
    const isReady = score !== undefined && score >= readyScore;
    return { code, score, state: isReady ? 'ready' : answers.length > 0 ? 'started' : 'new' };
  });
}
