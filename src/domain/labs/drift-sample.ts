/** Samples for the drift lab: the same seed gives the same sample everywhere. */
import { type Random, randomFrom } from '../../lib/random.ts';
import { requireWithin } from './check-number.ts';
import { populationStabilityIndex } from './drift.ts';
import { normalCumulative, normalQuantile } from './normal.ts';

/** Mean and standard deviation of the recent scores; the reference has 0 and 1. */
export type Drift = Readonly<Record<'shift' | 'spread', number>>;

export type Comparison = Readonly<Record<'reference' | 'recent' | 'bins', number>>;

/** Normal numbers by Box and Muller's method (Ann Math Stat 1958;29:610). */
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

/** Inner edges of bins that each hold the same share of the reference distribution. */
export function equalShareEdges(bins: number): number[] {
  requireWithin({ bins }, 1, 1000);
  return Array.from({ length: bins - 1 }, (_, at) => normalQuantile((at + 1) / bins));
}

/** Number of values in each bin; a value on an edge counts in the bin above it. */
export function countByBin(values: readonly number[], edges: readonly number[]): number[] {
  const counts = Array<number>(edges.length + 1).fill(0);
  for (const value of values) {
    const bin = edges.filter((edge) => edge <= value).length;
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return counts;
}

/** The index of the drift itself: whole distributions in the same bins, no sampling. */
export function indexOfDrift({ shift, spread }: Drift, bins: number): number {
  requireWithin({ spread }, 0.01, 100);
  const edges = equalShareEdges(bins).map((edge) => normalCumulative((edge - shift) / spread));
  const limits = [0, ...edges, 1];
  const recent = limits.slice(1).map((limit, at) => limit - (limits[at] ?? 0));
  // Practically zero, so that an empty bin doesn't make the index infinite.
  return populationStabilityIndex(Array<number>(bins).fill(1 / bins), recent, 1e-6);
}

/** The index of many pairs of samples from one distribution: the index by chance alone. */
export function indexesWithoutDrift(
  { reference, recent, bins }: Comparison,
  draws: number,
  seed: number,
): number[] {
  requireWithin({ draws }, 1, 10_000);
  const random = randomFrom(seed);
  const counts = (cases: number): number[] => {
    const byBin = Array<number>(bins).fill(0);
    // Without drift, and in bins of equal shares, each bin is equally likely.
    for (let left = cases; left > 0; left -= 1) {
      const bin = Math.floor((random() * bins) / 2 ** 32);
      byBin[bin] = (byBin[bin] ?? 0) + 1;
    }
    return byBin;
  };
  return Array.from({ length: draws }, () =>
    populationStabilityIndex(counts(reference), counts(recent)),
  );
}
