import { type CardId, cardId } from '../progress/records.ts';
import type { SearchTerm } from '../search/search-data.ts';
import { subjectReader } from './read-subjects.ts';

/** What a flashcard asks for: the meaning of a term, or the term for a meaning. */
export type Direction = 'term-first' | 'meaning-first';

export interface FlashcardTerm extends SearchTerm {
  readonly definition: string;
}

/**
 * A card of the glossary deck. Both directions share one memory state, so they share one card id.
 */
export interface Flashcard {
  readonly card: CardId;
  readonly direction: Direction;
  readonly front: string;
  /** Lines on the back, the answer first. */
  readonly back: readonly string[];
}

/** Replaces the term's names in a definition that is shown as the question. */
export const blank = '[…]';

export function flashcardOf(term: FlashcardTerm, direction: Direction): Flashcard {
  const expansion = term.expansion === undefined ? [] : [term.expansion];
  const card = cardId('term', term.id);
  return direction === 'term-first'
    ? { card, direction, front: term.term, back: [...expansion, term.definition] }
    : { card, direction, front: withoutNames(term), back: [term.term, ...expansion] };
}

/** Moves terms that texts name to the front, in the order in which the first text names them. */
export function namedFirst<Term extends SearchTerm>(
  terms: readonly Term[],
  texts: readonly string[],
): readonly Term[] {
  const read = subjectReader(terms, []);
  const keys = [...new Set(texts.flatMap((text) => read(text).map(({ key }) => key)))];
  const places = new Map(keys.map((key, place) => [key, place]));
  const placeOf = ({ id }: Term): number => places.get(`#${id}`) ?? keys.length;
  return terms.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Returns the direction in which a card is asked next. Directions alternate. */
export function nextDirection(reps: number): Direction {
  return reps % 2 === 0 ? 'term-first' : 'meaning-first';
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
