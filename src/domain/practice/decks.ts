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

/** A term of the glossary as practice needs it. */
export interface StudyTerm extends FlashcardTerm {
  /** Ids of its topics. */
  readonly topics: readonly string[];
}

/** The glossary as a deck, in alphabetical order. */
export function termDeck(terms: Iterable<StudyTerm>): DeckEntry[] {
  return [...terms].map(({ id, topics }) => ({ id: cardId('term', id), level: null, topics }));
}
