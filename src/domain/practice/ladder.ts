/**
 * The answer-first ladder of one question, format 1. A `Ladder` is plain data, stored as JSON after
 * each action, so that practice can continue anywhere. The unfinished answers of a session are
 * stored together, as a JSON list of ladders.
 */
import * as z from 'zod/mini';
import { readVersioned } from '../../lib/read-versioned.ts';
import type { Result } from '../../lib/result.ts';
import { codeSchema, listOf, type Score, scoreSchema, scoresSchema } from '../progress/records.ts';
import {
  answerClockSchema,
  newClock,
  spentBy,
  startClock,
  stopClock,
  updateAnswerClock,
} from './answer-clock.ts';

export type LadderAction =
  | { readonly type: 'answer'; readonly way: AnswerWay }
  /** Sets the typed answer. A spoken answer may have notes too. */
  | { readonly type: 'type'; readonly text: string }
  | { readonly type: 'next' }
  | { readonly type: 'back' }
  /** Undoes the last action, except for time spent and typed text. */
  | { readonly type: 'undo' }
  /** Counts the time until now. Send it whenever the clock is shown, at least every minute. */
  | { readonly type: 'tick' }
  | { readonly type: 'pause' }
  /**
   * Restarts the clock. Send it when a stored ladder is opened, so that the time away isn't
   * counted.
   */
  | { readonly type: 'resume' }
  | { readonly type: 'score'; readonly criterion: number; readonly score: Score }
  /** Gives all criteria the same score. Criteria that differ are changed afterward. */
  | { readonly type: 'score-all'; readonly score: Score }
  /** Selects the criterion that the digit keys score. */
  | { readonly type: 'turn'; readonly criterion: number }
  | { readonly type: 'finish' };

export function isAllowed(ladder: Ladder, action: LadderAction): boolean {
  const { step, clock, scores, past, way } = ladder;
  switch (action.type) {
    case 'answer':
      return step === 'question' || (step === 'answering' && way !== action.way);
    case 'type':
    case 'next':
    case 'resume':
      return step === 'answering';
    case 'back':
      return step === 'rubric';
    case 'undo':
      return past.length > 0;
    case 'tick':
    case 'pause':
      return clock.since !== null;
    case 'score':
      return (
        step === 'rubric' &&
        action.criterion in scores &&
        scoreSchema.safeParse(action.score).success
      );
    case 'score-all':
      return step === 'rubric' && scoreSchema.safeParse(action.score).success;
    case 'turn':
      return step === 'rubric' && action.criterion in scores;
    case 'finish':
      return step === 'rubric' && scores.some((score) => score !== null);
  }
}

/**
 * Applies an action. If the action isn't allowed, nothing changes. @param now milliseconds since
 * 1970
 */
export function advance(ladder: Ladder, action: LadderAction, now: number): Ladder {
  if (!isAllowed(ladder, action)) return ladder;
  const { scores } = ladder;
  switch (action.type) {
    case 'type':
      return { ...tick(ladder, now), answer: action.text.slice(0, maxAnswerLength) };
    case 'turn':
      return { ...ladder, criterion: action.criterion };
    case 'tick':
      return tick(ladder, now);
    case 'pause':
      return { ...ladder, clock: stopClock(ladder.clock, now) };
    case 'resume':
      return { ...ladder, clock: startClock(ladder.clock, now) };
    case 'undo':
      return undo(ladder, now);
    case 'answer':
      return move(ladder, { step: 'answering', way: action.way }, now);
    case 'next':
      return move(ladder, { step: 'rubric', criterion: Math.max(0, scores.indexOf(null)) }, now);
    case 'back':
      return move(ladder, { step: 'answering' }, now);
    case 'finish':
      return move(ladder, { step: 'scored' }, now);
    case 'score': {
      const criterion = Math.min(action.criterion + 1, scores.length - 1);
      return move(ladder, { scores: scores.with(action.criterion, action.score), criterion }, now);
    }
    case 'score-all':
      return move(ladder, { scores: scores.map(() => action.score), criterion: 0 }, now);
  }
}

/** Returns the whole seconds spent on answering so far, for review records. */
export function secondsSpent({ clock }: Ladder, now: number): number {
  return Math.floor(spentBy(clock, now) / 1000);
}

/** True if the covered key points may be shown, which is next to the rubric and not before. */
export function showsCoverage({ step, answer }: Ladder): boolean {
  return isReached('rubric', step) && answer.trim() !== '';
}

function tick(ladder: Ladder, now: number): Ladder {
  return { ...ladder, clock: updateAnswerClock(ladder.clock, now) };
}

function move(ladder: Ladder, to: Partial<Position>, now: number): Ladder {
  const { step, way, scores, criterion } = ladder;
  const from: Position = { step, way, scores, criterion };
  return {
    ...moveTo(ladder, { ...from, ...to }, now),
    past: [...ladder.past, from].slice(-maxUndone),
  };
}

function undo(ladder: Ladder, now: number): Ladder {
  const before = ladder.past.at(-1);
  if (before === undefined) return ladder;
  return { ...moveTo(ladder, before, now), past: ladder.past.slice(0, -1) };
}

/** Changes the step. The clock runs only while the reader answers. */
function moveTo(ladder: Ladder, position: Position, now: number): Ladder {
  const stopped = stopClock(ladder.clock, now);
  const clock = position.step === 'answering' ? startClock(stopped, now) : stopped;
  return { ...ladder, ...position, clock };
}

export const stepIds = ['question', 'answering', 'rubric', 'scored'] as const;

type LadderStep = (typeof stepIds)[number];

/** Steps of earlier guides, which showed the parts one after the other. */
const earlierSteps = ['hint', 'outline', 'model-answer', 'probes'] as const;

export function isReached(step: LadderStep, at: LadderStep): boolean {
  return stepIds.indexOf(step) <= stepIds.indexOf(at);
}

const ladderVersion = 1;

/** Maximum length of a typed answer, in UTF-16 units. Longer text is cut off. */
export const maxAnswerLength = 20_000;

export const maxUndone = 50;

const waySchema = z.enum(['spoken', 'typed', 'recorded']);

const positionFields = {
  step: z.enum([...stepIds, ...earlierSteps]),
  /** How the answer is given. `null` before it starts. */
  way: z.nullable(waySchema),
  /** Scores by criterion, in the order of the rubric. `null` is "not assessed". */
  scores: scoresSchema,
  /** Index of the next criterion to score. */
  criterion: z.int().check(z.gte(0), z.lte(4)),
};
const positionSchema = z.object(positionFields);

const ladderSchema = z
  .object({
    version: z.literal(ladderVersion),
    code: codeSchema,
    ...positionFields,
    /** The typed answer. It doesn't include anything spoken or recorded. */
    answer: z.string().check(z.maxLength(maxAnswerLength)),
    clock: answerClockSchema,
    /** The step before each action, the latest last. */
    past: listOf(positionSchema, maxUndone),
  })
  .check(
    // Accepts only states that actions can produce, as far as the fields show.
    z.refine(({ step, way, scores, criterion, clock, past }) => {
      const isPossible = (position: z.infer<typeof positionSchema>): boolean =>
        position.scores.length === scores.length &&
        position.criterion < Math.max(1, scores.length) &&
        (position.step === 'question' || position.way !== null) &&
        (position.step !== 'scored' || position.scores.some((score) => score !== null));
      return (
        (clock.since === null || step === 'answering') &&
        [{ step, way, scores, criterion }, ...past].every(isPossible)
      );
    }, 'its parts don’t match'),
  );

/** The state that an action changes and undo restores. */
export type Position = CurrentStep<z.infer<typeof positionSchema>>;

type CurrentStep<Stored> = Omit<Stored, 'step'> & { step: LadderStep };

export type AnswerWay = z.infer<typeof waySchema>;

type StoredLadder = z.infer<typeof ladderSchema>;

export type Ladder = CurrentStep<Omit<StoredLadder, 'past'>> & { past: Position[] };

/** Returns a new ladder. `criteria` is the number of criteria in the question's rubric, up to 5. */
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
  const read = readVersioned({ name, version: ladderVersion, schema: ladderSchema }, given);
  if ('problem' in read) return read;
  const { past, ...ladder } = read.value;
  return { value: { ...withCurrentStep(ladder), past: past.map(withCurrentStep) } };
}

function withCurrentStep<Stored extends { step: StoredLadder['step'] }>(stored: Stored) {
  return { ...stored, step: stepIds.find((id) => id === stored.step) ?? 'rubric' };
}

/** True if it has something to lose: text, a score, or speaking time. */
export function hasContent({ step, answer, clock }: Ladder): boolean {
  return step === 'rubric' || answer.trim() !== '' || clock.spent >= spokenFrom;
}

/** Milliseconds after which a question that was only shown counts as being answered. */
const spokenFrom = 10_000;

/** Reads a JSON list of ladders. Each ladder is read separately. Never throws. */
export function readLadders(text: string | null): {
  readonly ladders: readonly Ladder[];
  readonly problems: readonly string[];
} {
  const reads = text === null ? [] : parsedList(text).map(readLadder);
  return {
    ladders: reads.flatMap((read) => ('value' in read ? read.value : [])),
    problems: reads.flatMap((read) => ('problem' in read ? read.problem : [])),
  };
}

function parsedList(text: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : [parsed];
  } catch {
    return [undefined];
  }
}
