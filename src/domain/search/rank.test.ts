import { describe, expect, it } from 'vitest';
import type { NameMatches } from './guide-index.ts';
import { fuse, rank, type TextMatches } from './rank.ts';
import type { QueryUnit } from './read-query.ts';

function unit(word: string, terms: QueryUnit['terms'] = []): QueryUnit {
  return { typed: word, used: word, how: 'as-typed', names: [[word]], texts: [word], terms };
}

function namesOf(...questions: readonly (readonly string[])[]): NameMatches {
  return {
    ranking: questions.flatMap((words, index) => (words.length > 0 ? [index] : [])),
    has: (question, { used }) => questions[question]?.includes(used) === true,
  };
}

function textOf(
  units: readonly QueryUnit[],
  ...texts: readonly (readonly string[])[]
): TextMatches {
  const having = (one: QueryUnit) =>
    texts.flatMap((words, index) => (words.includes(one.used) ? [index] : []));
  return {
    scores: new Map(units.map((one) => [one, new Map(having(one).map((at) => [at, 1]))])),
    having: new Map(units.map((one) => [one, new Set(having(one))])),
    phrases: [],
  };
}

describe('two rankings', () => {
  it('become one in which agreement counts more than one first place', () => {
    expect(
      fuse([
        [[1, 2, 3], 1],
        [[3, 2, 4], 1],
      ])[0],
    ).toBe(3);
    expect(
      fuse([
        [[1], 2],
        [[2], 1],
      ]),
    ).toEqual([1, 2]);
    expect(fuse([])).toEqual([]);
  });
});

describe('the verdict', () => {
  const [drift, watch, podcast] = [unit('drift'), unit('watch'), unit('podcast')];
  const names = namesOf(['drift'], [], []);

  it('is “found” if a question has every word, in its names or in its text', () => {
    const units = [drift, watch];
    expect(rank(units, names, textOf(units, ['watch'], [], []), 3).verdict).toBe('found');
    expect(rank([watch], namesOf(), textOf([watch], [], ['watch']), 3).verdict).toBe('found');
  });

  it('is “closest” if a question has most of the words', () => {
    const units = [drift, watch];
    const { verdict, missing } = rank(units, namesOf(['drift'], ['watch']), textOf(units), 3);
    expect(verdict).toBe('closest');
    expect(missing).toEqual([]);
  });

  it('is “closest” with less if the query names a term', () => {
    const words = [unit('watch'), unit('podcast')];
    const term = unit('fhir', [{ id: 'fhir', term: 'FHIR', aliases: [] }]);
    const verdictOn = (one: QueryUnit) =>
      rank([one, ...words], namesOf([one.used]), textOf(words, ['watch'], []), 3).verdict;
    expect(verdictOn(term)).toBe('closest');
    expect(verdictOn(unit('fhir'))).toBe('nothing');
  });

  it('is “nothing” if the words that say most are missing, and says which', () => {
    const units = [watch, podcast, unit('guitar')];
    const { verdict, missing } = rank(units, namesOf(), textOf(units, ['watch'], ['watch']), 3);
    expect(verdict).toBe('nothing');
    expect(missing.map(({ used }) => used)).toEqual(['podcast', 'guitar']);
  });

  it('is the same without the text, as far as names go', () => {
    expect(rank([drift], names, undefined, 3)).toMatchObject({ ranking: [0], verdict: 'found' });
  });
});

it('a question with the words side by side comes before one that has them apart', () => {
  const units = ['false', 'claims', 'act'].map((word) => unit(word));
  const text = textOf(
    units,
    units.map(({ used }) => used),
    units.map(({ used }) => used),
  );
  const { ranking } = rank(units, namesOf(), { ...text, phrases: [new Map([[1, 1]])] }, 2);
  expect(ranking).toEqual([1, 0]);
});
