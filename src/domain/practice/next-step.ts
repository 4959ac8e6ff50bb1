import type { DeckEntry } from '../review/new-cards.ts';
import { type Moment, queueOf } from './make-queue.ts';
import type { PracticeChoice } from './practice-link.ts';

/** What to practice next. Home, the practice page, and the end of a session all say this. */
export interface NextStep {
  readonly choice: PracticeChoice;
  /** The text on the button that starts it. */
  readonly label: string;
  /** What it is, such as "Today: 2 due, 6 new". */
  readonly text: string;
  /** True if it is part of today's plan or due. The reader can skip anything else. */
  readonly isDue: boolean;
}

/**
 * Returns the first of these that has any questions: the rest of today's plan, due questions that
 * the plan has no time for, a question that was never answered, and the weakest one.
 */
export function nextStep(deck: readonly DeckEntry[], moment: Moment): NextStep | undefined {
  const plan = queueOf({ kind: 'today' }, deck, moment);
  if (plan.ids.length > 0) {
    const { due, new: fresh } = plan.counts;
    const label = `Practice today’s ${plan.ids.length}`;
    return {
      choice: { kind: 'today' },
      label,
      text: `Today: ${due} due, ${fresh} new`,
      isDue: true,
    };
  }
  const done = 'Done for today';
  const { length: due } = queueOf({ kind: 'due' }, deck, moment).ids;
  if (due > 0) {
    const text = `${done}, but ${due} more ${due === 1 ? 'is' : 'are'} due`;
    return { choice: { kind: 'due' }, label: `Review ${due} due`, text, isDue: true };
  }
  for (const kind of ['new', 'weak'] as const) {
    const [card] = queueOf({ kind }, deck, moment).ids;
    if (card === undefined) continue;
    const code = card.slice(card.indexOf(':') + 1);
    const label = 'Practice one more';
    return { choice: { kind: 'question', code }, label, text: done, isDue: false };
  }
  return undefined;
}
