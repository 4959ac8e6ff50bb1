/**
 * The steps of one question, format 2: read it, answer it, score the answer. A `Ladder` is plain
 * data. It is stored as JSON after each action, so practice can continue at any step. A session's
 * unfinished answers are stored together, as a JSON list of ladders. Format 1 also had `way` (how
 * the answer was given) and `past` (the steps to undo).
 */
import * as z from 'zod/mini';
import { readVersioned, type Upgrades } from '../../lib/read-versioned.ts';
import type { Result } from '../../lib/result.ts';
import {
  codeSchema,
  maxCriteria,
  type Score,
  scoreSchema,
  scoresSchema,
} from '../progress/records.ts';
import {
  answerClockSchema,
  newClock,
  spentBy,
  startClock,
  stopClock,
  updateAnswerClock,
} from './answer-clock.ts';

export type LadderAction =
  | { readonly type: 'start' }
  /** Sets the typed answer or, if the answer is spoken, the notes. */
  | { readonly type: 'type'; readonly text: string }
  | { readonly type: 'next' }
  | { readonly type: 'back' }
  /** Counts the time until now. Send it whenever the clock is shown, and at least every minute. */
  | { readonly type: 'tick' }
  | { readonly type: 'pause' }
  /** Restarts the clock. Send it when a stored ladder is opened, so the time away isn't counted. */
  | { readonly type: 'resume' }
  | { readonly type: 'score'; readonly criterion: number; readonly score: Score }
  /** Gives all criteria the same score. The reader can then change those that differ. */
  | { readonly type: 'score-all'; readonly score: Score }
  | { readonly type: 'turn'; readonly criterion: number }
  | { readonly type: 'finish' }
  /** Goes back to scoring after the review is undone. */
  | { readonly type: 'reopen' };

/**
 * Performs an action. If the current step doesn't allow it, returns the same ladder.
 * @param now milliseconds since 1970
 */
export function advance(ladder: Ladder, action: LadderAction, now: number): Ladder {
  switch (ladder.step) {
    case 'question':
      return action.type === 'start' ? toAnswering(ladder, now) : ladder;
    case 'answering':
      return answer(ladder, action, now);
    case 'rubric':
      return score(ladder, action, now);
    case 'scored':
      return action.type === 'reopen' ? { ...ladder, step: 'rubric' } : ladder;
  }
}

function answer(ladder: Ladder, action: LadderAction, now: number): Ladder {
  const { clock, scores } = ladder;
  switch (action.type) {
    case 'type':
      return { ...tick(ladder, now), answer: action.text.slice(0, maxAnswerLength) };
    case 'tick':
      return tick(ladder, now);
    case 'pause':
      return { ...ladder, clock: stopClock(clock, now) };
    case 'resume':
      return { ...ladder, clock: startClock(clock, now) };
    case 'next': {
      const criterion = Math.max(0, scores.indexOf(null));
      return { ...ladder, step: 'rubric', criterion, clock: stopClock(clock, now) };
    }
    default:
      return ladder;
  }
}

function score(ladder: Ladder, action: LadderAction, now: number): Ladder {
  const { scores } = ladder;
  const isWrong = 'score' in action && !scoreSchema.safeParse(action.score).success;
  if (isWrong || ('criterion' in action && !(action.criterion in scores))) return ladder;
  switch (action.type) {
    case 'score': {
      const criterion = Math.min(action.criterion + 1, scores.length - 1);
      return { ...ladder, scores: scores.with(action.criterion, action.score), criterion };
    }
    case 'score-all':
      return { ...ladder, scores: scores.map(() => action.score), criterion: 0 };
    case 'turn':
      return { ...ladder, criterion: action.criterion };
    case 'back':
      return toAnswering(ladder, now);
    case 'finish':
      return canFinish(ladder) ? { ...ladder, step: 'scored' } : ladder;
    default:
      return ladder;
  }
}

/** True if the answer can be saved, which takes at least one score. */
export function canFinish({ step, scores }: Ladder): boolean {
  return step === 'rubric' && scores.some((score) => score !== null);
}

/** Returns the time spent answering so far, in whole seconds, for review records. */
export function secondsSpent({ clock }: Ladder, now: number): number {
  return Math.floor(spentBy(clock, now) / 1000);
}

function tick(ladder: Ladder, now: number): Ladder {
  return { ...ladder, clock: updateAnswerClock(ladder.clock, now) };
}

function toAnswering(ladder: Ladder, now: number): Ladder {
  return { ...ladder, step: 'answering', clock: startClock(ladder.clock, now) };
}

export const stepIds = ['question', 'answering', 'rubric', 'scored'] as const;

/** Maximum length of a typed answer, in UTF-16 code units. Anything longer is cut off. */
export const maxAnswerLength = 20_000;

const ladderVersion = 2;

const ladderSchema = z
  .object({
    version: z.literal(ladderVersion),
    code: codeSchema,
    step: z.enum(stepIds),
    scores: scoresSchema,
    /** Index of the criterion that the reader is at. */
    criterion: z.int().check(z.gte(0), z.lte(maxCriteria - 1)),
    /** The typed text. Nothing that was spoken is stored here. */
    answer: z.string().check(z.maxLength(maxAnswerLength)),
    clock: answerClockSchema,
  })
  .check(
    // Reject states that can't be the result of any actions.
    z.refine(
      ({ step, scores, criterion, clock }) =>
        criterion < Math.max(1, scores.length) &&
        (step !== 'scored' || scores.some((score) => score !== null)) &&
        (clock.since === null || step === 'answering'),
      'its parts don’t match',
    ),
  );

export type Ladder = z.infer<typeof ladderSchema>;

/**
 * In earlier versions of the guide, each of these was a separate step. All of them are now part of
 * the `rubric` step.
 */
const earlierSteps: readonly unknown[] = ['hint', 'outline', 'model-answer', 'probes'];

const upgrades: Upgrades = new Map([
  [
    1,
    (stored) => {
      const { way: _, past: __, ...ladder } = stored as Record<string, unknown>;
      const step = earlierSteps.includes(ladder['step']) ? 'rubric' : ladder['step'];
      return { ...ladder, version: ladderVersion, step };
    },
  ],
]);

/** @param criteria the number of criteria in the question's rubric, up to 5 */
export function startLadder(code: string, criteria: number): Ladder {
  return {
    version: ladderVersion,
    code,
    step: 'question',
    scores: Array.from({ length: Math.min(maxCriteria, criteria) }, () => null),
    criterion: 0,
    answer: '',
    clock: newClock,
  };
}

export function readLadder(given: unknown): Result<Ladder> {
  const name = 'The stored answer';
  return readVersioned({ name, version: ladderVersion, upgrades, schema: ladderSchema }, given);
}

/** True if there is text, speaking time, or an answer that is being scored. */
export function hasContent(ladder: Ladder): boolean {
  return hasWork(ladder) || ladder.clock.spent >= spokenFrom;
}

/** True if there is text or an answer that is being scored. Time alone doesn't count. */
export function hasWork({ step, answer }: Ladder): boolean {
  return step === 'rubric' || answer.trim() !== '';
}

/**
 * After this many milliseconds, the reader is assumed to have spoken, even without text or scores.
 */
const spokenFrom = 10_000;

/**
 * Reads a JSON list of ladders. Leaves out ladders that can't be read. If none can be read, returns
 * the first problem. Never throws.
 */
export function readLadders(text: string): Result<readonly Ladder[]> {
  const reads = parsedList(text).map(readLadder);
  const ladders = reads.flatMap((read) => ('value' in read ? read.value : []));
  const problem = reads.find((read) => 'problem' in read);
  return problem !== undefined && ladders.length === 0 ? problem : { value: ladders };
}

function parsedList(text: string): readonly unknown[] {
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : [parsed];
  } catch {
    return [undefined];
  }
}
