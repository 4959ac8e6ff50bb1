import type { LadderStep } from '../../../domain/practice/ladder-steps.ts';
import type { PracticeSession } from './practice-session.ts';
import { QuestionCard } from './question-card.ts';

const placeOfStep: Record<LadderStep, string> = {
  question: 'question',
  answering: 'answering',
  hint: 'hint',
  outline: 'outline',
  rubric: 'rubric',
  'model-answer': 'answer',
  probes: 'probes',
  scored: 'scored',
};

/** Where the reader's attention belongs: a name that changes whenever the focus should move. */
export function focusPlace(practice: PracticeSession | undefined): {
  readonly key: string;
  readonly place: string;
} {
  if (practice === undefined) return { key: 'home', place: 'home' };
  const { scored, current, session } = practice;
  const at = `${session.place} `;
  if (scored !== undefined) return { key: `${at}scored`, place: 'scored' };
  if (current instanceof QuestionCard) {
    const place = placeOfStep[current.ladder.step];
    return { key: at + place, place };
  }
  if (current !== undefined) {
    const place = current.isTurned ? 'back' : 'front';
    return { key: at + place, place };
  }
  const place = session.place < session.queue.length ? 'past' : 'done';
  return { key: at + place, place };
}
