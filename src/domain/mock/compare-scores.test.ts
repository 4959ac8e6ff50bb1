import { describe, expect, it } from 'vitest';
import { compareScores, findOutliers } from './compare-scores.ts';

const scoresOf = (...scores: readonly (readonly (number | null)[])[]) =>
  scores.map((list, place) => ({
    code: ['222', '233'][place] ?? '',
    scores: list,
    seconds: 0,
  })) as never;
const first = scoresOf([4, 3, null], [1, 5]);
const second = scoresOf([4, 5, 2], [5, 4]);
const third = scoresOf([3, null, 2], [4, 4]);

describe('outliers', () => {
  it.each([
    [
      [4, 4, 2],
      [false, false, true],
    ],
    [
      [5, null, 4, 4, 1],
      [false, false, false, false, true],
    ],
    [
      [1, 3, 5],
      [true, false, true],
    ],
    [
      [2, 2, 4, 4],
      [false, false, false, false],
    ],
    // Neither of two is further out than the other.
    [
      [1, 5],
      [false, false],
    ],
    [[], []],
  ])('of %j are %j', (scores, outliers) => {
    expect(findOutliers(scores)).toEqual(outliers);
  });
});

describe('results of several raters', () => {
  it('are compared criterion by criterion, widest disagreement first', () => {
    const { criteria } = compareScores([first, second, third]);
    expect(criteria).toEqual([
      { code: '233', criterion: 0, scores: [1, 5, 4], spread: 4 },
      { code: '222', criterion: 1, scores: [3, 5, null], spread: 2 },
      { code: '222', criterion: 0, scores: [4, 4, 3], spread: 1 },
      { code: '233', criterion: 1, scores: [5, 4, 4], spread: 1 },
      { code: '222', criterion: 2, scores: [null, 2, 2], spread: 0 },
    ]);
  });

  it('are added up over the criteria that all assessed, and counted for those that at least two did', () => {
    expect(compareScores([first, second, third])).toMatchObject({
      compared: 5,
      close: 3,
      assessedByAll: 3,
      totals: [10, 13, 11],
    });
  });

  it('have an agreement figure if two of them assessed the same criteria', () => {
    expect(compareScores([first, first]).alpha).toBe(1);
    expect(compareScores([first, second]).alpha).toBeLessThan(0.5);
    expect(compareScores([first]).alpha).toBeNull();
    expect(compareScores([]).criteria).toEqual([]);
  });

  it('include what only one of them assessed', () => {
    const { criteria, compared } = compareScores([scoresOf([4, 3]), []]);
    expect(criteria.map(({ scores, spread }) => [...scores, spread])).toEqual([
      [4, null, null],
      [3, null, null],
    ]);
    expect(compared).toBe(0);
  });
});
