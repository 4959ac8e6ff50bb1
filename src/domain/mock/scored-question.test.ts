import { describe, expect, it } from 'vitest';
import { chooseWhatNext, totalOf } from './scored-question.ts';

describe('a total', () => {
  it('leaves out what was not assessed', () => {
    expect(totalOf([4, null, 2])).toEqual({
      sum: 6,
      outOf: 10,
      assessed: 2,
      notAssessed: 1,
      mean: 3,
    });
    expect(totalOf([null]).mean).toBe(null);
  });
});

describe('what to practice next', () => {
  it('begins with the weakest question, and ends with what isn’t scored', () => {
    const next = chooseWhatNext([
      { code: 'fine', scores: [5, 4, null], seconds: 0 },
      { code: 'open', scores: [null, null], seconds: 0 },
      { code: 'weak', scores: [3, null, 2, 5], seconds: 0 },
      { code: 'poor', scores: [1, 2], seconds: 0 },
    ]);
    expect(next).toEqual(['poor', 'weak', 'open']);
  });
});
