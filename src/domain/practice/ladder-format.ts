/**
 * The answer-first ladder of one question, format 1: `Ladder`, plain data, stored as JSON after
 * each action, so that practice can continue anywhere. The unfinished answers of a session are
 * stored together, as a JSON list of ladders.
 */
import * as z from 'zod/mini';
import { readVersioned } from '../../lib/read-versioned.ts';
import type { Result } from '../../lib/result.ts';
import { scoreSchema } from '../progress/records.ts';
import { answerClockSchema, newClock } from './answer-clock.ts';

export const stepIds = ['question', 'answering', 'rubric', 'scored'] as const;

type LadderStep = (typeof stepIds)[number];

/** Steps of earlier versions, which showed the parts one after the other. */
const earlierSteps = ['hint', 'outline', 'model-answer', 'probes'] as const;

export function isReached(step: LadderStep, at: LadderStep): boolean {
  return stepIds.indexOf(step) <= stepIds.indexOf(at);
}

const ladderVersion = 1;

/** Maximum length of a typed answer, in UTF-16 units; the rest is cut. */
export const maxAnswerLength = 20_000;

export const maxUndone = 50;

const waySchema = z.enum(['spoken', 'typed', 'recorded']);

const positionFields = {
  step: z.pipe(
    z.enum([...stepIds, ...earlierSteps]),
    z.transform((step) => stepIds.find((id) => id === step) ?? 'rubric'),
  ),
  /** How the answer is given; `null` before it starts. */
  way: z.nullable(waySchema),
  /** Scores by criterion, in the order of the rubric; `null` is "not assessed". */
  scores: z.array(scoreSchema).check(z.maxLength(5)),
  /** Index of the next criterion to score. */
  criterion: z.int().check(z.gte(0), z.lte(4)),
};
const positionSchema = z.strictObject(positionFields);

const ladderSchema = z
  .strictObject({
    version: z.literal(ladderVersion),
    code: z.string().check(z.regex(/^[a-z0-9]{3}$/)),
    ...positionFields,
    /** The typed answer, without anything said or recorded. */
    answer: z.string().check(z.maxLength(maxAnswerLength)),
    clock: answerClockSchema,
    /** The step before each action, the latest last. */
    past: z.array(positionSchema).check(z.maxLength(maxUndone)),
  })
  .check(
    // A state that actions can produce, as far as its fields show.
    z.refine(({ step, way, scores, criterion, clock, past }) => {
      const isPossible = (position: Position): boolean =>
        position.scores.length === scores.length &&
        position.criterion < Math.max(1, scores.length) &&
        (position.step === 'question' || position.way !== null) &&
        (position.step !== 'scored' || position.scores.some((score) => score !== null));
      return (
        (clock.since === null || step === 'answering') &&
        [{ step, way, scores, criterion }, ...past].every(isPossible)
      );
    }, 'it contradicts itself'),
  );

/** The state that an action changes and undo restores. */
export type Position = z.infer<typeof positionSchema>;

export type AnswerWay = z.infer<typeof waySchema>;

export type Ladder = z.infer<typeof ladderSchema>;

/** A new ladder. `criteria` is the number of criteria in the question's rubric, up to 5. */
export function startLadder(code: string, criteria: number): Ladder {
  return {
    version: ladderVersion,
    code,
    step: 'question',
    way: null,
    scores: Array.from({ length: Math.min(5, criteria) }, () => null),
    criterion: 0,
    answer: '',
    clock: newClock,
    past: [],
  };
}

export function readLadder(given: unknown): Result<Ladder> {
  const name = 'The stored answer';
  return readVersioned({ name, version: ladderVersion, schema: ladderSchema }, given);
}

/** Whether it has something to lose: text, a score, or speaking time. */
export function hasContent({ step, answer, clock }: Ladder): boolean {
  return step === 'rubric' || answer.trim() !== '' || clock.spent >= spokenFrom;
}

/** Milliseconds after which a question that was only shown counts as being answered. */
const spokenFrom = 10_000;

/** Reads a JSON list of ladders. Each ladder is read on its own. Never throws. */
export function readLadders(text: string | null): {
  readonly ladders: readonly Ladder[];
  readonly problems: readonly string[];
} {
  const reads = text === null ? [] : listOf(text).map(readLadder);
  return {
    ladders: reads.flatMap((read) => ('value' in read ? read.value : [])),
    problems: reads.flatMap((read) => ('problem' in read ? read.problem : [])),
  };
}

function listOf(text: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : [parsed];
  } catch {
    return [undefined];
  }
}
