import type { Score } from '../progress/records.ts';

/** The result of one question of a mock interview, also in stored mocks. */
export interface ScoredQuestion {
  readonly code: string;
  /** Scores by criterion, in the order of the rubric; `null` is "not assessed", never 0. */
  readonly scores: readonly Score[];
  readonly seconds: number;
}

export type Total = ReturnType<typeof totalOf>;

/** The sum of the assessed scores. */
export function totalOf(scores: readonly Score[]) {
  const given = scores.filter((score) => score !== null);
  const sum = given.reduce((total, score) => total + score, 0);
  return {
    sum,
    outOf: given.length * 5,
    assessed: given.length,
    notAssessed: scores.length - given.length,
    /** Mean of the assessed scores; `null` if there are none. */
    mean: given.length === 0 ? null : sum / given.length,
  };
}

const maxCriteria = 5;

/** Scores with one changed; earlier criteria without a score become "not assessed". */
export function withScore(scores: readonly Score[], criterion: number, score: Score): Score[] {
  if (criterion < 0 || criterion >= maxCriteria) return [...scores];
  const length = Math.max(scores.length, criterion + 1);
  return Array.from({ length }, (_, place) => scores[place] ?? null).with(criterion, score);
}

/** "Not assessed" in exports: a word, so that sums ignore it. */
export const notAssessed = 'not assessed';

/** A total in words, such as "14 of 20 (mean 3.5); 1 not assessed". */
export function describeTotal({ sum, outOf, mean, notAssessed: open }: Total): string {
  const left = open === 0 ? '' : `; ${open} ${notAssessed}`;
  return mean === null ? notAssessed : `${sum} of ${outOf} (mean ${mean.toFixed(1)})${left}`;
}
