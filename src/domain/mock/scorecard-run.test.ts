import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StudyQuestion } from '../practice/study-data.ts';
import { fileNameOfCard, scorecardOf, titleOfCard, writeScorecardCsv } from './scorecard.ts';
import {
  compareSamples,
  isBlank,
  lockCard,
  nameCandidate,
  newScorecard,
  noteOnCard,
  readScorecardRun,
  scoredOnCard,
  scoreOnCard,
  scoreSample,
  switchTimer,
  updateTimers,
} from './scorecard-run.ts';

const noon = 1_800_000_000_000;
const minute = 60_000;
const blank = newScorecard('1.2.10...1.v1.222233', [
  { code: '222', criteria: ['a', 'b'] },
  { code: '233', criteria: ['c'] },
]);
const scored = scoreOnCard(scoreOnCard(blank, '222', 1, 4), '233', 0, 2);

describe('a scorecard', () => {
  it('is restored as it was stored', () => {
    const whole = lockCard(noteOnCard(nameCandidate(scored, 'Ada'), '233', 'Good\nexample'), noon);
    const sampled = scoreSample(blank, '222', { sample: 1, criterion: 1 }, 3);
    for (const card of [blank, scored, sampled, switchTimer(scored, '222', noon), whole]) {
      expect(readScorecardRun(JSON.stringify(card))).toEqual({ value: card });
    }
  });

  it('says “not assessed” where nothing was scored, never 0', () => {
    expect(scoredOnCard(scored, noon).map(({ scores }) => scores)).toEqual([[null, 4], [2]]);
    expect(scoreOnCard(scored, '222', 1, null).questions[0]?.scores).toEqual([null, null]);
  });

  it('times one question at a time', () => {
    const first = switchTimer(blank, '222', noon);
    const second = switchTimer(first, '233', noon + 2 * minute);
    const stopped = switchTimer(updateTimers(second, noon + 3 * minute), '233', noon + 4 * minute);
    expect(scoredOnCard(second, noon + 3 * minute).map(({ seconds }) => seconds)).toEqual([
      120, 60,
    ]);
    expect(scoredOnCard(stopped, noon + 60 * minute).map(({ seconds }) => seconds)).toEqual([
      120, 120,
    ]);
  });

  it('keeps its scores once they are locked', () => {
    const locked = lockCard(switchTimer(scored, '222', noon), noon + minute);
    expect(scoreOnCard(locked, '222', 0, 5)).toBe(locked);
    expect(switchTimer(locked, '222', noon)).toBe(locked);
    expect(scoredOnCard(locked, noon + 9 * minute)[0]?.seconds).toBe(60);
    expect(noteOnCard(locked, '222', 'Later').questions[0]?.note).toBe('Later');
  });

  it('keeps the scores of sample answers once they are compared', () => {
    const first = scoreSample(blank, '222', { sample: 0, criterion: 1 }, 3);
    const second = scoreSample(first, '222', { sample: 1, criterion: 0 }, 2);
    const samples = (card: typeof blank) => card.questions[0]?.samples;
    expect(samples(second)).toEqual([
      { scores: [null, 3], isCompared: false },
      { scores: [2], isCompared: false },
    ]);
    const compared = compareSamples(second, '222', 2);
    expect(samples(scoreSample(compared, '222', { sample: 0, criterion: 1 }, 5))).toEqual([
      { scores: [null, 3], isCompared: true },
      { scores: [2], isCompared: true },
    ]);
  });

  it('is blank until something is written on it', () => {
    expect(isBlank(blank)).toBe(true);
    for (const card of [
      scored,
      nameCandidate(blank, 'A'),
      noteOnCard(blank, '222', 'x'),
      switchTimer(blank, '222', noon),
      lockCard(blank, noon),
      scoreSample(blank, '222', { sample: 0, criterion: 0 }, 3),
    ]) {
      expect(isBlank(card)).toBe(false);
    }
  });

  it('is cut to what can be stored', () => {
    const long = 'x'.repeat(50_000);
    const card = noteOnCard(nameCandidate(blank, long), '222', long);
    expect(readScorecardRun(card)).toEqual({ value: card });
  });
});

describe('a stored scorecard', () => {
  const timed = switchTimer(blank, '222', noon);
  it.each([
    ['not JSON', '{'],
    ['another version', { ...blank, version: 2 }],
    ['a score of 0', JSON.stringify(blank).replace('null', '0')],
    [
      'two timers at once',
      {
        ...timed,
        questions: timed.questions.map((q) => ({ ...q, clock: timed.questions[0]?.clock })),
      },
    ],
    ['a timer after locking', { ...timed, isLocked: true }],
    ['another’s code before locking', { ...blank, partnerCode: '1004' }],
    ['no questions', { ...blank, questions: [] }],
  ])('is refused with %s', (_, stored) => {
    expect(readScorecardRun(stored)).toEqual({
      problem: expect.stringMatching(/can[’']t be read/),
    });
  });

  it('never throws when it is read', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json()), (stored) => {
        expect(readScorecardRun(stored)).toHaveProperty('problem');
      }),
    );
  });
});

describe('a scorecard as a file', () => {
  const rubric = { criterion: 'Is right', one: 'Guesses.', three: 'Half.', five: 'Proves it.' };
  const question: StudyQuestion = {
    code: '222',
    slug: 'what-is-fhir',
    title: 'What is FHIR?',
    level: 'beginner',
    topics: ['fhir'],
    minutes: 2,
    criteria: [rubric, { ...rubric, criterion: 'Is short' }],
    probes: [],
    points: [],
  };
  const known = new Map([['222', question]]);
  const card = noteOnCard(scored, '222', 'Good');

  it('has all anchors, scores, notes and times', () => {
    const { questions } = scorecardOf(card, known, 'https://example.org/mock/#1', noon);
    expect(questions[0]).toEqual({
      code: '222',
      title: 'What is FHIR?',
      criteria: [
        { ...rubric, score: null },
        { ...rubric, criterion: 'Is short', score: 4 },
      ],
      note: 'Good',
      seconds: 0,
    });
  });

  it('keeps the scores of a question that the guide no longer has', () => {
    const text = writeScorecardCsv(scorecardOf(card, known, 'https://example.org/', noon));
    expect(text).toContain('233,Question 233,Criterion 1,,,,2,0,');
  });

  it('is named after the candidate, safely', () => {
    expect(titleOfCard(blank)).toBe('Mock interview scorecard');
    expect(fileNameOfCard(blank)).toBe('mock-interview-scorecard');
    const named = nameCandidate(blank, ' Zoë  “../../etc” Núñez\n');
    expect(titleOfCard(named)).toBe('Scorecard: Zoë “../../etc” Núñez');
    expect(fileNameOfCard(named)).toBe('scorecard-zoë-etc-núñez');
    expect(fileNameOfCard(nameCandidate(blank, 'x'.repeat(120))).length).toBe(80);
  });
});
