import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCumulative, normalDensity, normalQuantile } from './normal.ts';

/** The stated error of formula 26.2.17 in Abramowitz & Stegun. */
const error = 7.5e-8;

describe('the cumulative normal distribution', () => {
  // From tables of the standard normal distribution, as printed in textbooks.
  it.each([
    [0, 0.5],
    [0.5, 0.6915],
    [1, 0.8413],
    [1.28, 0.8997],
    [1.645, 0.95],
    [1.96, 0.975],
    [2, 0.9772],
    [2.576, 0.995],
    [3, 0.9987],
    [-1, 0.1587],
    [-1.96, 0.025],
  ])('at %d matches the printed %d', (z, share) => {
    expect(normalCumulative(z)).toBeCloseTo(share, 4);
  });

  it('stays within its formula’s error where more digits are printed', () => {
    for (const [z, share] of [
      [0, 0.5],
      [1, 0.8413447461],
      [1.959963984540054, 0.975],
      [2, 0.9772498681],
      [3, 0.998650102],
      [-3, 0.001349898],
    ] as const) {
      expect(Math.abs(normalCumulative(z) - share)).toBeLessThan(error);
    }
  });

  it('is symmetric, never falls, and stays between 0 and 1', () => {
    const anyZ = fc.double({ min: -50, max: 50, noNaN: true });
    fc.assert(
      fc.property(anyZ, anyZ, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(normalCumulative(a) + normalCumulative(-a)).toBeCloseTo(1, 6);
        expect(normalCumulative(high) - normalCumulative(low)).toBeGreaterThan(-2 * error);
        expect(normalCumulative(a)).toBeGreaterThanOrEqual(0);
        expect(normalCumulative(a)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('ends at 0 and 1, even at infinity, and refuses anything that isn’t a number', () => {
    expect(normalCumulative(41)).toBe(1);
    expect(normalCumulative(-41)).toBe(0);
    expect(normalCumulative(Number.POSITIVE_INFINITY)).toBe(1);
    expect(normalCumulative(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(() => normalCumulative(Number.NaN)).toThrow(RangeError);
  });
});

describe('the normal density', () => {
  // From textbook tables of the normal curve's ordinates.
  it.each([
    [0, 0.3989],
    [1, 0.242],
    [2, 0.054],
    [-2, 0.054],
    [3, 0.0044],
  ])('at %d matches the printed %d', (z, density) => {
    expect(normalDensity(z, 0, 1)).toBeCloseTo(density, 4);
  });

  it('is the slope of the cumulative distribution', () => {
    for (const z of [-2, -0.5, 0.3, 1.7]) {
      const slope = (normalCumulative(z + 0.01) - normalCumulative(z - 0.01)) / 0.02;
      expect(slope).toBeCloseTo(normalDensity(z, 0, 1), 4);
    }
  });

  it('moves with its mean, flattens with its deviation, and needs one above 0', () => {
    expect(normalDensity(60, 60, 12)).toBeCloseTo(normalDensity(0, 0, 1) / 12, 12);
    expect(() => normalDensity(0, 0, 0)).toThrow(RangeError);
  });
});

describe('quantiles of the normal distribution', () => {
  // From the NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.1, read backward.
  it.each([
    [0.5, 0],
    [0.84134, 1],
    [0.97725, 2],
    [0.9, 1.2816],
    [0.95, 1.6449],
    [0.975, 1.96],
    [0.025, -1.96],
    [0.001, -3.09023],
    [0.999, 3.09023],
  ])('at a share of %f are %f', (share, value) => {
    expect(normalQuantile(share)).toBeCloseTo(value, 4);
  });

  it('exist only for shares between 0 and 1', () => {
    expect(() => normalQuantile(0)).toThrow(RangeError);
    expect(() => normalQuantile(1)).toThrow(RangeError);
    expect(() => normalQuantile(Number.NaN)).toThrow(RangeError);
  });
});
