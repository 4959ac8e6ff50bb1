import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKitLink } from '../../src/domain/kit/kit-link.ts';
import {
  readBase32,
  readScoreCode,
  scoredMock,
  writeBase32,
  writeScoreCode,
} from '../../src/domain/kit/score-code.ts';
import {
  codesInMockLink,
  readMockLink,
  tidyMockLink,
  writeComparisonLink,
  writeMockLink,
} from '../../src/domain/mock/mock-link.ts';
import { readPracticeLink, writePracticeLink } from '../../src/domain/practice/practice-link.ts';
import {
  cleanName,
  readSetLink,
  setIn,
  writeSetLink,
} from '../../src/domain/study-set/set-link.ts';
import { exampleBook as book, exampleCodes } from '../examples/example-book.ts';
import { always, endsSoon, longTexts, mutated, nastyText } from './fuzz.ts';

const someCodes = fc.subarray([...exampleCodes, 'zzz', 'qqq'], { maxLength: 8 });
const setLink = fc.record({ name: nastyText, codes: someCodes }).map((set) => writeSetLink(set));
const roomLink = fc
  .record({
    name: nastyText,
    codes: someCodes,
    id: fc.oneof(nastyText, fc.constant('k3x')),
    when: fc.oneof(
      fc.double({ min: 9e11, max: 7e12 }).map((at) => ({ at })),
      nastyText.map((day) => ({ day })),
    ),
    people: fc.array(fc.oneof(nastyText, fc.constantFrom('AK', 'R2')), { maxLength: 15 }),
    others: fc.array(fc.oneof(nastyText, fc.constant('zNew')), { maxLength: 9 }),
  })
  .map(({ people, ...set }) => {
    const takers = new Map(set.codes.map((code, index) => [code, people[index] ?? '']));
    return writeSetLink({ ...set, people, takers });
  });
const mockLink = fc
  .record({
    minutes: fc.integer({ min: 1, max: 240 }),
    contentVersion: fc.stringMatching(/^[0-9a-z-]{1,12}$/),
    codes: someCodes,
    scoreCodes: fc.array(fc.stringMatching(/^1[0-9a-hjkmnp-tv-z]{3}(?:-[0-9a-z]{4}){1,9}$/), {
      maxLength: 7,
    }),
  })
  .map(({ scoreCodes, ...mock }) => writeComparisonLink(writeMockLink(mock), scoreCodes));
/** Links in the format used until November 2026. */
const earlierMockLink = fc
  .tuple(mockLink, fc.constantFrom('', 'beginner_advanced'), fc.constantFrom('', 'fhir'), fc.nat())
  .map(([link, levels, topics, seed]) => {
    const [, number, minutes, ...rest] = link.split('.');
    return ['1', number, minutes, levels, topics, (seed % 2 ** 32).toString(36), ...rest].join('.');
  });

/** Messages for readers quote only codes and numbers from the link. */
const plainWords = /^[\w ;:,.'’]+$/;

/** Returns fragments with a link's prefix and up to nine fields, many of them invalid. */
function fields(prefix: string): fc.Arbitrary<string> {
  return fc
    .array(fc.oneof(nastyText, fc.constantFrom('222', '3', '15', 'beginner', 'fhir_x')), {
      maxLength: 9,
    })
    .map((list) => [prefix, ...list].join('.'));
}

describe('a link to a set', () => {
  const anyLink = fc.oneof(
    ...[setLink, roomLink, mutated(setLink), mutated(roomLink), fields('1'), fields('2.222233.')],
    nastyText,
  );

  it('reads back as what it was written from, or says what is wrong with it', () => {
    always(anyLink, (fragment) => {
      const link = readSetLink(fragment, book);
      const { name, codes, retired, unknown, problems } = link;
      for (const problem of problems) expect(problem).toMatch(plainWords);
      for (const person of link.people ?? []) expect(person).toMatch(/^[A-Z][A-Z0-9]{0,2}$/);
      expect(exampleCodes).toEqual(expect.arrayContaining([...codes]));
      expect(cleanName(name)).toBe(name);
      const all = new Set([...codes, ...retired.map(({ code }) => code), ...unknown]);
      const again = readSetLink(writeSetLink({ name, codes: [...all] }), book);
      expect({ ...again, all: new Set(again.all), codes: new Set(again.codes) }).toEqual({
        name,
        all,
        codes: new Set(codes),
        retired,
        unknown,
        problems: [],
      });
      if (problems.length > 0) return;
      // Nothing is dropped silently, so each group of three characters in the link is a code in the
      // result.
      const [version = '', joined = '', encoded = '', ...rest] = fragment
        .trim()
        .replace(/^#/, '')
        .split('.');
      expect(['', '1', '2']).toContain(version);
      const gone = retired.length > 0;
      const written = writeSetLink(setIn(link)).split('.').slice(3);
      // Who takes which question depends on the order of the questions, which changes if retired
      // ones are left out.
      const others = (list: string[]) => new Set(list.filter((field) => !gone || field[0] !== 'w'));
      expect(others(written)).toEqual(others(rest));
      expect(new Set(joined.toLowerCase().match(/[\s\S]{1,3}/g) ?? [])).toEqual(all);
      expect(writeSetLink({ name, codes: [] })).toBe(encoded === '' ? '1.' : `1..${encoded}`);
    });
  });
});

describe('a link to a mock interview', () => {
  /** Links in which at most one field is invalid. */
  const otherField = fc
    .tuple(
      fc.oneof(mockLink, earlierMockLink),
      fc.nat(4),
      fc.oneof(nastyText, fc.stringMatching(/^[a-z0-9_]{0,9}$/)),
    )
    .map(([link, at, text]) => link.split('.').with(at, text.replaceAll('.', '')).join('.'));
  const anyLink = fc.oneof(
    mockLink,
    earlierMockLink,
    mutated(mockLink),
    otherField,
    fields('1'),
    fields('2'),
    nastyText,
  );

  it('reads back as what it was written from, or says what is wrong with it', () => {
    always(anyLink, (fragment) => {
      const parsed = readMockLink(fragment, book);
      for (const problem of parsed.problems) expect(problem).toMatch(plainWords);
      expect(exampleCodes).toEqual(expect.arrayContaining([...parsed.codes]));
      const codes = codesInMockLink(fragment);
      const named = [...parsed.codes, ...parsed.retired.map(({ code }) => code), ...parsed.unknown];
      expect(new Set(named)).toEqual(new Set(codes));
      const tidy = tidyMockLink(fragment);
      expect(tidy).toMatch(/^[12]\.[0-9a-z._-]{1,998}$/);
      expect(tidyMockLink(tidy)).toBe(tidy);
      expect(parsed.scoreCodes.length).toBeLessThanOrEqual(6);
      if (parsed.problems.length > 0 || codes.length === 0) return;
      const again = readMockLink(
        writeComparisonLink(writeMockLink({ ...parsed, codes }), parsed.scoreCodes),
        book,
      );
      expect(again).toEqual(parsed);
    });
  });
});

describe('a link to practice', () => {
  const practiceBook = { ...book, learningPaths: ['a-path'] };
  const kinds = fc.constantFrom(
    ...[
      'today',
      'level.beginner',
      'topic.fhir',
      'path.a-path',
      'terms.due',
      'terms.topic.fhir',
      'set.222233',
      'question.222',
    ],
  );
  const link = kinds.map((kind) => `1.${kind}`);

  it('opens something that the guide has, or says why not', () => {
    always(fc.oneof(link, mutated(link), fields('1.set'), fields('1'), nastyText), (fragment) => {
      const { choice, problems } = readPracticeLink(fragment, practiceBook);
      for (const problem of problems) expect(problem).toMatch(plainWords);
      const isEmpty = /^#?1?$/.test(fragment.trim());
      if (choice === undefined) expect(problems.length > 0 || isEmpty).toBe(true);
      else
        expect(readPracticeLink(writePracticeLink(choice), practiceBook)).toEqual({
          choice,
          problems: [],
        });
    });
  });
});

describe('a score code', () => {
  const codes = exampleCodes.slice(0, 3);
  const link = writeMockLink({ minutes: 30, contentVersion: 'v1', codes });
  const score = fc.constantFrom(null, 1, 2, 3, 4, 5);
  const result = fc.tuple(
    ...codes.map((code) =>
      fc.record({
        code: fc.constant(code),
        scores: fc.array(score, { maxLength: 5 }),
        seconds: fc.nat(360).map((units) => units * 10),
      }),
    ),
  );
  const code = result.map((questions) => writeScoreCode(scoredMock(link), questions));
  /** Score codes with leading zeros and a valid checksum. */
  const padded = code.map((text) => {
    const open = `10000${text.replaceAll('-', '').slice(1, -3)}`;
    const rest = ((readBase32(open) ?? 0n) * 32n ** 3n) % 32_749n;
    return open + writeBase32((32_749n - rest) % 32_749n, 3);
  });
  const digits = fc.stringMatching(/^1[0-9A-HJKMNP-TV-Z]{3,39}$/);

  it('is the only code for its scores, or is refused with a reason', () => {
    always(fc.oneof(code, padded, mutated(code), digits, nastyText), (text) => {
      const parsed = readScoreCode(text, scoredMock(link));
      if ('problem' in parsed) expect(parsed.problem).toMatch(/^[A-Z][^<>]+[.:?]?$/);
      else {
        const tidy = text
          .replace(/[\s\p{Pd}]/gu, '')
          .toUpperCase()
          .replaceAll('O', '0')
          .replace(/[IL]/g, '1');
        expect(writeScoreCode(scoredMock(link), parsed.value).replaceAll('-', '')).toBe(tidy);
      }
    });
  });

  it('is refused if any one digit is changed', () => {
    const one = fc.tuple(code, fc.nat(), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'));
    always(one, ([text, place, digit]) => {
      const bare = text.replaceAll('-', '');
      const at = place % bare.length;
      if (bare[at] === digit) return;
      expect(
        readScoreCode(bare.slice(0, at) + digit + bare.slice(at + 1), scoredMock(link)),
      ).toHaveProperty('problem');
    });
  });

  it('is refused with a link other than its own', () => {
    always(fc.tuple(code, mutated(fc.constant(link))), ([text, other]) => {
      if (tidyMockLink(other) === link || other.trim().replace(/^#/, '').toLowerCase() === link)
        return;
      expect(readScoreCode(text, scoredMock(other))).toHaveProperty('problem');
    });
  });
});

it('long texts don’t slow any of them down', () => {
  for (const text of longTexts) {
    endsSoon(JSON.stringify(text.slice(0, 8)), () => {
      for (const fragment of [text, `1.${text}`, `1.222.${text}`, `1.1.15...c29l0.v1.${text}`]) {
        readSetLink(fragment, book);
        readMockLink(fragment, book);
        tidyMockLink(fragment);
        readPracticeLink(`1.set.${fragment}`, { ...book, learningPaths: [] });
        readScoreCode(fragment, scoredMock('1.1.15...1.v1.222'));
        readKitLink(fragment);
        readKitLink(`k1.${fragment}`);
      }
      cleanName(text);
    });
  }
});
