import { describe, expect, it } from 'vitest';
import { jurisdictions, levels, topics } from '../../guide-settings.ts';
import type { QuestionData } from '../../schemas/question.ts';
import type { SourceData } from '../../schemas/source.ts';
import type { TermData } from '../../schemas/term.ts';
import { buildGuide, type QuestionSource } from './build-guide.ts';

function source(code: string, data: Partial<QuestionData>): QuestionSource {
  return {
    slug: `slug-${code}`,
    data: {
      code,
      title: `What is the question ${code}?`,
      label: `Question ${code}`,
      level: levels[0].id,
      order: 1,
      topics: [topics[0].id],
      jurisdictions: [jurisdictions[0].id],
      minutes: 2,
      summary: 'A summary.',
      short: 'A short answer.',
      aliases: ['a', 'b', 'c'],
      related: ['22b'],
      factsCheckedOn: '2026-11-24',
      rubric: [],
      calibration: [],
      redFlags: [],
      probes: [],
      ...data,
    },
    body: `A page about FHIR. <Cite id="two" /> And again. <Cite id="one" /> <Cite id="two" />`,
  };
}

const nothing = { questions: [], ledger: [], sources: [], terms: [], learningPaths: [], labs: [] };

const sourceData: SourceData = {
  title: 'The law',
  by: 'Parliament',
  published: '2026',
  url: 'https://example.org/',
  kind: 'statute',
  status: 'in-force',
  says: 'What it says.',
  checkedOn: '2026-11-24',
  reviewBy: '2027-11-24',
};

const termData: TermData = {
  term: 'FHIR',
  definition: 'A standard.',
  aliases: [],
  misspellings: [],
  topics: [topics[0].id],
  source: 'one',
  everyday: false,
  lookAlikes: [],
};

describe('the guide', () => {
  const guide = buildGuide({
    ...nothing,
    questions: [
      source('22d', { level: levels[1].id, order: 1 }),
      source('22c', { order: 2, topics: [topics[1].id, topics[0].id] }),
      source('22b', { order: 1 }),
    ],
    ledger: [
      { code: '22b', given: '2026-11-24', slugs: ['slug-22b'] },
      {
        code: '22z',
        given: '2026-11-24',
        slugs: ['gone'],
        retired: { on: '2026-12-01', because: 'Merged.' },
      },
    ],
    sources: [{ id: 'one', data: sourceData }],
    terms: [{ id: 'fhir', data: termData }],
  });

  it('is in the order of its levels, whatever the order of the files', () => {
    expect(guide.questions.map(({ code, number }) => [number, code])).toEqual([
      [1, '22b'],
      [2, '22c'],
      [3, '22d'],
    ]);
  });

  it('joins each question to its neighbors, across levels', () => {
    expect(guide.questions.map(({ previous, next }) => [previous, next])).toEqual([
      [undefined, '22c'],
      ['22b', '22d'],
      ['22c', undefined],
    ]);
  });

  it('lists all levels, but only topics that have questions', () => {
    expect(guide.levels).toHaveLength(levels.length);
    expect(guide.topics.map(({ id, questions }) => [id, questions.length])).toEqual([
      [topics[0].id, 3],
      [topics[1].id, 1],
    ]);
  });

  it('numbers the sources of a page in the order of first citation', () => {
    expect(guide.questions[0]?.sources).toEqual(['two', 'one']);
    expect(guide.sources.get('one')?.citedBy).toEqual(['22b', '22c', '22d']);
  });

  it('knows which terms a page uses, and which pages use a term', () => {
    expect(guide.questions[0]?.terms).toEqual(['fhir']);
    expect(guide.terms.get('fhir')?.usedBy).toHaveLength(3);
  });

  it('knows which codes were retired', () => {
    expect(guide.retired.map(({ code }) => code)).toEqual(['22z']);
  });
});
