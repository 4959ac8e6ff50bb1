/**
 * An interviewer's scorecard in progress, format 1: `ScorecardRun`, plain data, stored
 * as JSON (`src/browser/storage-keys.ts`) after each change, only on the interviewer's device. It
 * has the candidate's name, which appears only in files that the interviewer saves.
 */
import * as z from 'zod/mini';
import { readVersioned } from '../../lib/read-versioned.ts';
import type { Result } from '../../lib/result.ts';
import {
  answerClockSchema,
  newClock,
  spentBy,
  startClock,
  stopClock,
  updateAnswerClock,
} from '../practice/answer-clock.ts';
import { codeSchema, listOf, type Score, scoresSchema } from '../progress/records.ts';
import { maxQuestions } from './mock-link.ts';
import { maxPartnerCodeLength } from './mock-run.ts';
import { type ScoredQuestion, withScore } from './scored-question.ts';

const scorecardRunVersion = 1;

/** Maximum length of a candidate's name, in UTF-16 units. */
export const maxCandidateLength = 120;

/** Maximum length of a note on a question, in UTF-16 units. */
export const maxNoteLength = 20_000;

const sampleSchema = z.object({
  scores: scoresSchema,
  /** Whether the guide's scores are shown, after which these can't be changed. */
  isCompared: z.boolean(),
});

const cardQuestionSchema = z.object({
  code: codeSchema,
  /** Scores by criterion, in the order of the rubric; `null` is "not assessed", never 0. */
  scores: scoresSchema,
  note: z.string().check(z.maxLength(maxNoteLength)),
  /** Time that the question took, see `answer-clock.ts`. */
  clock: answerClockSchema,
  /** How the interviewer scored the guide's sample answers, in its order, for calibration. */
  samples: z.optional(listOf(sampleSchema, 5)),
});

const cardSchema = z
  .object({
    version: z.literal(scorecardRunVersion),
    /** The mock, see `tidyMockLink`. */
    link: z.string().check(z.minLength(1), z.maxLength(1000)),
    candidate: z.string().check(z.maxLength(maxCandidateLength)),
    questions: z.array(cardQuestionSchema).check(z.minLength(1), z.maxLength(maxQuestions)),
    /** Whether the scores are locked: they can't be changed, and others' can be shown. */
    isLocked: z.boolean(),
    /** Before November 26, 2026: another person's score code, as pasted. Now `raters.ts`. */
    partnerCode: z.string().check(z.maxLength(maxPartnerCodeLength)),
  })
  .check(
    z.refine(({ questions, isLocked, partnerCode }) => {
      const running = questions.filter(({ clock }) => clock.since !== null);
      return (
        new Set(questions.map(({ code }) => code)).size === questions.length &&
        running.length <= (isLocked ? 0 : 1) &&
        (isLocked || partnerCode === '')
      );
    }, 'its parts don’t match'),
  );

export type ScorecardRun = z.infer<typeof cardSchema>;

export type CardQuestion = ScorecardRun['questions'][number];

type ScoredSample = NonNullable<CardQuestion['samples']>[number];

export function readScorecardRun(given: unknown): Result<ScorecardRun> {
  const name = 'The scorecard saved on this device';
  return readVersioned({ name, version: scorecardRunVersion, schema: cardSchema }, given);
}

export function isBlank({ candidate, questions, isLocked }: ScorecardRun): boolean {
  const isUntouched = ({ scores, note, clock, samples = [] }: CardQuestion): boolean =>
    [scores, ...samples.map((sample) => sample.scores)].flat().every((score) => score === null) &&
    note === '' &&
    clock.spent === 0 &&
    clock.since === null;
  return candidate === '' && !isLocked && questions.every(isUntouched);
}

// Actions. One that makes no sense changes nothing.

export function newScorecard(
  link: string,
  questions: readonly { readonly code: string; readonly criteria: readonly unknown[] }[],
): ScorecardRun {
  return {
    version: scorecardRunVersion,
    link,
    candidate: '',
    questions: questions.map(({ code, criteria }) => ({
      code,
      scores: criteria.slice(0, 5).map(() => null),
      note: '',
      clock: newClock,
    })),
    isLocked: false,
    partnerCode: '',
  };
}

export function nameCandidate(card: ScorecardRun, candidate: string): ScorecardRun {
  return { ...card, candidate: candidate.slice(0, maxCandidateLength) };
}

/** Scores a criterion; `null` removes the score. */
export function scoreOnCard(
  card: ScorecardRun,
  code: string,
  criterion: number,
  score: Score,
): ScorecardRun {
  if (card.isLocked) return card;
  return changeQuestion(card, code, (question) => ({
    ...question,
    scores: withScore(question.scores, criterion, score),
  }));
}

/** Writes a note on a question, even after locking, which applies only to scores. */
export function noteOnCard(card: ScorecardRun, code: string, note: string): ScorecardRun {
  return changeQuestion(card, code, (question) => ({
    ...question,
    note: note.slice(0, maxNoteLength),
  }));
}

/** Starts the timer of a question and stops all others; or stops it. */
export function switchTimer(card: ScorecardRun, code: string, now: number): ScorecardRun {
  if (card.isLocked) return card;
  return changeClocks(card, (question) => {
    const isStarted = question.code === code && question.clock.since === null;
    return isStarted ? startClock(question.clock, now) : stopClock(question.clock, now);
  });
}

export function updateTimers(card: ScorecardRun, now: number): ScorecardRun {
  return changeClocks(card, ({ clock }) => updateAnswerClock(clock, now));
}

export function lockCard(card: ScorecardRun, now: number): ScorecardRun {
  if (card.isLocked) return card;
  return { ...changeClocks(card, ({ clock }) => stopClock(clock, now)), isLocked: true };
}

function changeClocks(
  card: ScorecardRun,
  clockOf: (question: CardQuestion) => CardQuestion['clock'],
): ScorecardRun {
  const questions = card.questions.map((question) => ({ ...question, clock: clockOf(question) }));
  return { ...card, questions };
}

export function scoreSample(
  card: ScorecardRun,
  code: string,
  { sample, criterion }: { readonly sample: number; readonly criterion: number },
  score: Score,
): ScorecardRun {
  return changeSample(card, code, sample, (given) =>
    given.isCompared ? given : { ...given, scores: withScore(given.scores, criterion, score) },
  );
}

export function compareSamples(card: ScorecardRun, code: string, count: number): ScorecardRun {
  let changed = card;
  for (let sample = 0; sample < count; sample += 1) {
    changed = changeSample(changed, code, sample, (given) => ({ ...given, isCompared: true }));
  }
  return changed;
}

function changeSample(
  card: ScorecardRun,
  code: string,
  sample: number,
  change: (given: ScoredSample) => ScoredSample,
): ScorecardRun {
  return changeQuestion(card, code, (question) => {
    const length = Math.max(question.samples?.length ?? 0, sample + 1);
    const samples = Array.from({ length }, (_, place) => {
      const given = question.samples?.[place] ?? { scores: [], isCompared: false };
      return place === sample ? change(given) : given;
    });
    return { ...question, samples };
  });
}

export function scoredOnCard({ questions }: ScorecardRun, now: number): ScoredQuestion[] {
  return questions.map(({ code, scores, clock }) => ({
    code,
    scores,
    seconds: Math.round(spentBy(clock, now) / 1000),
  }));
}

function changeQuestion(
  card: ScorecardRun,
  code: string,
  change: (question: CardQuestion) => CardQuestion,
): ScorecardRun {
  const questions = card.questions.map((question) =>
    question.code === code ? change(question) : question,
  );
  return { ...card, questions };
}
