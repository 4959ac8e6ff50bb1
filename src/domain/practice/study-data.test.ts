import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exampleInserts, partTreesOf } from '../../../tests/examples/part-trees-of.ts';
import { jurisdictions, levels, topics } from '../../guide-settings.ts';
import type { QuestionData } from '../../schemas/question.ts';
import { markdownParts } from '../export/part-markdown.ts';
import { makeStudyData } from '../export/study-json.ts';
import { buildGuide } from '../guide/build-guide.ts';
import { readStudyData, type StudyQuestion } from './study-data.ts';

const rubric = [{ criterion: 'Says why', one: 'No reason.', three: 'A reason.', five: 'A cause.' }];
const probes = [{ ask: 'And then what?', reply: 'Says what then.', tests: 'criterion 1' }];
const calibration = [
  { title: 'Says nothing', answer: 'Well, it depends.', scores: [{ score: 1, why: 'No reason.' }] },
];
const data: QuestionData = {
  code: '22b',
  title: 'What is the question?',
  label: 'The question',
  level: levels[0].id,
  order: 1,
  topics: [topics[0].id],
  jurisdictions: [jurisdictions[0].id],
  minutes: 2.5,
  summary: 'A summary.',
  aliases: [],
  related: [],
  factsCheckedOn: '2026-11-24',
  rubric,
  redFlags: [],
  short: 'In short.',
  calibration,
  probes,
};
const guide = buildGuide({
  questions: [{ slug: 'the-question', data, body: '' }],
  ledger: [
    { code: '22b', given: '2026-11-01', slugs: ['the-question'] },
    {
      code: 'zzz',
      given: '2026-11-01',
      slugs: ['old'],
      retired: { on: '2026-12-01', because: 'Merged.', instead: '22b' },
    },
  ],
  sources: [],
  terms: [],
  labs: [],
  learningPaths: [
    {
      id: 'first-look',
      data: {
        title: 'A first look',
        purpose: 'For the tests.',
        minutes: 5,
        order: 1,
        questions: [{ code: '22b', why: 'It is the only one.' }],
      },
    },
  ],
});

function exported(hint: string | undefined): string {
  const parts = partTreesOf(hint === undefined ? '' : `<Hint>\n${hint}\n</Hint>`);
  const markdown = markdownParts(parts, exampleInserts, () => undefined);
  const [index, part] = makeStudyData({ guide, markdownOf: () => markdown });
  expect(part?.path).toBe('data/study/beginner.json');
  return JSON.stringify({
    ...JSON.parse(String(part?.content)),
    ...JSON.parse(String(index?.content)),
  });
}

describe('the study data', () => {
  it('from an older build, without samples and what follow-ups test, can be read too', () => {
    const { questions, ...rest } = JSON.parse(exported('1. Define it.'));
    const older = (questions as StudyQuestion[]).map(
      ({ label: _, short: __, calibration: ___, probes: asked, ...question }) => ({
        ...question,
        probes: asked.map(({ ask, reply }) => ({ ask, reply })),
      }),
    );
    expect(readStudyData({ ...rest, questions: older })).toHaveProperty('value');
  });

  const text = exported('1. Define it. In Munich (2025), too.\n2. End it.');

  it('read back as they were written', () => {
    expect(readStudyData(text)).toEqual({
      value: {
        version: 3,
        contentVersion: expect.stringMatching(/^[0-9a-f]{8}$/),
        book: {
          codes: ['22b'],
          retired: [{ code: 'zzz', on: '2026-12-01', because: 'Merged.', instead: '22b' }],
        },
        learningPaths: [{ id: 'first-look', title: 'A first look', codes: ['22b'] }],
        questions: [
          {
            code: '22b',
            slug: 'the-question',
            title: 'What is the question?',
            label: 'The question',
            level: 'beginner',
            topics: ['fhir'],
            minutes: 2.5,
            criteria: rubric,
            short: 'In short.',
            calibration,
            probes,
            points: ['Define it. In Munich (2025), too.', 'End it.'],
          },
        ],
      },
    });
  });

  it('can’t be written without the hint that the points come from', () => {
    expect(() => exported(undefined)).toThrow('"the-question" has no hint');
  });

  it('may have fields that this page does not know', () => {
    const value = { ...JSON.parse(text), later: true };
    expect(readStudyData(value)).toEqual({ value });
  });

  it('are refused with a message if they are damaged or from another version', () => {
    const problem = (value: unknown) => {
      const read = readStudyData(value);
      return 'problem' in read ? read.problem : '';
    };
    expect(problem('<!doctype html>')).toMatch(/^The study data can’t be read: the whole/);
    expect(problem({ version: 1, questions: {} })).toBe(
      'The study data can’t be read: it’s from a version that the guide doesn’t know.',
    );
    const damaged = JSON.parse(text);
    damaged.questions[0].minutes = 'two';
    expect(problem(damaged)).toContain('questions.0.minutes');
  });

  it('never throw, for any input', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json(), fc.string()), (value) => {
        expect(readStudyData(value)).toHaveProperty('problem');
      }),
      { numRuns: 200 },
    );
  });
});
