import { cardId } from '../progress/records.ts';
import type { DeckEntry } from '../review/queue.ts';
import type { FlashcardTerm } from './flashcards.ts';
import type { StudyQuestion } from './study-data.ts';

/** The questions as a deck, in guide order. */
export function questionDeck(questions: readonly StudyQuestion[]): DeckEntry[] {
  return questions.map(({ code, level, topics }) => ({
    id: cardId('question', code),
    level,
    topics,
  }));
}

/** The glossary as a deck, in alphabetical order. */
export function termDeck(
  terms: readonly (FlashcardTerm & { readonly topics: readonly string[] })[],
) {
  return terms.map(
    ({ id, topics }): DeckEntry => ({ id: cardId('term', id), level: null, topics }),
  );
}
