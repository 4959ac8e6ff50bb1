import { requireWithin } from './check-number.ts';

export function normalDensity(x: number, mean: number, deviation: number): number {
  requireWithin({ 'standard deviation': deviation }, 1e-9, 1e9);
  const z = (x - mean) / deviation;
  return Math.exp((-z * z) / 2) / (deviation * Math.sqrt(2 * Math.PI));
}

/**
 * Returns the probability that a standard normal variable is at most `z`: 1 − φ(z)(b₁t + … + b₅t⁵)
 * with t = 1/(1 + 0.2316419 z). The error is below 7.5e-8 (Abramowitz & Stegun 1964, formula
 * 26.2.17).
 */
export function normalCumulative(z: number): number {
  if (Number.isNaN(z)) throw new RangeError('z must be a number.');
  if (z < 0) return 1 - normalCumulative(-z);
  if (z > 40) return 1;
  const t = 1 / (1 + 0.2316419 * z);
  const b = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const sum = b.reduceRight((rest, coefficient) => (rest + coefficient) * t, 0);
  return 1 - normalDensity(z, 0, 1) * sum;
}

export function normalQuantile(share: number): number {
  requireWithin({ share }, 1e-6, 1 - 1e-6);
  let [low, high] = [-6, 6];
  while (high - low > 1e-10) {
    const middle = (low + high) / 2;
    if (normalCumulative(middle) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
