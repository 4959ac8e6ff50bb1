/**
 * A mock interview as the candidate takes it, format 1: `MockRun`, plain data, stored as JSON
 * (`src/browser/kept-texts.ts`) after each step and when its page is left, so that it continues
 * exactly where it was. Questions are asked, then scored; then the scores are locked for good. The version
 * rises when a field is renamed, removed, or redefined.
 */
import * as z from 'zod/mini';
import { readVersioned } from '../../lib/read-versioned.ts';
import type { Result } from '../../lib/result.ts';
import { scoreSchema } from '../progress/records.ts';
import { type MockClock, readClock, remaining } from './clock.ts';
import { mostQuestions } from './mock-link.ts';

/** Version of the format above. */
export const mockRunVersion = 1;

/** Longest text that was stored as somebody's score code; no code is as long. */
export const longestPartnerCode = 1000;

/** Longest note on an answer, in UTF-16 units. */
export const longestAnswerNote = 5000;

const moment = z.int().check(z.gte(0), z.lte(8_640_000_000_000_000));

const runSchema = z
  .strictObject({
    version: z.literal(mockRunVersion),
    /** Id of the record that the result is saved as. */
    id: z.string().check(z.regex(/^[0-9a-z-]{8,40}$/)),
    /** The mock, see `tidyMockLink`. */
    link: z.string().check(z.minLength(1), z.maxLength(1000)),
    stage: z.enum(['asking', 'scoring', 'locked']),
    /** Codes of the questions that the guide had at the start, in order. */
    codes: z
      .array(z.string().check(z.regex(/^[a-z0-9]{3}$/)))
      .check(z.minLength(1), z.maxLength(mostQuestions)),
    /** See `clock.ts`; it counts a time for each of the codes. */
    clock: z.unknown(),
    /** Scores of each question by criterion; `null` is "not assessed", never 0. */
    scores: z.array(z.array(scoreSchema).check(z.maxLength(5))),
    /** Place of the question that is being scored. */
    place: z.int().check(z.gte(0), z.lt(mostQuestions)),
    /** Moment of locking; `null` before. */
    lockedAt: z.nullable(moment),
    /** Whether the result is among the reader's records. */
    isSaved: z.boolean(),
    /** What the candidate wrote down on each question; runs of before November 26, 2026 have none. */
    notes: z.optional(z.array(z.string().check(z.maxLength(longestAnswerNote)))),
    /** Before November 26, 2026: a partner's score code as it was pasted. Now `raters.ts`. */
    partnerCode: z.string().check(z.maxLength(longestPartnerCode)),
  })
  .check(
    z.refine(
      ({ stage, codes, scores, notes, place, lockedAt, isSaved, partnerCode }) =>
        new Set(codes).size === codes.length &&
        scores.length === codes.length &&
        (notes === undefined || notes.length === codes.length) &&
        place < codes.length &&
        (stage === 'locked') === (lockedAt !== null) &&
        // Nobody's scores are shown before one's own are locked.
        (stage === 'locked' || (!isSaved && partnerCode === '')),
      'its parts don’t fit together',
    ),
  );

/** A mock interview as the candidate takes it. */
export type MockRun = Readonly<Omit<z.infer<typeof runSchema>, 'clock'>> & {
  readonly clock: MockClock;
};

/** Reads a kept run, as JSON text or as a value, and sets its clock right for now. Never throws. */
export function readMockRun(given: unknown, now: number): Result<MockRun> {
  const name = 'Your unfinished mock interview';
  const read = readVersioned({ name, version: mockRunVersion, schema: runSchema }, given);
  if ('problem' in read) return read;
  const stored = readClock(read.value.clock, now);
  if ('problem' in stored) return stored;
  const clock = stored.value;
  const { stage, codes } = read.value;
  const fits =
    clock.used.length === codes.length &&
    clock.status !== 'ready' &&
    (clock.status === 'finished') === (stage !== 'asking');
  return fits
    ? { value: { ...read.value, clock } }
    : { problem: `${name} can’t be read: its saved timer is damaged.` };
}

/** Whether anything would be lost with a run: an answer, a score or a result not yet saved. */
export function isUnderWay({ stage, isSaved }: MockRun): boolean {
  return stage !== 'locked' || !isSaved;
}

/** Whether the time of a run is up while its questions are being asked. */
export function isTimeUp({ stage, clock }: MockRun, now: number): boolean {
  return stage === 'asking' && remaining(clock, now) === 0;
}
