/**
 * A mock interview in progress, format 1. A `MockRun` is plain data. It is stored as JSON
 * (`src/browser/storage-keys.ts`) after each step and when the reader leaves the page, so it can
 * continue where it stopped. First, the questions are asked. Then the answers are scored. Finally,
 * the scores are locked permanently.
 */
import * as z from 'zod/mini';
import { readVersioned } from '../../lib/read-versioned.ts';
import type { Result } from '../../lib/result.ts';
import {
  codeSchema,
  type MockRecord,
  maxCriteria,
  momentSchema,
  type Score,
  scoresSchema,
} from '../progress/records.ts';
import { clockSchema, finishClock, type MockClock, remaining, startClock, tick } from './clock.ts';
import { maxQuestions } from './mock-link.ts';
import { type ScoredQuestion, withScore } from './scored-question.ts';

const mockRunVersion = 1;

/** Maximum length of a stored score code. Valid ones are shorter. */
const maxPartnerCodeLength = 1000;

/** Maximum length of a note on an answer, in UTF-16 code units. */
export const maxAnswerNoteLength = 5000;

const runSchema = z
  .object({
    version: z.literal(mockRunVersion),
    /** The id of the record that the result will be saved as. */
    id: z.string().check(z.regex(/^[0-9a-z-]{8,40}$/)),
    /** The mock interview's link (see `tidyMockLink`). */
    link: z.string().check(z.minLength(1), z.maxLength(1000)),
    stage: z.enum(['asking', 'scoring', 'locked']),
    /** Codes of the questions that the guide had at the start, in order. */
    codes: z.array(codeSchema).check(z.minLength(1), z.maxLength(maxQuestions)),
    clock: clockSchema,
    /** Scores for each question, by criterion. `null` is "not assessed", never 0. */
    scores: z.array(scoresSchema),
    /** Index of the question being scored. */
    place: z.int().check(z.gte(0), z.lt(maxQuestions)),
    lockedAt: z.nullable(momentSchema),
    isSaved: z.boolean(),
    /**
     * The candidate's notes, one for each question. Runs from before November 26, 2026, have none.
     */
    notes: z.optional(z.array(z.string().check(z.maxLength(maxAnswerNoteLength)))),
    /**
     * A partner's score code as it was pasted. Only runs from before November 26, 2026, have one.
     */
    partnerCode: z.string().check(z.maxLength(maxPartnerCodeLength)),
  })
  .check(
    z.refine(
      ({ stage, codes, clock, scores, notes, place, lockedAt, isSaved, partnerCode }) =>
        new Set(codes).size === codes.length &&
        scores.length === codes.length &&
        clock.used.length === codes.length &&
        (clock.status === 'finished') === (stage !== 'asking') &&
        (notes === undefined || notes.length === codes.length) &&
        place < codes.length &&
        (stage === 'locked') === (lockedAt !== null) &&
        // Other people's scores aren't shown until the reader's own are locked.
        (stage === 'locked' || (!isSaved && partnerCode === '')),
      'its parts don’t match',
    ),
  );

export type MockRun = Readonly<z.infer<typeof runSchema>>;

/** Reads a stored run from JSON text or a value, and updates its clock. Never throws. */
export function readMockRun(given: unknown, now: number): Result<MockRun> {
  const name = 'Your unfinished mock interview';
  const read = readVersioned({ name, version: mockRunVersion, schema: runSchema }, given);
  if ('problem' in read) return read;
  return { value: { ...read.value, clock: tick(read.value.clock, now) } };
}

/** True if discarding a run would lose an answer, a score, or a result that isn't saved yet. */
export function isUnfinished({ stage, isSaved }: MockRun): boolean {
  return stage !== 'locked' || !isSaved;
}

export function isTimeUp({ stage, clock }: MockRun, now: number): boolean {
  return stage === 'asking' && remaining(clock, now) === 0;
}

// Actions. An action that doesn't apply changes nothing.

interface RunStart {
  readonly id: string;
  readonly link: string;
  readonly minutes: number;
  readonly questions: readonly { readonly code: string; readonly criteria: readonly unknown[] }[];
}

export function beginRun({ id, link, minutes, questions }: RunStart, now: number): MockRun {
  return {
    version: mockRunVersion,
    id,
    link,
    stage: 'asking',
    codes: questions.map(({ code }) => code),
    clock: startClock(minutes, questions.length, now),
    scores: questions.map(({ criteria }) => criteria.slice(0, maxCriteria).map(() => null)),
    place: 0,
    lockedAt: null,
    isSaved: false,
    notes: questions.map(() => ''),
    partnerCode: '',
  };
}

export function updateClock(
  run: MockRun,
  step: (clock: MockClock, now: number) => MockClock,
  now: number,
): MockRun {
  if (run.stage !== 'asking') return run;
  const clock = step(run.clock, now);
  return clock === run.clock ? run : { ...run, clock };
}

export function finishAsking(run: MockRun, now: number): MockRun {
  if (run.stage !== 'asking') return run;
  return { ...run, stage: 'scoring', clock: finishClock(run.clock, now), place: 0 };
}

export function goToPlace(run: MockRun, place: number): MockRun {
  return run.stage === 'scoring' && place in run.codes ? { ...run, place } : run;
}

/** Scores a criterion of the current question. `null` removes the score. */
export function scoreCriterion(run: MockRun, criterion: number, score: Score): MockRun {
  if (run.stage !== 'scoring') return run;
  const scores = run.scores.map((given, place) =>
    place === run.place ? withScore(given, criterion, score) : given,
  );
  return { ...run, scores };
}

export function lockRun(run: MockRun, now: number): MockRun {
  return run.stage === 'scoring' ? { ...run, stage: 'locked', lockedAt: now } : run;
}

export function markSaved(run: MockRun): MockRun {
  return run.stage === 'locked' ? { ...run, isSaved: true } : run;
}

/**
 * Writes a note on a question. This works at every stage, because locking applies only to scores.
 */
export function noteAnswer(run: MockRun, place: number, note: string): MockRun {
  const notes = run.codes.map((_, index) =>
    index === place ? note.slice(0, maxAnswerNoteLength) : (run.notes?.[index] ?? ''),
  );
  return { ...run, notes };
}

export function recordOfRun(run: MockRun): MockRecord | undefined {
  const { id, link, lockedAt, codes, clock, scores } = run;
  if (lockedAt === null) return undefined;
  const questions = codes.map((code, place) => ({
    code,
    scores: [...(scores[place] ?? [])],
    seconds: Math.round((clock.used[place] ?? 0) / 1000),
  })) satisfies ScoredQuestion[];
  return { id, link, at: lockedAt, questions };
}
