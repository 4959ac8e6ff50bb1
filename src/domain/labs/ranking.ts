import { requireWithin } from './check-number.ts';

/**
 * @param ranks the rank of the first correct result for each query, counted from 1, or undefined if
 * a query has none
 */
export function meanReciprocalRank(ranks: readonly (number | undefined)[]): number {
  if (ranks.length === 0) return 0;
  const correct = ranks.filter((rank) => rank !== undefined);
  for (const rank of correct) requireWithin({ rank }, 1, 1e9);
  return correct.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length;
}

/**
 * How a grade becomes a gain: `linear` is the grade itself, and `exponential` is 2^grade − 1.
 * Libraries differ.
 */
export type GainForm = 'linear' | 'exponential';

/**
 * What the gain at a rank is divided by. Libraries use log2(rank + 1). The 2002 paper, with base 2,
 * uses log2(rank) from rank 2 on and no discount at rank 1.
 */
export type DiscountForm = 'library' | 'paper';

/**
 * Returns the discounted cumulative gain of a ranked list of grades (Järvelin & Kekäläinen 2002).
 */
export function dcg(grades: readonly number[], gain: GainForm, discount?: DiscountForm): number {
  return grades.reduce((sum, grade, at) => sum + discountedGain(grade, at + 1, gain, discount), 0);
}

/** Ranks are counted from 1. */
export function discountedGain(
  grade: number,
  rank: number,
  gain: GainForm,
  discount: DiscountForm = 'library',
): number {
  requireWithin({ grade }, 0, 100);
  requireWithin({ rank }, 1, 1e9);
  const value = gain === 'linear' ? grade : 2 ** grade - 1;
  return value / (discount === 'library' ? Math.log2(rank + 1) : Math.max(1, Math.log2(rank)));
}

/**
 * Returns the DCG of the first `k` documents, divided by the DCG of the first `k` in the best
 * order. The best value is 1. If no document is relevant, the result is 0.
 */
export function ndcg(
  grades: readonly number[],
  gain: GainForm,
  k = grades.length,
  discount?: DiscountForm,
): number {
  requireWithin({ k }, 0, 1e9);
  const best = dcg(bestOrder(grades).slice(0, k), gain, discount);
  return best === 0 ? 0 : dcg(grades.slice(0, k), gain, discount) / best;
}

export function bestOrder(grades: readonly number[]): number[] {
  return grades.toSorted((a, b) => b - a);
}

/**
 * Returns the share of relevant documents that are among the first `k`, or undefined if no document
 * is relevant.
 */
export function recallAt(k: number, ranked: readonly boolean[], relevant: number) {
  requireWithin({ k }, 1, 1e9);
  if (relevant === 0) return undefined;
  return ranked.slice(0, k).filter(Boolean).length / relevant;
}
