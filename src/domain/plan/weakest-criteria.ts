import { maxWeakScore } from '../practice/score-bands.ts';
import type { StudyQuestion } from '../practice/study-data.ts';
import { answersByQuestion } from '../progress/answers-by-question.ts';
import type { Answers } from './readiness.ts';

export interface WeakCriterion {
  readonly code: string;
  readonly criterion: string;
  readonly five: string;
  readonly score: number;
}

/**
 * Returns the criteria whose latest scores are the lowest. Each question has at most one, because
 * readers fix a criterion by answering its question again. Leaves out those that aren't weak.
 */
export function weakestCriteria(
  questions: readonly Pick<StudyQuestion, 'code' | 'criteria'>[],
  reviews: readonly Answers[],
  max: number,
): WeakCriterion[] {
  const byQuestion = answersByQuestion(reviews);
  return questions
    .flatMap(({ code, criteria }) => {
      const answers = byQuestion.get(code)?.toReversed() ?? [];
      const [weakest] = criteria
        .flatMap(({ criterion, five }, index) => {
          const [score] = answers.flatMap(({ scores }) => scores[index] ?? []);
          return score === undefined || score > maxWeakScore
            ? []
            : [{ code, criterion, five, score }];
        })
        .sort((a, b) => a.score - b.score);
      return weakest ?? [];
    })
    .sort((a, b) => a.score - b.score)
    .slice(0, max);
}
