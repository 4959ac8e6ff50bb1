import { type Score, scoreSchema } from '../progress/records.ts';
import { spentBy, startClock, stopClock, updateAnswerClock } from './answer-clock.ts';
import {
  type AnswerWay,
  isReached,
  type Ladder,
  maxAnswerLength,
  maxUndone,
  type Position,
} from './ladder-format.ts';

export type LadderAction =
  | { readonly type: 'answer'; readonly way: AnswerWay }
  /** The current typed answer; spoken answers may have notes too. */
  | { readonly type: 'type'; readonly text: string }
  | { readonly type: 'next' }
  | { readonly type: 'back' }
  /** Undoes the last action, except for time spent and typed text. */
  | { readonly type: 'undo' }
  /** Counts the time until now; send it whenever the clock is shown, at least every minute. */
  | { readonly type: 'tick' }
  | { readonly type: 'pause' }
  /**
   * Restarts the clock; send it on opening a stored ladder, so that the time away isn't counted.
   */
  | { readonly type: 'resume' }
  | { readonly type: 'score'; readonly criterion: number; readonly score: Score }
  /** Selects the criterion that digit keys score. */
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
      return step === 'rubric' && action.criterion in scores && isScore(action.score);
    case 'turn':
      return step === 'rubric' && action.criterion in scores;
    case 'finish':
      return step === 'rubric' && scores.some((score) => score !== null);
  }
}

/**
 * Applies an action. One that isn't allowed changes nothing.
 *
 * @param now the moment, in milliseconds since 1970
 */
export function advance(ladder: Ladder, action: LadderAction, now: number): Ladder {
  if (!isAllowed(ladder, action)) return ladder;
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
    default:
      return move(ladder, targetOf(ladder, action), now);
  }
}

/** Whole seconds spent on answering by now, for review records. */
export function secondsSpent({ clock }: Ladder, now: number): number {
  return Math.floor(spentBy(clock, now) / 1000);
}

/** Whether the covered key points may be shown: next to the rubric, not before. */
export function showsCoverage({ step, answer }: Ladder): boolean {
  return isReached('rubric', step) && answer.trim() !== '';
}

function isScore(score: unknown): boolean {
  return scoreSchema.safeParse(score).success;
}

function tick(ladder: Ladder, now: number): Ladder {
  return { ...ladder, clock: updateAnswerClock(ladder.clock, now) };
}

function targetOf(
  { scores }: Ladder,
  action: LadderAction & { readonly type: 'answer' | 'next' | 'back' | 'finish' | 'score' },
): Partial<Position> {
  switch (action.type) {
    case 'answer':
      return { step: 'answering', way: action.way };
    case 'next':
      return { step: 'rubric', criterion: Math.max(0, scores.indexOf(null)) };
    case 'back':
      return { step: 'answering' };
    case 'finish':
      return { step: 'scored' };
    case 'score':
      return {
        scores: scores.map((old, place) => (place === action.criterion ? action.score : old)),
        criterion: Math.min(action.criterion + 1, scores.length - 1),
      };
  }
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

/** Changes the step; the clock runs only while the reader answers. */
function moveTo(ladder: Ladder, position: Position, now: number): Ladder {
  const stopped = stopClock(ladder.clock, now);
  const clock = position.step === 'answering' ? startClock(stopped, now) : stopped;
  return { ...ladder, ...position, clock };
}
