import type { Score } from '../progress/records.ts';
import { type ScoredQuestion, totalOf } from './scored-question.ts';

interface WeakCriterion {
  /** Index of the criterion in the rubric. */
  readonly criterion: number;
  readonly score: number;
}

export interface QuestionToPractice {
  readonly code: string;
  readonly mean: number;
  /** Criteria with a score of 3 or less, the weakest first. */
  readonly weak: readonly WeakCriterion[];
}

/** Highest score that is still worth practicing: that of the middle anchor. */
const weakest = 3;

/**
 * Suggests what to practice next: questions by their mean score, then by their weakest criterion,
 * then in the order given. If a question appears twice, its later scores count.
 */
export function chooseWhatNext(questions: readonly ScoredQuestion[]) {
  const latest = [...new Map(questions.map(({ code, scores }) => [code, scores]))];
  const practice: QuestionToPractice[] = latest
    .map(([code, scores]) => ({
      code,
      mean: totalOf(scores).mean ?? 0,
      weak: weakCriteria(scores),
    }))
    .filter(({ weak }) => weak.length > 0)
    .sort((a, b) => a.mean - b.mean || lowest(a) - lowest(b));
  const open = latest.filter(([, scores]) => totalOf(scores).assessed === 0);
  return { practice, notAssessed: open.map(([code]) => code) };
}

function weakCriteria(scores: readonly Score[]): WeakCriterion[] {
  return scores
    .flatMap((score, criterion) =>
      score !== null && score <= weakest ? [{ criterion, score }] : [],
    )
    .sort((a, b) => a.score - b.score);
}

function lowest({ weak }: QuestionToPractice): number {
  return weak[0]?.score ?? weakest;
}
