import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ice, rankByScore, rice, weightedScore } from './prioritization.ts';

describe('RICE', () => {
  // The three projects in Sean McBride's article for Intercom, with his inputs.
  it.each([
    ['project 1', { reach: 500 * 0.3 * 3, impact: 3, confidence: 1, effort: 2 }, 675],
    ['project 2', { reach: 2000, impact: 1, confidence: 0.8, effort: 4 }, 400],
    ['project 3', { reach: 800, impact: 2, confidence: 0.5, effort: 1 }, 800],
  ])('of %s matches the article that introduced it', (_, inputs, score) => {
    expect(rice(inputs)).toBeCloseTo(score, 10);
  });
});

describe('ICE', () => {
  it('of the example in “Hacking Growth” is 6.33: impact 7, confidence 4, ease 8', () => {
    expect(ice({ impact: 7, confidence: 4, ease: 8 })).toBeCloseTo(6.33, 2);
  });

  it('stays between 1 and 10, and refuses other scales', () => {
    expect(ice({ impact: 1, confidence: 1, ease: 1 })).toBe(1);
    expect(ice({ impact: 10, confidence: 10, ease: 10 })).toBe(10);
    expect(() => ice({ impact: 0.5, confidence: 4, ease: 8 })).toThrow(RangeError);
    expect(() => ice({ impact: 5, confidence: 80, ease: 8 })).toThrow(RangeError);
  });
});

describe('weighted scoring', () => {
  const weigh = (weights: readonly number[], scores: readonly number[]) =>
    weightedScore(scores.map((score, at) => ({ score, weight: weights[at] ?? 0 })));

  // Two published tables: “Weighted Scoring Models” on pelin.ai, and “Project Selection” on
  // askfilo.com.
  it.each([
    [[40, 25, 20, 15], [9, 10, 4, 8], 8.1],
    [[40, 25, 20, 15], [7, 6, 5, 5], 6.05],
    [[40, 25, 20, 15], [6, 8, 8, 7], 7.05],
    [[0.4, 0.4, 0.2], [3, 4, 5], 3.8],
    [[0.4, 0.4, 0.2], [5, 3, 4], 4],
  ])('with weights %j and scores %j gives the published %f', (weights, scores, total) => {
    expect(weigh(weights, scores)).toBeCloseTo(total, 10);
  });

  it('lies between the lowest and the highest score, whatever the unit of the weights', () => {
    const pairs = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 10 })),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(pairs, (list) => {
        const weights = list.map(([weight]) => weight);
        const scores = list.map(([, score]) => score);
        const total = weigh(weights, scores);
        expect(total).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-9);
        expect(total).toBeLessThanOrEqual(Math.max(...scores) + 1e-9);
        expect(
          weigh(
            weights.map((weight) => 7 * weight),
            scores,
          ),
        ).toBeCloseTo(total, 9);
      }),
    );
  });

  it('needs a weight', () => {
    expect(() => weigh([0, 0], [1, 2])).toThrow(RangeError);
    expect(() => weightedScore([])).toThrow(RangeError);
    expect(() => weigh([1], [Number.NaN])).toThrow(RangeError);
  });
});

describe('ranks by score', () => {
  it('start at 1 for the highest, and keep the order of equal scores', () => {
    expect(rankByScore([10, 30, 20])).toEqual([3, 1, 2]);
    expect(rankByScore([5, 5, 9])).toEqual([2, 3, 1]);
    expect(rankByScore([])).toEqual([]);
  });
});
