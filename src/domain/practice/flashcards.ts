import { type CardId, cardId } from '../progress/records.ts';
import type { SearchTerm } from '../search/search-data.ts';
import { subjectReader } from './read-subjects.ts';

export interface FlashcardTerm extends SearchTerm {
  readonly definition: string;
}

/**
 * A card in the glossary deck. Both directions share a memory state, so they have the same card id.
 */
export interface Flashcard {
  readonly card: CardId;
  readonly direction: 'term-first' | 'meaning-first';
  readonly front: string;
  /** Lines on the back: the expansion and the definition, or the term and its expansion. */
  readonly back: readonly string[];
}

/** Replaces the term's names in a definition that is on the front. */
export const blank = '[…]';

/**
 * Returns a term's card. Directions alternate.
 * @param reps how many times the card has been answered
 */
export function flashcardOf(term: FlashcardTerm, reps: number): Flashcard {
  const direction = reps % 2 === 0 ? 'term-first' : 'meaning-first';
  const expansion = term.expansion === undefined ? [] : [term.expansion];
  const card = cardId('term', term.id);
  return direction === 'term-first'
    ? { card, direction, front: term.term, back: [...expansion, term.definition] }
    : { card, direction, front: withoutNames(term), back: [term.term, ...expansion] };
}

/** Moves the terms that `texts` mentions to the front, in order of first mention. */
export function namedFirst<Term extends SearchTerm>(
  terms: readonly Term[],
  texts: readonly string[],
): readonly Term[] {
  const subjectsOf = subjectReader(terms, []);
  const keys = [...new Set(texts.flatMap((text) => subjectsOf(text).map(({ key }) => key)))];
  const places = new Map(keys.map((key, place) => [key, place]));
  const placeOf = ({ id }: Term): number => places.get(`#${id}`) ?? keys.length;
  return terms.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function withoutNames(term: FlashcardTerm): string {
  const { id, definition } = term;
  const names = subjectReader([term], [])(definition).filter(({ key }) => key === `#${id}`);
  const parts: string[] = [];
  let end = 0;
  for (const name of names) {
    if (name.start < end) continue;
    parts.push(definition.slice(end, name.start), blank);
    end = name.end;
  }
  return [...parts, definition.slice(end)].join('');
}
