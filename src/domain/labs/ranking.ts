import { requireWithin } from './check-number.ts';

/** @param ranks of the first right result for each query, from 1; undefined if there is none */
export function meanReciprocalRank(ranks: readonly (number | undefined)[]): number {
  if (ranks.length === 0) return 0;
  const found = ranks.filter((rank) => rank !== undefined);
  for (const rank of found) requireWithin({ rank }, 1, 1e9);
  return found.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length;
}

/** The grade itself, or 2^grade − 1. Libraries differ. */
export type GainForm = 'linear' | 'exponential';

/**
 * What a rank divides the gain by. Libraries: log2(rank + 1). The paper of 2002: log2(rank) from
 * rank 2 on, no discount at rank 1 (its base of 2).
 */
export type DiscountForm = 'library' | 'paper';

/** Discounted cumulative gain of a ranked list of grades (Järvelin & Kekäläinen 2002). */
export function dcg(grades: readonly number[], gain: GainForm, discount?: DiscountForm): number {
  return grades.reduce((sum, grade, at) => sum + discountedGain(grade, at + 1, gain, discount), 0);
}

/** The gain of a grade at a rank, from 1. */
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

/** DCG of the first `k` divided by that of the best order: 1 is best; 0 if none is relevant. */
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

/** Share of the relevant documents among the first `k`; undefined if none is relevant. */
export function recallAt(k: number, ranked: readonly boolean[], relevant: number) {
  requireWithin({ k }, 1, 1e9);
  if (relevant === 0) return undefined;
  return ranked.slice(0, k).filter(Boolean).length / relevant;
}
