import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SearchTerm } from '../search/search-data.ts';
import { wordsIn } from '../search/words.ts';
import { cutAtRanges } from './mark-ranges.ts';
import { placeWords } from './read-subjects.ts';
import type { StudyQuestion } from './study-data.ts';
import { pointComparer } from './touched-points.ts';

function question(code: string, ...points: readonly string[]): StudyQuestion {
  return {
    code,
    slug: code,
    title: `What about ${code}?`,
    level: 'beginner',
    topics: ['fhir'],
    minutes: 2,
    criteria: [],
    probes: [],
    points: [...points],
  };
}

const terms: readonly SearchTerm[] = [
  { id: 'recall', term: 'recall', aliases: ['sensitivity', 'true positive rate'] },
  {
    id: 'phi',
    term: 'PHI',
    expansion: 'protected health information',
    aliases: ['patient data'],
  },
  {
    id: 'ephi',
    term: 'ePHI',
    expansion: 'electronic protected health information',
    aliases: ['digital chart'],
    searchAs: 'phi',
  },
  { id: 'de-identification', term: 'de-identification', aliases: ['anonymization'] },
  { id: 'rice', term: 'RICE', expansion: 'reach, impact, confidence, effort', aliases: [] },
  { id: 'it', term: 'IT', expansion: 'information technology', aliases: [] },
];
const metrics = question(
  '22b',
  'Define recall. The share of ill patients whom the model flags.',
  'Choose a threshold. Lower it and alarms multiply for patients.',
  'Report 6,217 septic patients under section 164.312(b).',
  'Ask IT about patients before launch.',
);
const privacy = question(
  '22c',
  'Strip PHI by de-identification for patients.',
  'Rank requests with RICE for patients.',
);
const zoo = question(
  '22d',
  'Feed the zebra hay.',
  'Wash the zebra weekly.',
  'Count the zebra twice.',
);
const mixed = question(
  '22f',
  'Protected health information leaves daily.',
  'Lions, tigers, otters, badgers, wolves, beavers, weasels, martens, moose, elk, foxes, lynxes.',
);
const fillers = Array.from({ length: 8 }, (_, index) =>
  question(`f${index}x`, `Patients wait for the model number ${index + 11}.`),
);
const compare = pointComparer([metrics, privacy, zoo, mixed, ...fillers], terms);

function touches(asked: StudyQuestion, answer: string): [string, string][] {
  return compare(asked, answer).map(({ touch, ranges }) => [
    touch,
    ranges.map(([start, end]) => answer.slice(start, end)).join('|'),
  ]);
}

describe('a typed answer', () => {
  it('touches a point by its own words, in any form, and marks them', () => {
    expect(touches(metrics, 'With lowered thresholds an alarm multiplies.')[1]).toEqual([
      'touched',
      'lowered|thresholds|alarm|multiplies',
    ]);
  });

  it('touches a point by any name of its terms', () => {
    for (const name of ['Sensitivity', 'true positive rate', 'sensitivty']) {
      const [touch, words] = touches(metrics, `${name} is the share of ill people.`)[0] ?? [];
      expect(touch).toBe('touched');
      expect(words?.split('|')[0]).toBe(name);
    }
    expect(touches(privacy, 'Anonymization of patient data, ePHI, digital charts')[0]).toEqual([
      'touched',
      'Anonymization|patient data|ePHI|digital charts',
    ]);
  });

  it('of a few keywords names a point with one telling word, numbers and parentheses included', () => {
    expect(touches(metrics, 'section 164.312(b), threshold')).toEqual([
      ['not touched', ''],
      ['partly', 'threshold'],
      ['touched', 'section|164.312(b)'],
      ['not touched', ''],
    ]);
    expect(touches(mixed, 'otter')[1]).toEqual(['partly', 'otter']);
  });

  it('touches nothing with stop words and words that most questions have', () => {
    const answer = 'The patients and the model are what we have, and it is for them all.';
    expect(touches(metrics, answer).map(([touch]) => touch)).toEqual(
      Array.from({ length: 4 }, () => 'not touched'),
    );
  });

  it('has no marks on words such as “per”', () => {
    const rates = question('22g', 'Count alerts per nurse.');
    expect(touches(rates, 'Alerts per nurse')[0]?.[1]).toBe('Alerts|nurse');
  });

  it('has no marks on words that are in most questions or most points of its question', () => {
    expect(touches(metrics, 'The share of ill patients whom the model flags')[0]?.[1]).toBe(
      'share|ill|flags',
    );
    expect(touches(zoo, 'zebra hay')[0]).toEqual(['partly', 'hay']);
  });

  it('touches nothing when it is empty or about something else', () => {
    for (const answer of ['', ' \n', 'My grandmother baked a cake and we went to the lake.']) {
      for (const point of compare(metrics, answer)) {
        expect(point).toMatchObject({ touch: 'not touched', ranges: [] });
      }
    }
  });

  it('touches a point partly when it has little of it', () => {
    expect(touches(metrics, 'I would multiply.')[1]).toEqual(['partly', 'multiply']);
    expect(touches(mixed, 'an otter, a fox')[1]).toEqual(['touched', 'otter|fox']);
    expect(touches(mixed, `an otter${' in a long answer'.repeat(10)}`)[1]).toEqual([
      'not touched',
      '',
    ]);
    expect(touches(mixed, 'protected')[0]).toEqual(['not touched', '']);
  });

  it('must match numbers exactly, with or without commas', () => {
    expect(touches(metrics, '6217 cases, septic')[2]).toEqual(['touched', '6217|septic']);
    expect(touches(metrics, '6,217 cases, 164.312(b)')[2]).toEqual(['touched', '6,217|164.312(b)']);
    expect(touches(metrics, '6,218 cases, 164.312(a)')[2]).toEqual(['not touched', '']);
  });

  it('must match acronyms exactly, in any case, but never an everyday word', () => {
    expect(touches(privacy, 'rank by rice')[1]).toEqual(['touched', 'rank|rice']);
    expect(touches(privacy, 'rank by ricing')[1]?.[1]).toBe('rank');
    expect(touches(metrics, 'ask it to launch')[3]?.[1]).toBe('ask|launch');
    expect(touches(metrics, 'launch with IT')[3]).toEqual(['touched', 'launch|IT']);
  });

  it('can have hyphenated words written as one word or as two', () => {
    for (const word of ['deidentification', 'De-identification', 'de identification']) {
      expect(touches(privacy, `${word} of phi`)[0]).toEqual(['touched', `${word}|phi`]);
    }
  });

  it('counts what is said in one passage, not words scattered over the whole', () => {
    const chatter = 'and then we had a cake with them '.repeat(12);
    const near = 'lower the threshold';
    const far = `threshold ${chatter} lower`;
    expect(touches(metrics, near)[1]?.[0]).toBe('touched');
    expect(touches(metrics, far)[1]?.[0]).toBe('partly');
    const early = `lower the threshold ${chatter} multiply`;
    expect(touches(metrics, early)[1]).toEqual(['touched', 'lower|threshold']);
    const late = `threshold ${chatter} lower it and alarms multiply`;
    expect(touches(metrics, late)[1]).toEqual(['touched', 'lower|alarms|multiply']);
  });
});

describe('any text', () => {
  it('is compared without throwing, with ranges that are in order and start and end on words', () => {
    const pieces = fc.constantFrom(
      'recall ',
      'PHI',
      '6,217',
      "don't—can't",
      '(164.312(b))',
      ' 😎 ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), pieces)), (parts) => {
        const answer = parts.join('');
        for (const { ranges } of compare(metrics, answer)) {
          let last = 0;
          for (const [start, end] of ranges) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(answer.slice(start, end)).toMatch(/[\p{L}\p{N}]/u);
            expect(answer.slice(start, end)).not.toMatch(/^\s|\s$/);
            last = end;
          }
          const cut = cutAtRanges(answer, ranges);
          expect(cut.map(({ text }) => text).join('')).toBe(answer);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has the same words with and without their places', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = text.replaceAll(',', ' ');
        expect(placeWords(plain).map(({ word }) => word)).toEqual(wordsIn(plain));
      }),
      { numRuns: 300 },
    );
  });
});

describe('marks of several points', () => {
  it('are joined where they overlap', () => {
    const ranges = [
      [6, 9],
      [0, 4],
      [2, 5],
    ] as const;
    expect(cutAtRanges('abcdefghij', ranges)).toEqual([
      { text: 'abcde', isMatch: true },
      { text: 'f', isMatch: false },
      { text: 'ghi', isMatch: true },
      { text: 'j', isMatch: false },
    ]);
  });
});
