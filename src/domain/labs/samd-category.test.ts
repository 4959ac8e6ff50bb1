import { describe, expect, it } from 'vitest';
import {
  countedSituation,
  type SamdCategory,
  type Significance,
  type Situation,
  samdCategory,
  samdCriterion,
  significances,
  situations,
} from './samd-category.ts';

describe('the category of software as a medical device', () => {
  it.each<[Situation, Significance, SamdCategory]>([
    ['critical', 'treat', 'IV'],
    ['critical', 'drive', 'III'],
    ['critical', 'inform', 'II'],
    ['serious', 'treat', 'III'],
    ['serious', 'drive', 'II'],
    ['serious', 'inform', 'I'],
    ['non-serious', 'treat', 'II'],
    ['non-serious', 'drive', 'I'],
    ['non-serious', 'inform', 'I'],
  ])('matches N12, section 7.2: %s, %s is %s', (situation, significance, category) => {
    expect(samdCategory(situation, significance)).toBe(category);
  });

  it('follows the criteria of section 7.3, in order', () => {
    expect(samdCriterion('critical', 'treat')).toBe('IV.i');
    expect(samdCriterion('serious', 'treat')).toBe('III.i');
    expect(samdCriterion('critical', 'drive')).toBe('III.ii');
    expect(samdCriterion('non-serious', 'treat')).toBe('II.i');
    expect(samdCriterion('serious', 'drive')).toBe('II.ii');
    expect(samdCriterion('critical', 'inform')).toBe('II.iii');
    expect(samdCriterion('non-serious', 'drive')).toBe('I.i');
    expect(samdCriterion('serious', 'inform')).toBe('I.ii');
    expect(samdCriterion('non-serious', 'inform')).toBe('I.iii');
  });

  it('never rises as the situation or the significance falls', () => {
    const rank = (situation: Situation, significance: Significance): number =>
      ['I', 'II', 'III', 'IV'].indexOf(samdCategory(situation, significance));
    for (const [row, situation] of situations.entries()) {
      for (const [column, significance] of significances.entries()) {
        const here = rank(situation, significance);
        const milder = situations[row + 1];
        const lighter = significances[column + 1];
        if (milder) expect(rank(milder, significance)).toBeLessThanOrEqual(here);
        if (lighter) expect(rank(situation, lighter)).toBeLessThanOrEqual(here);
      }
    }
  });

  it('counts only a serious situation as critical for lay people on their own', () => {
    expect(situations.map((situation) => countedSituation(situation, true))).toEqual([
      'critical',
      'critical',
      'non-serious',
    ]);
    expect(situations.map((situation) => countedSituation(situation, false))).toEqual(situations);
  });

  it('exists only for N12’s own cells', () => {
    expect(() => samdCategory('grave' as Situation, 'treat')).toThrow(RangeError);
    expect(() => samdCategory('critical', 'cure' as Significance)).toThrow(RangeError);
    expect(() => samdCategory('constructor' as Situation, 'treat')).toThrow(RangeError);
  });
});
