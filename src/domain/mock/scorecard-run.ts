/**
 * An interviewer's scorecard while it is filled in, format 1: `ScorecardRun`, plain data, kept as
 * JSON (`src/browser/kept-texts.ts`) after each change, on the interviewer's device alone. It
 * holds the candidate's name, which goes into files that the interviewer saves and nowhere else.
 * The version rises when a field is renamed, removed or redefined.
 */
import * as z from 'zod/mini';
import { readVersioned } from '../../lib/read-versioned.ts';
import type { Result } from '../../lib/result.ts';
import { answerClockSchema } from '../practice/answer-clock.ts';
import { scoreSchema } from '../progress/records.ts';
import { mostQuestions } from './mock-link.ts';
import { longestPartnerCode } from './mock-run.ts';

/** Version of the format above. */
export const scorecardRunVersion = 1;

/** Longest name of a candidate, in UTF-16 units. */
export const longestCandidate = 120;

/** Longest note on a question, in UTF-16 units. */
export const longestNote = 20_000;

const cardQuestionSchema = z.strictObject({
  code: z.string().check(z.regex(/^[a-z0-9]{3}$/)),
  /** Scores by criterion, in the order of the rubric; `null` is "not assessed", never 0. */
  scores: z.array(scoreSchema).check(z.maxLength(5)),
  note: z.string().check(z.maxLength(longestNote)),
  /** Time that the question took, see `answer-clock.ts`. */
  clock: answerClockSchema,
});

const cardSchema = z
  .strictObject({
    version: z.literal(scorecardRunVersion),
    /** The mock, see `tidyMockLink`. */
    link: z.string().check(z.minLength(1), z.maxLength(1000)),
    /** Who is interviewed, as the interviewer typed it. */
    candidate: z.string().check(z.maxLength(longestCandidate)),
    questions: z.array(cardQuestionSchema).check(z.minLength(1), z.maxLength(mostQuestions)),
    /** Whether the scores are locked: they can't be changed, and another's can be seen. */
    isLocked: z.boolean(),
    /** Another's score code as it was pasted; empty if there is none. */
    partnerCode: z.string().check(z.maxLength(longestPartnerCode)),
  })
  .check(
    z.refine(({ questions, isLocked, partnerCode }) => {
      const running = questions.filter(({ clock }) => clock.since !== null);
      return (
        new Set(questions.map(({ code }) => code)).size === questions.length &&
        running.length <= (isLocked ? 0 : 1) &&
        (isLocked || partnerCode === '')
      );
    }, 'it contradicts itself'),
  );

/** A scorecard while it is filled in. */
export type ScorecardRun = z.infer<typeof cardSchema>;

/** A question of it. */
export type CardQuestion = ScorecardRun['questions'][number];

/** Reads a kept scorecard, as JSON text or as a value. Never throws. */
export function readScorecardRun(given: unknown): Result<ScorecardRun> {
  return readVersioned(
    {
      name: 'The scorecard kept on this device',
      version: scorecardRunVersion,
      schema: cardSchema,
    },
    given,
  );
}

/** Whether nothing has been written on a scorecard: it can be thrown away. */
export function isBlank({ candidate, questions, isLocked }: ScorecardRun): boolean {
  return (
    candidate === '' &&
    !isLocked &&
    questions.every(
      ({ scores, note, clock }) =>
        scores.every((score) => score === null) &&
        note === '' &&
        clock.spent === 0 &&
        clock.since === null,
    )
  );
}
