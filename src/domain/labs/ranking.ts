import { requireWithin } from './check-number.ts';

/**
 * @param ranks the rank of the first correct result for each query, from 1, or undefined if there
 *   is none
 */
export function meanReciprocalRank(ranks: readonly (number | undefined)[]): number {
  if (ranks.length === 0) return 0;
  const found = ranks.filter((rank) => rank !== undefined);
  for (const rank of found) requireWithin({ rank }, 1, 1e9);
  return found.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length;
}

/** How a grade becomes a gain: the grade itself, or 2^grade − 1. Libraries differ. */
export type GainForm = 'linear' | 'exponential';

/**
 * The function of the rank that divides the gain. Libraries use log2(rank + 1). The paper of 2002
 * uses log2(rank) from rank 2 on, and no discount at rank 1 (with base 2).
 */
export type DiscountForm = 'library' | 'paper';

/** Discounted cumulative gain of a ranked list of grades (Järvelin & Kekäläinen 2002). */
export function dcg(grades: readonly number[], gain: GainForm, discount?: DiscountForm): number {
  return grades.reduce((sum, grade, at) => sum + discountedGain(grade, at + 1, gain, discount), 0);
}

/** Returns the gain of a grade at a rank, counted from 1. */
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
 * DCG of the first `k` documents divided by the DCG of the best order. 1 is best, and it is 0 if no
 * document is relevant.
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

/** Share of the relevant documents that are among the first `k`. Undefined if none is relevant. */
export function recallAt(k: number, ranked: readonly boolean[], relevant: number) {
  requireWithin({ k }, 1, 1e9);
  if (relevant === 0) return undefined;
  return ranked.slice(0, k).filter(Boolean).length / relevant;
}
