import { describe, expect, it } from 'vitest';
import { readScoreCode, scoredMock } from '../kit/score-code.ts';
import { mockHash, readMockLink, tidyMockLink } from '../mock/mock-link.ts';
import { readPracticeLink } from '../practice/practice-link.ts';
import { readSetLink } from './set-link.ts';

/** Links and codes from version 0.1.0, which people may still have in emails and calendars. */
const mock = '1.3.15.beginner_advanced.fda.c29l0.5f2c9a01.z7s23sv4h';
const score = '10F4-S0PF-RQ9Q-VVG0-ST2R';
const set = '1.z7s23s.RsO8ciAmIOKAnmRpZeKAnCBSdW5kZS4x';

const book = {
  codes: ['z7s', '23s', 'v4h'],
  retired: [],
};

describe('readers’ data from version 0.1.0 still loads', () => {
  it('the link of a mock interview whose questions were drawn from a seed', () => {
    expect(readMockLink(mock, book)).toMatchObject({
      minutes: 15,
      contentVersion: '5f2c9a01',
      codes: ['z7s', '23s', 'v4h'],
      problems: [],
    });
    // Score codes and stored interviews identify the mock interview by this hash.
    expect(tidyMockLink(mock)).toBe(mock);
    expect(mockHash(mock)).toBe(709507842);
  });

  it('a score code of that interview', () => {
    expect(readScoreCode(score, scoredMock(mock))).toEqual({
      value: [
        { code: 'z7s', scores: [4, 3, null], seconds: 180 },
        { code: '23s', scores: [], seconds: 0 },
        { code: 'v4h', scores: [5, 1, 2, 3, 4], seconds: 3600 },
      ],
    });
  });

  it('the link of a set with a name', () => {
    expect(readSetLink(set, book)).toMatchObject({
      codes: ['z7s', '23s'],
      name: 'Für & „die“ Runde.1',
      problems: [],
    });
  });

  it.each([
    ['1.question.z7s', { kind: 'question', code: 'z7s' }],
    ['1.terms.due', { kind: 'terms', of: { kind: 'due' } }],
    ['1.set.z7s23s.eA', { kind: 'set', set: { codes: ['z7s', '23s'], name: 'x' } }],
  ])('a practice link: %s', (link, choice) => {
    expect(readPracticeLink(link, { ...book, learningPaths: [] })).toMatchObject({ choice });
  });
});
