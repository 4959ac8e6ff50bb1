import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../tests/examples/any-text.ts';
import { exampleBook as book, exampleCodes } from '../../../tests/examples/example-book.ts';
import { levels, topics } from '../../guide.ts';
import {
  codesInMockLink,
  mockHash,
  readMockLink,
  tidyMockLink,
  writeMockLink,
} from './mock-link.ts';

const levelIds = levels.map(({ id }) => id);
const topicIds = topics.map(({ id }) => id);
const mock = {
  minutes: 15,
  levels: ['beginner', 'advanced'],
  topics: [],
  seed: 20261124,
  contentVersion: '5f2c9a01',
  codes: ['222', '266', '233'],
};
const written = '1.3.15.beginner_advanced..c29l0.5f2c9a01.222266233';

const almostLink = fc
  .array(
    fc.oneof(
      anyText,
      fc.constantFrom('3', '15', '', '9e9', '-1', 'beginner', 'fhir_x', 'c29l0', '222zzzqqq<b>'),
    ),
    { maxLength: 9 },
  )
  .map((fields) => ['1', ...fields].join('.'));

describe('a link to a mock interview', () => {
  it('has the format that was promised', () => {
    expect(writeMockLink(mock)).toBe(written);
    expect(readMockLink(`#${written}`, book)).toEqual({
      ...mock,
      number: 3,
      unknown: [],
      retired: [],
      problems: [],
    });
  });

  it('comes back as it was written', () => {
    const anyMock = fc.record({
      minutes: fc.integer({ min: 1, max: 240 }),
      levels: fc.subarray(levelIds, { maxLength: levelIds.length - 1 }),
      topics: fc.subarray(topicIds, { maxLength: topicIds.length - 1 }),
      seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
      contentVersion: fc.stringMatching(/^[0-9a-z-]{1,12}$/),
      codes: fc.shuffledSubarray([...exampleCodes], { minLength: 1 }),
    });
    fc.assert(
      fc.property(anyMock, (any) => {
        const link = readMockLink(writeMockLink(any), book);
        expect(link).toEqual({
          ...any,
          number: any.codes.length,
          unknown: [],
          retired: [],
          problems: [],
        });
      }),
    );
  });

  it('stays under 500 characters with fifty questions', () => {
    const longest = writeMockLink({
      ...mock,
      minutes: 240,
      levels: levelIds.slice(1),
      topics: topicIds.slice(1),
      seed: 2 ** 32 - 1,
      contentVersion: 'abcdefghijkl',
      codes: exampleCodes,
    });
    expect(longest.length).toBeLessThan(500);
  });

  it('names all levels and topics by naming none', () => {
    expect(writeMockLink({ ...mock, levels: levelIds, topics: topicIds })).toBe(
      '1.3.15...c29l0.5f2c9a01.222266233',
    );
  });

  it('keeps its questions when others are added, and names those that were retired', () => {
    const later = {
      codes: ['2zz', ...exampleCodes.filter((code) => code !== '266')],
      retired: [{ code: '266', on: '2027-01-01', because: 'The rule is gone.' }],
    };
    const link = readMockLink(written, later);
    expect(link).toMatchObject({ number: 3, codes: ['222', '233'], problems: [] });
    expect(link.retired).toEqual(later.retired);
    expect(codesInMockLink(written)).toEqual(['222', '266', '233']);
  });

  it('never asks for more than is allowed', () => {
    const codes = Array.from({ length: 60 }, (_, index) => `a${10 + index}`);
    const link = readMockLink(`1.60.999...1.1.${codes.join('')}`, { codes, retired: [] });
    expect(link.codes).toHaveLength(50);
    expect(link.minutes).toBe(240);
    expect(link.problems).toEqual([
      'The time must be 1 to 240 minutes. It is set to 240.',
      'The link speaks of 60 questions, and 50 can be read.',
    ]);
    expect(readMockLink('1.1.0...1.1.222', book).minutes).toBe(1);
    expect(writeMockLink({ ...mock, codes })).toMatch(/^1\.50\..*\.\w{150}$/);
    expect(codesInMockLink('1.1.0...1.1.222233222')).toEqual(['222', '233']);
  });

  it.each([
    ['7.3.15', 'This link to a mock interview has format 7'],
    ['<svg onload=alert(1)>', 'This is not a link to a mock interview.'],
    ['1'.repeat(3000), 'This is too long'],
    ['1.3.15...c29l0.5f2c9a01.222266', 'The link speaks of 3 questions, and 2 can be read.'],
    ['1.x.15...c29l0.5f2c9a01.222', "The number of questions in the link can't be read."],
    ['1.1.x...c29l0.5f2c9a01.222', "The time in the link can't be read. It is set to 30 minutes."],
    ['1.1.15...zzzzzzz.5f2c9a01.222', 'Part of the link is damaged.'],
    ['1.1.15...c29l0.5f!.222', 'Part of the link is damaged.'],
    ['1.1.15...c29l0.5f.222.more', 'Part of the link is damaged.'],
    ['1.1.15...c29l0.5f.', 'The link names no questions.'],
  ])('says what is wrong with %.30s', (fragment, problem) => {
    const { problems } = readMockLink(fragment, book);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  it('is a mock without questions when there is no fragment', () => {
    expect(readMockLink('#', book)).toMatchObject({ number: 0, codes: [], problems: [] });
  });

  it('gives nothing foreign for any text whatever, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, almostLink), (fragment) => {
        const link = readMockLink(fragment, book);
        expect(exampleCodes).toEqual(expect.arrayContaining([...link.codes]));
        expect(levelIds).toEqual(expect.arrayContaining([...link.levels]));
        expect(topicIds).toEqual(expect.arrayContaining([...link.topics]));
        for (const code of link.unknown) expect(code).toMatch(/^[a-z0-9]{3}$/);
        for (const problem of link.problems) expect(problem).toMatch(/^[\w ;:,.']+$/);
        expect(link.contentVersion).toMatch(/^[0-9a-z-]{0,12}$/);
        expect(link.minutes).toBe(Math.min(240, Math.max(1, Math.trunc(link.minutes))));
        expect(link.seed).toBe(link.seed >>> 0);
        expect(link.codes.length).toBeLessThanOrEqual(50);
      }),
    );
  });

  it.each([
    ['as it was written', `#${written}`],
    ['in capitals', written.toUpperCase()],
    ['with a full stop after it', `${written}.`],
    ['cut in its number', written.replace('1.3.', '1..')],
  ])('is the same for everybody %s', (_, fragment) => {
    expect(tidyMockLink(fragment)).toBe(written);
  });

  it('keeps codes that the guide does not know, and is as short as it should be', () => {
    expect(tidyMockLink('1.2.15...c29l0.v1.zz9222')).toBe('1.2.15...c29l0.v1.zz9222');
    fc.assert(
      fc.property(fc.oneof(anyText, almostLink), (fragment) => {
        const tidy = tidyMockLink(fragment);
        expect(tidy).toMatch(/^1\.[0-9a-z._-]{1,498}$/);
        expect(tidyMockLink(tidy)).toBe(tidy);
        expect(codesInMockLink(tidy)).toEqual(codesInMockLink(fragment.toLowerCase()));
      }),
    );
  });

  it('has a short hash that does not depend on how it was pasted', () => {
    expect(mockHash(` #${written.toUpperCase()} `)).toBe(mockHash(written));
    expect(mockHash(written.replace('.15.', '.16.'))).not.toBe(mockHash(written));
  });
});
