import { describe, expect, it } from 'vitest';
import { exampleBook as book, exampleCodes } from '../../../tests/examples/example-book.ts';
import { scoredMock, writeScoreCode } from '../kit/score-code.ts';
import {
  codesInMockLink,
  mockHash,
  readMockLink,
  tidyMockLink,
  writeComparisonLink,
  writeMockLink,
} from './mock-link.ts';

const mock = { minutes: 15, contentVersion: '5f2c9a01', codes: ['222', '266', '233'] };
const written = '2.3.15.5f2c9a01.222266233';
const scores = ['1004-3Z74-407W-8F1W-PW29', '1000-X52K-H3NZ-YZPE-W1E4'];

describe('a link to a mock interview', () => {
  it('has the documented format', () => {
    expect(writeMockLink(mock)).toBe(written);
    expect(readMockLink(`#${written}`, book)).toEqual({
      ...mock,
      unknown: [],
      retired: [],
      scoreCodes: [],
      problems: [],
    });
  });

  it('carries scores, which aren’t part of the mock', () => {
    const comparison = writeComparisonLink(written, scores);
    expect(comparison).toBe(`${written}.10043z74407w8f1wpw29.1000x52kh3nzyzpew1e4`);
    expect(readMockLink(comparison, book)).toMatchObject({
      ...mock,
      scoreCodes: ['10043z74407w8f1wpw29', '1000x52kh3nzyzpew1e4'],
      problems: [],
    });
    expect(tidyMockLink(comparison)).toBe(written);
    expect(writeComparisonLink(written, [])).toBe(written);
    const seven = Array.from({ length: 7 }, (_, index) => `1004-3Z7${index}`);
    const link = readMockLink(writeComparisonLink(written, seven), book);
    expect(link.scoreCodes).toHaveLength(6);
    // Links in format 1 can have scores, too.
    const earlier = readMockLink('1.1.9...1.v.222.10043z74407w8f1wpw29', book);
    expect(earlier).toMatchObject({ scoreCodes: ['10043z74407w8f1wpw29'], problems: [] });
  });

  it('stays short with fifty questions, even with the scores of six raters', () => {
    const longest = { minutes: 240, contentVersion: 'abcdefghijkl', codes: exampleCodes };
    const link = writeMockLink(longest);
    expect(link.length).toBeLessThan(200);
    const codes = Array.from({ length: 6 }, (_, rater) =>
      writeScoreCode(
        scoredMock(link),
        exampleCodes.map((code) => ({ code, scores: [5, 5, 5, 5, 5], seconds: 3600 - rater * 10 })),
      ),
    );
    const comparison = writeComparisonLink(link, codes);
    expect(comparison.length).toBeLessThan(1700);
    expect(readMockLink(comparison, book)).toMatchObject({ problems: [] });
    expect(readMockLink(comparison, book).scoreCodes).toHaveLength(6);
  });

  it('keeps its questions when others are added, and names those that were retired', () => {
    const later = {
      codes: ['2zz', ...exampleCodes.filter((code) => code !== '266')],
      retired: [{ code: '266', on: '2027-01-01', because: 'The rule is gone.' }],
    };
    const link = readMockLink(written, later);
    expect(link).toMatchObject({ codes: ['222', '233'], problems: [] });
    expect(link.retired).toEqual(later.retired);
    expect(codesInMockLink(written)).toEqual(['222', '266', '233']);
    expect(tidyMockLink('2.2.15.v1.zz9222')).toBe('2.2.15.v1.zz9222');
  });

  it('never asks for more than is allowed', () => {
    const codes = Array.from({ length: 60 }, (_, index) => `a${10 + index}`);
    const link = readMockLink(`2.60.999.1.${codes.join('')}`, { codes, retired: [] });
    expect(link.codes).toHaveLength(50);
    expect(link.minutes).toBe(240);
    expect(link.problems).toEqual([
      'We couldn’t read the time in the link, so it’s set to 240 minutes.',
      'This link is damaged: only 50 questions could be read. Ask for it again.',
    ]);
    expect(readMockLink('2.1.0.1.222', book).minutes).toBe(1);
    expect(writeMockLink({ ...mock, codes })).toMatch(/^2\.50\..*\.\w{150}$/);
    expect(codesInMockLink('2.1.0.1.222233222')).toEqual(['222', '233']);
  });

  it.each([
    ['7.3.15', 'This link to a mock interview needs a newer version'],
    ['<svg onload=alert(1)>', 'This isn’t a link to a mock interview.'],
    ['1'.repeat(3000), 'This is too long'],
    ['2.3.15.5f2c9a01.222266', 'only 2 questions could be read.'],
    ['1.3.15...c29l0.5f2c9a01.222266', 'only 2 questions could be read.'],
    ['2.x.15.5f2c9a01.222', 'only 1 question could be read.'],
    ['2.1.x.5f2c9a01.222', 'We couldn’t read the time in the link, so it’s set to 30 minutes.'],
    ['2.1.15.5f!.222', 'Part of the link is damaged.'],
    ['1.1.15...c29l0.5f!.222', 'Part of the link is damaged.'],
    ['2.1.15.5f.222.more', 'Part of the link is damaged.'],
    ['2.1.15.5f.', 'This link has no questions.'],
  ])('says what is wrong with %.30s', (fragment, problem) => {
    const { problems } = readMockLink(fragment, book);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  it('is a mock without questions when there is no fragment', () => {
    expect(readMockLink('#', book)).toMatchObject({ codes: [], problems: [] });
  });

  it.each([
    ['as it was written', `#${written}`],
    ['in capitals', written.toUpperCase()],
    ['with a full stop after it', `${written}.`],
    ['cut in its number', written.replace('2.3.', '2..')],
  ])('is the same for everybody %s', (_, fragment) => {
    expect(tidyMockLink(fragment)).toBe(written);
  });

  it('has a short hash that does not depend on how it was pasted', () => {
    expect(mockHash(` #${written.toUpperCase()} `)).toBe(mockHash(written));
    expect(mockHash(written.replace('.15.', '.16.'))).not.toBe(mockHash(written));
  });
});
