import { type Random, randomFrom } from '../../lib/random.ts';
import { requireWithin } from './check-number.ts';
import { normalCumulative, normalQuantile } from './normal.ts';

/**
 * Returns the population stability index from counts per bin: Σ (a − e) ln(a / e), where a and e
 * are shares. The usual limits of 0.10 and 0.25 are conventions from credit scoring and don't
 * control error rates (Yurdakul & Naranjo, J Risk Model Validation).
 * @param smoothing added to each count, so that an empty bin doesn't make the index infinite
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
 * Returns the expected index if nothing has drifted, to first order: (bins − 1)(1/N + 1/M) for
 * samples of sizes N and M. It shows why small samples exceed 0.10 by chance.
 */
export function expectedIndexWithoutDrift(bins: number, reference: number, recent: number): number {
  requireWithin({ bins }, 1, 1e6);
  requireWithin({ reference, recent }, 1, 1e12);
  return (bins - 1) * (1 / reference + 1 / recent);
}

/** Mean and standard deviation of the recent scores. Those of the reference scores are 0 and 1. */
export type Drift = Readonly<Record<'shift' | 'spread', number>>;

export type Comparison = Readonly<Record<'reference' | 'recent' | 'bins', number>>;

/** Draws normally distributed numbers with the Box–Muller method (Ann Math Stat 1958;29:610). */
export function drawNormal(
  random: Random,
  count: number,
  { shift, spread }: Drift = { shift: 0, spread: 1 },
): number[] {
  requireWithin({ count }, 0, 1e6);
  return Array.from({ length: count }, () => {
    const radius = Math.sqrt(-2 * Math.log((random() + 1) / 2 ** 32));
    return shift + spread * radius * Math.cos((2 * Math.PI * random()) / 2 ** 32);
  });
}

/**
 * Returns the inner edges of bins that each contain the same share of the reference distribution.
 */
export function equalShareEdges(bins: number): number[] {
  requireWithin({ bins }, 1, 1000);
  return Array.from({ length: bins - 1 }, (_, at) => normalQuantile((at + 1) / bins));
}

/** A value on an edge belongs to the bin above it. */
export function countByBin(values: readonly number[], edges: readonly number[]): number[] {
  const counts = Array<number>(edges.length + 1).fill(0);
  for (const value of values) {
    const bin = edges.findLastIndex((edge) => edge <= value) + 1;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/**
 * Returns the index that the drift itself causes. It is computed from the whole distributions
 * rather than from samples, in the same bins.
 */
export function indexOfDrift({ shift, spread }: Drift, bins: number): number {
  requireWithin({ spread }, 0.01, 100);
  const edges = equalShareEdges(bins).map((edge) => normalCumulative((edge - shift) / spread));
  const limits = [0, ...edges, 1];
  const recent = limits.slice(1).map((limit, at) => limit - (limits[at] ?? 0));
  // The smoothing is practically zero but keeps an empty bin from making the index infinite.
  return populationStabilityIndex(Array<number>(bins).fill(1 / bins), recent, 1e-6);
}

/**
 * Returns the indexes for many pairs of samples from the same distribution, so they differ from 0
 * only by chance.
 */
export function indexesWithoutDrift(
  { reference, recent, bins }: Comparison,
  draws: number,
  seed: number,
): number[] {
  requireWithin({ draws }, 1, 10_000);
  const random = randomFrom(seed);
  // If nothing has drifted and the bins have equal shares, all bins are equally likely.
  const counts = (cases: number): number[] => {
    if (cases > manyPerBin * bins) return manyCounts(random, cases, bins);
    const byBin = Array<number>(bins).fill(0);
    for (let remaining = cases; remaining > 0; remaining -= 1) {
      const bin = Math.floor((random() * bins) / 2 ** 32);
      byBin[bin] = (byBin[bin] ?? 0) + 1;
    }
    return byBin;
  };
  return Array.from({ length: draws }, () =>
    populationStabilityIndex(counts(reference), counts(recent)),
  );
}

/**
 * If bins have more cases than this on average, the distribution of a bin's count is practically
 * normal.
 */
const manyPerBin = 50;

/** Draws each bin's count from the remaining cases, using the normal approximation. */
function manyCounts(random: Random, cases: number, bins: number): number[] {
  let remaining = cases;
  const counts = drawNormal(random, bins - 1).map((z, bin) => {
    const share = 1 / (bins - bin);
    const count = Math.round(remaining * share + z * Math.sqrt(remaining * share * (1 - share)));
    remaining -= count;
    return count;
  });
  return [...counts, remaining];
}
