import { requireWithin } from './check-number.ts';

/**
 * Returns the largest distance between two cumulative distributions, from 0 to 1 (Smirnov 1939).
 */
export function largestGap(first: readonly number[], second: readonly number[]): number {
  const [a, b] = [sorted(first), sorted(second)];
  let [i, j] = [0, 0];
  let largest = 0;
  while (i < a.length && j < b.length) {
    const at = Math.min(a[i] ?? 0, b[j] ?? 0);
    while (i < a.length && (a[i] ?? 0) <= at) i += 1;
    while (j < b.length && (b[j] ?? 0) <= at) j += 1;
    largest = Math.max(largest, Math.abs(i / a.length - j / b.length));
  }
  return largest;
}

/**
 * Returns the probability that Kolmogorov's limiting variable is above `x`: 2 Σ (−1)^(k−1)
 * exp(−2k²x²), k = 1, 2, … (Kolmogorov 1933). Below 0.2, the result equals 1 to eleven digits.
 */
export function kolmogorovTail(x: number): number {
  requireWithin({ x }, 0, 1e9);
  if (x < 0.2) return 1;
  let sum = 0;
  for (let k = 25; k >= 1; k -= 1) sum += (k % 2 === 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x);
  return Math.min(1, Math.max(0, sum));
}

/**
 * Returns the p-value according to the limiting distribution. With a few hundred cases, it is a
 * little too high.
 */
export function gapPValue(distance: number, first: number, second: number): number {
  requireWithin({ distance }, 0, 1);
  return kolmogorovTail(distance * rootOfSize(first, second));
}

/**
 * Returns the smallest gap that is significant at the 5 percent level, according to the limiting
 * distribution.
 */
export function criticalGap(first: number, second: number): number {
  return 1.3581 / rootOfSize(first, second);
}

function rootOfSize(first: number, second: number): number {
  requireWithin({ 'first sample': first, 'second sample': second }, 1, 1e12);
  return Math.sqrt((first * second) / (first + second));
}

function sorted(sample: readonly number[]): Float64Array {
  if (sample.length === 0 || !sample.every(Number.isFinite)) {
    throw new RangeError('A sample needs at least one number.');
  }
  // Typed arrays are sorted numerically and several times faster.
  return Float64Array.from(sample).sort();
}
