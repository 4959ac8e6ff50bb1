import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestOrder, dcg, ndcg } from './ranking.ts';

/** The gain vector in Järvelin and Kekäläinen 2002, section 2. */
const paperGains = [3, 2, 3, 0, 0, 1, 2, 2, 3, 0];

describe('discounted cumulative gain', () => {
  it('matches the paper’s numbers with the paper’s discount', () => {
    // The paper's values have two decimals and are sums of rounded values.
    const published = [3, 5, 6.89, 6.89, 6.89, 7.28, 7.99, 8.66, 9.61, 9.61];
    for (const [at, value] of published.entries()) {
      expect(Math.abs(dcg(paperGains.slice(0, at + 1), 'linear', 'paper') - value)).toBeLessThan(
        0.01,
      );
    }
    const ideal = [3, 3, 3, 2, 2, 2, 1, 1, 1, 1];
    const publishedIdeal = [3, 6, 7.89, 8.89, 9.75, 10.52, 10.88, 11.21, 11.53, 11.83];
    for (const [at, value] of publishedIdeal.entries()) {
      expect(Math.abs(dcg(ideal.slice(0, at + 1), 'linear', 'paper') - value)).toBeLessThan(0.01);
    }
  });

  it('matches other implementations in the other two forms', () => {
    // From methods 0 and 1 of the widely copied Python function `dcg_at_k` (gist bwhite/3726239).
    expect(dcg(paperGains, 'linear', 'paper')).toBeCloseTo(9.605117739188811, 12);
    expect(dcg(paperGains.slice(0, 2), 'linear')).toBeCloseTo(4.2618595071429155, 12);
    // From the tests of a Julia implementation with exponential gain.
    const published = [7, 8.89279, 12.3928, 12.3928, 12.3928, 12.749, 13.749, 14.6954, 16.8026];
    for (const [at, value] of published.entries()) {
      expect(dcg(paperGains.slice(0, at + 1), 'exponential')).toBeCloseTo(value, 3);
    }
  });

  it('matches scikit-learn’s documented value when divided by that of the best order', () => {
    // The example for ndcg_score: relevances 10, 0, 0, 1, and 5, ranked by two sets of scores.
    expect(ndcg([5, 1, 0, 0, 10], 'linear')).toBeCloseTo(0.6956940293312073, 6);
    expect(ndcg([0, 0, 1, 10, 5], 'linear')).toBeCloseTo(0.49, 2);
    expect(ndcg([0, 0, 1, 10, 5], 'linear', 4)).toBeCloseTo(0.35, 2);
    // The usual example with exponential gain, as tested in metarank/ltrlib.
    expect(Math.abs(ndcg([3, 2, 3, 0, 1, 2], 'exponential') - 0.94)).toBeLessThan(0.01);
  });
});

describe('NDCG', () => {
  const grades = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 12 });
  const forms = fc.tuple(
    fc.constantFrom('linear' as const, 'exponential' as const),
    fc.constantFrom('library' as const, 'paper' as const),
  );

  it('is between 0 and 1 at every k, and 1 for the best order', () => {
    fc.assert(
      fc.property(grades, forms, fc.integer({ min: 1, max: 12 }), (list, [gain, discount], k) => {
        const value = ndcg(list, gain, k, discount);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + 1e-12);
        expect(ndcg(bestOrder(list), gain, k, discount)).toBe(Math.max(...list) > 0 ? 1 : 0);
      }),
    );
  });

  it('refuses an invalid grade or k', () => {
    expect(ndcg([], 'linear')).toBe(0);
    expect(() => ndcg([1, -1], 'linear')).toThrow(RangeError);
    expect(() => ndcg([Number.NaN], 'exponential')).toThrow(RangeError);
    expect(() => ndcg([1], 'linear', -1)).toThrow(RangeError);
  });
});
