import { describe, expect, it } from 'vitest';
import { normalQuantile } from './normal.ts';

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
  ])('at a share of %f are %f', (share, value) => {
    expect(normalQuantile(share)).toBeCloseTo(value, 4);
  });

  it('exist only for shares between 0 and 1', () => {
    expect(() => normalQuantile(0)).toThrow(RangeError);
    expect(() => normalQuantile(1)).toThrow(RangeError);
    expect(() => normalQuantile(Number.NaN)).toThrow(RangeError);
  });
});
