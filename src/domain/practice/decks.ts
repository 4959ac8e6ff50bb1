import { cardId } from '../progress/records.ts';
import type { DeckEntry } from '../review/new-cards.ts';
import type { FlashcardTerm } from './flashcards.ts';
import type { StudyQuestion } from './study-data.ts';

/** Minutes to read the hint, the rubric, and the model answer, and to score an answer. */
export const checkingMinutes = 3;

/** Minutes per term: about fifteen seconds to turn and grade it. */
const termMinutes = 0.25;

export function questionDeck(questions: readonly StudyQuestion[]): DeckEntry[] {
  return questions.map(({ code, level, topics, minutes }) => ({
    id: cardId('question', code),
    level,
    topics,
    minutes: minutes + checkingMinutes,
  }));
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
