import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criticalGap, gapPValue, kolmogorovTail, largestGap } from './kolmogorov-smirnov.ts';

/** Returns `count` evenly spaced numbers, including both ends. */
function evenly(from: number, to: number, count: number): number[] {
  return Array.from({ length: count }, (_, at) => from + ((to - from) * at) / (count - 1));
}

function times(...groups: readonly (readonly [value: number, count: number])[]): number[] {
  return groups.flatMap(([value, count]) => Array<number>(count).fill(value));
}

describe('the Kolmogorov–Smirnov statistic', () => {
  // The expected values are from SciPy's own tests (scipy/stats/tests/test_stats.py,
  // TestKSTwoSamples).
  const hundred = evenly(1, 100, 100);
  const shifted = evenly(1, 100, 110).map((x) => x + 20);
  const steps = times([2, 3], [3, 4], [5, 5], [6, 4]);
  it.each([
    ['one against one', [0], [1], 1],
    ['two against three', [1.01, 2.01], [1, 2, 3], 1 / 3],
    ['two against three, from below', [0.99, 1.99], [1, 2, 3], 2 / 3],
    ['two against four', [1.01, 2.01], [1, 2, 3, 4], 2 / 4],
    ['a hundred against themselves plus 2.1', hundred, hundred.map((x) => x + 2.1), 3 / 100],
    ['a hundred against themselves plus 1.9', hundred, hundred.map((x) => x + 1.9), 2 / 100],
    ['100 against 110', hundred, shifted.map((x) => x + 0.1), 232 / 1100],
    ['100 against 110, from below', hundred, shifted.map((x) => x - 0.1), 229 / 1100],
    ['repeated values', steps, steps.map((x) => x + 1), 5 / 16],
    [
      'other repeated values',
      times([2, 3], [3, 4], [5, 10], [6, 4]),
      times([3, 10], [4, 2], [6, 10], [7, 4]),
      190 / 21 / 26,
    ],
  ])('of %s matches SciPy’s tests', (_, a, b, distance) => {
    expect(largestGap(a, b)).toBeCloseTo(distance, 12);
  });

  it('is the same in both directions, from 0 to 1, and 0 for a sample against itself', () => {
    const sample = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const distance = largestGap(a, b);
        expect(distance).toBe(largestGap(b, a));
        expect(distance).toBeGreaterThanOrEqual(0);
        expect(distance).toBeLessThanOrEqual(1);
        expect(largestGap(a, a)).toBe(0);
      }),
    );
  });

  it('needs numbers', () => {
    expect(() => largestGap([], [1])).toThrow(RangeError);
    expect(() => largestGap([1], [Number.NaN])).toThrow(RangeError);
  });
});

describe('Kolmogorov’s distribution', () => {
  // From the documentation of scipy.special.kolmogi, the inverse of this function.
  it.each([
    [1.22384787, 0.1],
    [1.01918472, 0.25],
    [0.82757356, 0.5],
    [0.67644769, 0.75],
    [0.57117327, 0.9],
  ])('has SciPy’s documented tail: above %f lies %f', (x, tail) => {
    expect(kolmogorovTail(x)).toBeCloseTo(tail, 7);
  });

  it('starts at 1, never rises and ends at 0', () => {
    const tails = evenly(0, 4, 401).map(kolmogorovTail);
    expect(tails[0]).toBe(1);
    expect(tails.at(-1)).toBeLessThan(1e-13);
    for (const [at, tail] of tails.entries()) {
      expect(tail).toBeLessThanOrEqual((tails[at - 1] ?? 1) + 1e-12);
    }
    expect(() => kolmogorovTail(-1)).toThrow(RangeError);
    expect(() => kolmogorovTail(Number.NaN)).toThrow(RangeError);
  });
});

describe('the p-value of the gap', () => {
  it('of 10,000 against 11,000 matches SciPy’s tests', () => {
    expect(gapPValue(563 / 110_000, 10_000, 11_000)).toBeCloseTo(0.9990660108966576, 3);
  });

  it('of 200 against 300 is near SciPy’s documented exact values, and not below them', () => {
    for (const [distance, exact] of [
      [0.20833333333333334, 5.129279597781977e-5],
      [0.10333333333333333, 0.14691437867433876],
    ] as const) {
      const p = gapPValue(distance, 200, 300);
      expect(p).toBeGreaterThan(exact);
      expect(p).toBeLessThan(1.2 * exact);
    }
  });

  it('is 0.05 at the critical gap, which shrinks with the samples', () => {
    for (const n of [100, 1000, 100_000])
      expect(gapPValue(criticalGap(n, n), n, n)).toBeCloseTo(0.05, 5);
    expect(criticalGap(100, 100)).toBeCloseTo(0.19, 2);
    expect(criticalGap(1000, 1000)).toBeCloseTo(0.061, 3);
    expect(criticalGap(100_000, 100_000)).toBeCloseTo(0.0061, 4);
    expect(() => criticalGap(0, 10)).toThrow(RangeError);
    expect(() => gapPValue(1.1, 10, 10)).toThrow(RangeError);
  });
});
