import { requireWithin } from './check-number.ts';

/**
 * Mean reciprocal rank: the mean of 1 / rank of the first right result over queries.
 * @param ranks rank of the first right result for each query, from 1; undefined if there is none
 */
export function meanReciprocalRank(ranks: readonly (number | undefined)[]): number {
  if (ranks.length === 0) return 0;
  const reciprocal = ranks.map((rank) => {
    if (rank === undefined) return 0;
    requireWithin('rank', rank, 1, 1e9);
    return 1 / rank;
  });
  return reciprocal.reduce((sum, value) => sum + value, 0) / ranks.length;
}

/** How a grade becomes a gain: as it is, or 2^grade − 1. Libraries differ. */
export type GainForm = 'linear' | 'exponential';

/**
 * Normalized discounted cumulative gain of a ranked list of grades, with log2 discount
 * (Järvelin & Kekäläinen 2002). 1 is the best order of these grades; 0 if none is relevant.
 */
export function ndcg(grades: readonly number[], gain: GainForm): number {
  const best = dcg(
    [...grades].sort((a, b) => b - a),
    gain,
  );
  return best === 0 ? 0 : dcg(grades, gain) / best;
}

function dcg(grades: readonly number[], gain: GainForm): number {
  return grades.reduce((sum, grade, index) => {
    requireWithin('grade', grade, 0, 100);
    const value = gain === 'linear' ? grade : 2 ** grade - 1;
    return sum + value / Math.log2(index + 2);
  }, 0);
}

/** Share of the relevant documents that stand among the first `k`; undefined if none is relevant. */
export function recallAt(
  k: number,
  ranked: readonly boolean[],
  relevant: number,
): number | undefined {
  requireWithin('k', k, 1, 1e9);
  if (relevant === 0) return undefined;
  return ranked.slice(0, k).filter(Boolean).length / relevant;
}
