import { describe, expect, it } from 'vitest';
import { ageThatMayStay, expectedAlike, scoreRemoval, zipThatMayStay } from './safe-harbor.ts';

describe('what may stay under Safe Harbor', () => {
  it('is three digits of a ZIP code only where more than 20,000 people live', () => {
    expect(zipThatMayStay('98742', 20_001)).toBe('987');
    expect(zipThatMayStay('98742', 20_000)).toBe('000');
    expect(zipThatMayStay('03601', 0)).toBe('000');
  });

  it('is an age up to 89, and one group above', () => {
    expect([0, 67, 89, 90, 93, 120].map(ageThatMayStay)).toEqual([
      '0',
      '67',
      '89',
      '90 or older',
      '90 or older',
      '90 or older',
    ]);
  });

  it('is an age in whole years', () => {
    expect([0.9, 67.99].map(ageThatMayStay)).toEqual(['0', '67']);
    expect(ageThatMayStay(150)).toBe('90 or older');
    expect(() => ageThatMayStay(151)).toThrow(RangeError);
  });

  it('applies only to a ZIP code, area, or age', () => {
    for (const zip of ['987', '987420', 'x98742', '98742-']) {
      expect(() => zipThatMayStay(zip, 1)).toThrow(RangeError);
    }
    expect(() => zipThatMayStay('98742', -1)).toThrow(RangeError);
    expect(() => zipThatMayStay('98742', Number.NaN)).toThrow(RangeError);
    expect(() => ageThatMayStay(-1)).toThrow(RangeError);
    expect(() => ageThatMayStay(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

describe('the removal score', () => {
  const spans = [{ kind: 'A' }, { kind: 'C' }, {}, {}] as const;
  const score = (...removed: boolean[]) =>
    scoreRemoval(spans.map((span, index) => ({ ...span, isRemoved: removed[index] === true })));

  it('counts found, missed and wrongly removed', () => {
    expect(score(true, false, true, false)).toEqual({ found: 1, missed: 1, wronglyRemoved: 1 });
    expect(score()).toEqual({ found: 0, missed: 2, wronglyRemoved: 0 });
    expect(score(true, true, true, true)).toEqual({ found: 2, missed: 0, wronglyRemoved: 2 });
    expect(scoreRemoval([])).toEqual({ found: 0, missed: 0, wronglyRemoved: 0 });
  });
});

describe('the number of matching people', () => {
  it('shrinks with every detail that stays', () => {
    expect(expectedAlike(640_000, [])).toBe(640_000);
    expect(expectedAlike(640_000, [100])).toBe(6400);
    expect(expectedAlike(640_000, [100, 100_000])).toBeCloseTo(0.064);
  });

  it('can’t be computed for details with impossible shares', () => {
    expect(() => expectedAlike(1000, [0])).toThrow(RangeError);
    expect(() => expectedAlike(1000, [0.5])).toThrow(RangeError);
    expect(() => expectedAlike(-1, [])).toThrow(RangeError);
    expect(() => expectedAlike(1000, [2, Number.NaN])).toThrow(RangeError);
    expect(() => expectedAlike(2e10, [])).toThrow(RangeError);
    expect(expectedAlike(1000, [1])).toBe(1000);
  });
});
