import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../tests/examples/any-text.ts';
import { writeComparisonLink, writeMockLink } from './mock-link.ts';
import {
  addRaters,
  nameRater,
  type Raters,
  ratersOf,
  readPastedScores,
  readRaters,
  removeRater,
} from './raters.ts';
import { writeScoreCode } from './score-code.ts';

const link = writeMockLink({ minutes: 20, contentVersion: 'v1', codes: ['222', '233'] });
const other = writeMockLink({ minutes: 30, contentVersion: 'v1', codes: ['222', '233'] });
const codes = [1, 2, 3, 4, 5, 6, 7].map((rater) =>
  writeScoreCode(link, [{ code: '222', scores: [3, 4], seconds: rater * 10 }]),
);
const [one = '', two = ''] = codes;
const stored = addRaters(undefined, link, [one, two]) as Raters;

describe('other people’s scores for a mock', () => {
  it('are stored and read with their names', () => {
    const named = nameRater(stored, two, 'Ana');
    expect(readRaters(JSON.stringify(named))).toEqual({ value: named });
    expect(
      ratersOf(named, link).map(({ name, questions }) => [name, questions[0]?.seconds]),
    ).toEqual([
      ['', 10],
      ['Ana', 20],
    ]);
    expect(ratersOf(named, other)).toEqual([]);
    expect(removeRater(named, one).raters).toEqual([{ code: two, name: 'Ana' }]);
  });

  it('are stored once each, six at most, for one mock at a time', () => {
    expect(addRaters(stored, link, [two, one])).toBe(stored);
    expect(addRaters(stored, link, codes)?.raters).toHaveLength(6);
    expect(addRaters(stored, other, [one])).toMatchObject({ link: other, raters: [{ code: one }] });
    expect(addRaters(stored, other, [])).toBe(stored);
  });

  it('never throw when they are read', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json()), (given) => {
        expect(readRaters(given)).toHaveProperty('problem');
      }),
    );
  });
});

describe('pasted scores', () => {
  it.each([
    ['a code', one, [one]],
    ['a code in another form', one.toLowerCase().replaceAll('-', ' '), [one]],
    ['several codes', `${one}, ${two}\n`, [one, two]],
    ['a link', `https://example.org/mock/#${writeComparisonLink(link, [one, two])}`, [one, two]],
    [
      'links and codes from a chat',
      `/mock/#${writeComparisonLink(link, [one])} ${two}`,
      [one, two],
    ],
  ])('are read from %s', (_, text, value) => {
    expect(readPastedScores(text, link)).toEqual({ value });
  });

  it.each([
    ['', 'empty'],
    ['nonsense', 'damaged'],
    [`${one} nonsense`, 'damaged'],
    [`/mock/#${link}`, 'no scores'],
    [`/mock/#${writeComparisonLink(other, [one])}`, 'other mock'],
    [writeScoreCode(other, []), 'other mock'],
  ])('say what is wrong with %s', (text, problem) => {
    expect(readPastedScores(text, link)).toMatchObject({ problem: { kind: problem } });
  });

  it('aren’t found in arbitrary text, and never throw when they are read', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(readPastedScores(text, link)).toHaveProperty('problem');
      }),
    );
  });
});
