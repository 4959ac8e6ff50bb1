import { isAllowed, type LadderAction } from './ladder.ts';
import type { Ladder } from './ladder-format.ts';

/** A key and what it does where the ladder stands. */
export interface KeyAction {
  /** `KeyboardEvent.key`, or `Control+` and one. */
  readonly key: string;
  /** What it does, for the list of keys. */
  readonly label: string;
  readonly action: LadderAction;
  /** Whether it also works while the reader types; all others are letters then. */
  readonly whileTyping: boolean;
}

/** The keys that work where the ladder stands: none of them uncovers more than the next step. */
export function keyActions(ladder: Ladder): readonly KeyAction[] {
  return [...moves, ...scoreKeys(ladder)].filter(({ action }) => isUseful(ladder, action));
}

/** What a key does where the ladder stands, if anything. */
export function actionOfKey(
  ladder: Ladder,
  key: string,
  isTyping: boolean,
): LadderAction | undefined {
  return keyActions(ladder).find((one) => one.key === key && (one.whileTyping || !isTyping))
    ?.action;
}

function letter(key: string, label: string, action: LadderAction): KeyAction {
  return { key, label, action, whileTyping: false };
}

const moves: readonly KeyAction[] = [
  letter('s', 'Say the answer', { type: 'answer', way: 'spoken' }),
  letter('t', 'Type the answer', { type: 'answer', way: 'typed' }),
  letter('r', 'Record the answer', { type: 'answer', way: 'recorded' }),
  letter('n', 'Next step', { type: 'next' }),
  { key: 'Control+Enter', label: 'Next step', action: { type: 'next' }, whileTyping: true },
  letter('b', 'Back one step', { type: 'back' }),
  letter('u', 'Undo', { type: 'undo' }),
  letter('p', 'Pause the clock', { type: 'pause' }),
  letter('p', 'Go on', { type: 'resume' }),
  letter('f', 'Finish with these scores', { type: 'finish' }),
];

/** 1 to 5 score the criterion whose turn it is, 0 leaves it unassessed. */
function scoreKeys({ criterion }: Ladder): KeyAction[] {
  return [0, 1, 2, 3, 4, 5].map((points) =>
    letter(String(points), points === 0 ? 'Not assessed' : `Score ${points}`, {
      type: 'score',
      criterion,
      score: points === 0 ? null : points,
    }),
  );
}

/** The clock can be resumed at any time, but the key for it is that for pausing while it runs. */
function isUseful(ladder: Ladder, action: LadderAction): boolean {
  return isAllowed(ladder, action) && !(action.type === 'resume' && ladder.clock.since !== null);
}
