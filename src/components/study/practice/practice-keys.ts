import { keyActions } from '../../../domain/practice/ladder-keys.ts';
import type { Shortcut } from '../base/shortcuts.ts';
import { gradeOfKey } from './flashcard-view.ts';
import type { PracticeSession } from './practice-session.ts';
import { QuestionCard } from './question-card.ts';

/** The keys that do something where the reader stands; none of them uncovers more than a button. */
export function practiceKeys(practice: PracticeSession): readonly Shortcut[] {
  const { scored, current } = practice;
  if (scored !== undefined) {
    return [
      { key: 'n', label: 'Next question', run: () => practice.next() },
      { key: 'u', label: 'Change the score', run: () => void practice.undo() },
    ];
  }
  if (current instanceof QuestionCard) return ladderKeys(practice, current);
  if (current !== undefined) {
    if (!current.isTurned) return [{ key: 'n', label: 'Turn the card', run: () => current.turn() }];
    return [...gradeOfKey].map(([key, grade]) => ({
      key,
      label: `Grade: ${grade}`,
      run: () => void practice.gradeTerm(grade),
    }));
  }
  return practice.pastReview === undefined
    ? []
    : [{ key: 'n', label: 'Go on', run: () => practice.next() }];
}

function ladderKeys(practice: PracticeSession, card: QuestionCard): readonly Shortcut[] {
  return keyActions(card.ladder).map(({ key, label, action, whileTyping }) => ({
    key,
    label,
    whileTyping,
    run: () => (action.type === 'answer' ? void card.begin(action.way) : practice.act(action)),
  }));
}
