import { requireWithin } from './check-number.ts';

/**
 * Population stability index of counts by bin: Σ (a − e) ln(a / e) over shares. Its limits 0.10 and
 * 0.25 are conventions from credit scoring, without error rates (Yurdakul & Naranjo, J Risk Model
 * Validation).
 * @param smoothing added to each count, so that an empty bin does not make the index infinite
 */
export function populationStabilityIndex(
  expected: readonly number[],
  actual: readonly number[],
  smoothing = 0.5,
): number {
  if (expected.length === 0 || expected.length !== actual.length) {
    throw new RangeError('Both samples need the same bins.');
  }
  for (const count of [...expected, ...actual]) requireWithin({ count }, 0, 1e12);
  const shares = (counts: readonly number[]): number[] => {
    const total = counts.reduce((sum, count) => sum + count + smoothing, 0);
    return counts.map((count) => (count + smoothing) / total);
  };
  const e = shares(expected);
  return shares(actual).reduce((sum, share, bin) => {
    const reference = e[bin] ?? share;
    return sum + (share - reference) * Math.log(share / reference);
  }, 0);
}

/**
 * Mean of the index when nothing has drifted, to first order: (bins − 1)(1/N + 1/M) for samples
 * of N and M. It shows why small samples cross 0.10 by chance.
 */
export function expectedIndexWithoutDrift(bins: number, reference: number, recent: number): number {
  requireWithin({ bins }, 1, 1e6);
  requireWithin({ reference, recent }, 1, 1e12);
  return (bins - 1) * (1 / reference + 1 / recent);
}
