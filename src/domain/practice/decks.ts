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

/** A term of the glossary with its topics. */
export type DeckTerm = FlashcardTerm & { readonly topics: readonly string[] };

/** The glossary as a deck, in alphabetical order. */
export function termDeck(terms: readonly DeckTerm[]) {
  return terms.map(
    ({ id, topics }): DeckEntry => ({ id: cardId('term', id), level: null, topics }),
  );
}
