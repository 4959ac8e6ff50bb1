import { checkingMinutes } from '../guide/minutes.ts';
import { orderForRole } from '../plan/roles.ts';
import { cardId, type Progress } from '../progress/records.ts';
import { settingsOf } from '../progress/settings.ts';
import type { DeckEntry } from '../review/new-cards.ts';
import type { FlashcardTerm } from './flashcards.ts';
import type { StudyQuestion } from './study-data.ts';

/** Minutes per term. It takes about fifteen seconds to turn and grade a card. */
const termMinutes = 0.25;

/** Returns the questions as a deck, in the order that suits the reader's role. */
export function questionDeck(
  questions: readonly StudyQuestion[],
  progress: Pick<Progress, 'settings'>,
): DeckEntry[] {
  return orderForRole(questions, settingsOf(progress).role).map(
    ({ code, level, topics, minutes }) => ({
      id: cardId('question', code),
      level,
      topics,
      minutes: minutes + checkingMinutes,
    }),
  );
}

export interface StudyTerm extends FlashcardTerm {
  readonly topics: readonly string[];
}

export function termDeck(terms: Iterable<StudyTerm>): DeckEntry[] {
  return [...terms].map(({ id, topics }) => ({
    id: cardId('term', id),
    level: null,
    topics,
    minutes: termMinutes,
  }));
}
