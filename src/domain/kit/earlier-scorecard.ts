/**
 * Reads what the guide saved in localStorage until December 2026: one scorecard (`guide-scorecard`)
 * and other people's scores for one mock interview (`guide-raters`), both in format 1. They become
 * an interview with one candidate.
 */
import * as z from 'zod/mini';
import { readVersioned } from '../../lib/read-versioned.ts';
import type { Result } from '../../lib/result.ts';
import { codesInMockLink, maxQuestions, readMockLink } from '../mock/mock-link.ts';
import { answerClockSchema, stopClock } from '../practice/answer-clock.ts';
import {
  arrayOf,
  codeSchema,
  type InterviewRecord,
  type MockRecord,
  maxCandidateLength,
  maxNoteLength,
  maxRaterNameLength,
  scoresSchema,
} from '../progress/records.ts';
import { changeCandidate, idOfMock, nameRater, newInterview } from './interview.ts';
import { addScores, readPasted } from './received.ts';

const link = z.string().check(z.minLength(1), z.maxLength(1000));

const scorecardSchema = z.object({
  version: z.literal(1),
  /** The mock interview's link (see `tidyMockLink`). */
  link,
  candidate: z.string().check(z.maxLength(maxCandidateLength)),
  questions: z
    .array(
      z.object({
        code: codeSchema,
        scores: scoresSchema,
        note: z.string().check(z.maxLength(maxNoteLength)),
        clock: answerClockSchema,
        samples: z.optional(
          arrayOf(z.object({ scores: scoresSchema, isCompared: z.boolean() }), 5),
        ),
      }),
    )
    .check(z.minLength(1), z.maxLength(maxQuestions)),
  isLocked: z.boolean(),
  /** Another person's score code, if it was pasted before November 26, 2026. */
  partnerCode: z.string().check(z.maxLength(1000)),
});

const ratersSchema = z.object({
  version: z.literal(1),
  link,
  raters: arrayOf(
    z.object({
      code: z.string().check(z.minLength(1), z.maxLength(400)),
      name: z.string().check(z.maxLength(maxRaterNameLength)),
    }),
    6,
  ),
});

type EarlierScorecard = z.infer<typeof scorecardSchema>;
type EarlierRaters = z.infer<typeof ratersSchema>;

export function readEarlierScorecard(given: unknown): Result<EarlierScorecard> {
  const name = 'The scorecard saved on this device';
  return readVersioned({ name, version: 1, schema: scorecardSchema }, given);
}

export function readEarlierRaters(given: unknown): Result<EarlierRaters> {
  return readVersioned({ name: 'The saved comparison', version: 1, schema: ratersSchema }, given);
}

/** @param rater a new key for the reader */
export function interviewFromScorecard(
  card: EarlierScorecard,
  rater: string,
  now: number,
): InterviewRecord {
  const interview = {
    ...interviewOfMock(card.link, rater, now),
    questions: card.questions.map(({ code, samples = [] }) => ({ code, samples })),
  };
  const filled = changeCandidate(interview, 'A', (candidate) => ({
    ...candidate,
    name: card.candidate,
    answers: card.questions.map(({ samples: _, clock, ...answer }) => ({
      ...answer,
      clock: stopClock(clock, now),
    })),
    lockedAt: card.isLocked ? now : null,
  }));
  return withCode(filled, card.partnerCode, '', now);
}

/**
 * Returns an interview with the questions from a mock interview. Links and codes with scores for
 * the mock interview fit it, too.
 */
export function interviewOfMock(link: string, rater: string, now: number): InterviewRecord {
  const { minutes } = readMockLink(link, { codes: [], retired: [] });
  const codes = codesInMockLink(link);
  const id = idOfMock(link);
  return newInterview({ id, rater, name: '', minutes, codes, mock: link }, now);
}

/**
 * Turns the reader's own result from a mock interview into an interview with one candidate, so it
 * can be compared with other people's scores.
 */
export function interviewOfResult(
  { id, link, at, questions }: MockRecord,
  rater: string,
  now: number,
): InterviewRecord {
  const interview = { ...interviewOfMock(link, rater, now), id: `own-${id}`.slice(0, 40) };
  return changeCandidate({ ...interview, name: 'My mock interview' }, 'A', (candidate) => ({
    ...candidate,
    name: 'Me',
    answers: questions.map(({ code, scores, seconds }) => ({
      code,
      scores,
      note: '',
      clock: { spent: seconds * 1000, since: null },
    })),
    lockedAt: at,
  }));
}

/** Adds other people's saved scores if they are for the same mock interview. */
export function withEarlierRaters(
  interview: InterviewRecord,
  { link, raters }: EarlierRaters,
  now: number,
): InterviewRecord {
  if (link !== interview.mock) return interview;
  return raters.reduce((all, { code, name }) => withCode(all, code, name, now), interview);
}

function withCode(
  interview: InterviewRecord,
  code: string,
  name: string,
  now: number,
): InterviewRecord {
  const result = code === '' ? undefined : readPasted(code, interview);
  if (result === undefined || 'problem' in result) return interview;
  return result.value.reduce(
    (all, scores) => nameRater(scores.rater, name)(addScores(scores)(all, now), now),
    interview,
  );
}
