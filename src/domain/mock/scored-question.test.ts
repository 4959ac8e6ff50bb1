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
  const fine = { code: 'fine', scores: [5, 4, null], seconds: 0 };
  const open = { code: 'open', scores: [null, null], seconds: 0 };
  const weak = { code: 'weak', scores: [3, null, 2, 5], seconds: 0 };
  const poor = { code: 'poor', scores: [1, 2], seconds: 0 };
  const current = new Set(['fine', 'open', 'weak', 'poor']);

  it('begins with the weakest question, and ends with what isn’t scored', () => {
    const codes = ['poor', 'weak', 'open'];
    const next = chooseWhatNext([fine, open, weak, poor], current);
    expect(next).toEqual({ codes, isAllStrong: false });
  });

  it('leaves out what the guide no longer has, and then isn’t sure that all is strong', () => {
    const known = new Set(['fine']);
    expect(chooseWhatNext([fine, open], known)).toEqual({ codes: [], isAllStrong: false });
    expect(chooseWhatNext([fine, weak], known)).toEqual({ codes: [], isAllStrong: false });
    expect(chooseWhatNext([fine], known)).toEqual({ codes: [], isAllStrong: true });
  });
});
