import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../../../tests/examples/any-text.ts';
import { exampleCodes } from '../../../tests/examples/example-book.ts';
import { candidateLabels } from '../progress/records.ts';
import { newInterview, nextLabel, removeCandidate, scoredCandidate } from './interview.ts';
import {
  maxNotesLength,
  placeOf,
  readKitLink,
  writeInterviewLink,
  writePlace,
  writeScoresLink,
} from './kit-link.ts';
import { writeScoreCode } from './score-code.ts';

const interview = newInterview(
  {
    id: 'x7k2m9q4wz',
    rater: 'mine1',
    name: 'Senior PM',
    minutes: 50,
    codes: ['222', '233', '244'],
    labels: ['A', 'B', 'D'],
  },
  1_800_000_000_000,
);
const link = writeInterviewLink(interview);
const code = writeScoreCode(scoredCandidate(interview, 'B'), [
  { code: '222', scores: [4, null], seconds: 60 },
]);
const shared = { label: 'B', rater: 'ana1', code, notes: undefined } as const;
const withScores = writeScoresLink(interview, shared) ?? '';

describe('a link of the interview kit', () => {
  it('has the documented format', () => {
    expect(link).toBe('k1.x7k2m9q4wz.50.3.222233244.abd.U2VuaW9yIFBN');
    expect(readKitLink(`#${link}`)).toEqual({
      kind: 'interview',
      interview: {
        id: 'x7k2m9q4wz',
        minutes: 50,
        name: 'Senior PM',
        codes: ['222', '233', '244'],
        labels: ['A', 'B', 'D'],
      },
      scores: undefined,
    });
    const plain = code.replaceAll('-', '').toLowerCase();
    expect(withScores).toBe(`${link}.b.ana1.${plain}`);
    expect(readKitLink(withScores)).toMatchObject({ scores: { ...shared, code: plain } });
  });

  it('says which labels are taken by deleted candidates, in format 2', () => {
    const without = removeCandidate('D')(interview, 0);
    const shorter = writeInterviewLink(without);
    expect(shorter).toBe('k2.x7k2m9q4wz.50.3.222233244.ab-d.U2VuaW9yIFBN');
    const read = readKitLink(shorter);
    if (read.kind !== 'interview') throw new Error(read.kind);
    expect(read.interview).toMatchObject({ labels: ['A', 'B'], deleted: ['D'] });
    const opened = newInterview({ ...read.interview, rater: 'other' }, 0);
    expect(nextLabel(opened)).toBe('E');
    expect(writeInterviewLink(opened)).toBe(shorter);
    expect(readKitLink(writeScoresLink(without, shared) ?? '')).toMatchObject({
      scores: { label: 'B' },
      interview: { deleted: ['D'] },
    });
    for (const damaged of ['ab-b', 'ab-x', 'ab-dd', 'ab-d-e', '-d']) {
      expect(readKitLink(shorter.replace('ab-d', damaged)).kind).toBe('problem');
    }
  });

  it('has no names of candidates, and notes only if they are given', () => {
    const named = {
      ...interview,
      candidates: interview.candidates.map((one) => ({ ...one, name: 'Zoë Quill' })),
    };
    expect(writeScoresLink(named, shared)).toBe(withScores);
    const notes = ['Clear, “but” slow', '', '\u{1F600}\n'];
    const noted = writeScoresLink(interview, { ...shared, notes }) ?? '';
    expect(readKitLink(noted)).toMatchObject({ scores: { notes } });
    expect(noted).toMatch(/^[0-9a-zA-Z._-]+$/);
    const long = ['x'.repeat(maxNotesLength)];
    expect(writeScoresLink(interview, { ...shared, notes: long })).toBeUndefined();
  });

  it('reads back with fifty questions, and stays short enough for chats', () => {
    fc.assert(
      fc.property(
        fc.subarray([...exampleCodes].slice(0, 50), { minLength: 1 }),
        fc.subarray([...candidateLabels], { minLength: 1 }),
        anyText,
        (codes, labels, name) => {
          const given = newInterview({ ...interview, codes, labels, name, mock: 'x' }, 0);
          const written = writeInterviewLink(given);
          expect(written.length).toBeLessThan(500);
          expect(readKitLink(written)).toMatchObject({
            interview: { codes, labels, name: given.name },
          });
        },
      ),
    );
  });

  it.each([
    ['', 'none'],
    ['#', 'none'],
    ['p=score-a-senior-candidate', 'path'],
    ['set=1.222233', 'set'],
    ['i=x7k2m9q4wz/B/2', 'own'],
    ['own=0123-4567.1abc', 'result'],
    ['2.2.10.v1.222233', 'mock'],
    ['1.2.10...0.v1.222233', 'mock'],
  ])('opens %j', (fragment, kind) => {
    expect(readKitLink(fragment).kind).toBe(kind);
  });

  it.each([
    ['javascript:alert(1)', 'isn’t a link to an interview'],
    ['k3.x', 'newer version'],
    [`k1.${'x'.repeat(12_000)}`, 'too long'],
    [link.slice(0, -20), 'damaged'],
    [link.replace('.50.', '.0.'), 'damaged'],
    [link.replace('.50.', '.999.'), 'damaged'],
    [link.replace('.3.', '.4.'), 'damaged'],
    [link.replace('.abd.', '.abg.'), 'damaged'],
    [link.replace('.abd.', '.aab.'), 'damaged'],
    [link.replace('.abd.', '..'), 'damaged'],
    [link.replace('x7k2', '<b>'), 'damaged'],
    [`${link}x`, 'damaged'],
    [`${withScores}.`, 'damaged'],
    [withScores.replace('.b.ana1', '.c.ana1'), 'damaged'],
    [withScores.replace('.ana1', '.<i>'), 'damaged'],
    [`${withScores}.e30`, 'damaged'],
    [`${withScores}.WzFd`, 'damaged'],
    [`${withScores}.W10.W10`, 'damaged'],
  ])('refuses %j', (fragment, words) => {
    const read = readKitLink(fragment);
    expect(read.kind === 'problem' ? read.problem : read.kind).toContain(words);
  });

  it('never throws, whatever text it is', () => {
    const mutated = fc
      .tuple(fc.constantFrom(link, withScores), fc.nat(), anyText)
      .map(
        ([text, at, other]) =>
          text.slice(0, at % text.length) + other + text.slice(at % text.length),
      );
    fc.assert(fc.property(fc.oneof(anyText, mutated), (text) => void readKitLink(text)));
  });
});

describe('a place in an interview', () => {
  it('reads back, and falls back to the first candidate and question', () => {
    for (const place of [
      { view: 'compare' },
      { view: 'score', label: 'D', question: 2 },
    ] as const) {
      const read = readKitLink(writePlace(interview.id, place));
      expect(read.kind === 'own' && placeOf(read.place, interview)).toEqual(place);
    }
    for (const text of ['', 'C/1', 'A/9', 'A/0', 'x/y/z']) {
      expect(placeOf(text, interview)).toEqual({ view: 'score', label: 'A', question: 0 });
    }
  });
});
