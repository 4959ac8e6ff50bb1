import { type CardId, cardId } from '../progress/records.ts';
import type { SearchTerm } from '../search/search-data.ts';
import { subjectReader } from './read-subjects.ts';

export interface FlashcardTerm extends SearchTerm {
  readonly definition: string;
}

/**
 * A card of the glossary deck. Both directions share one memory state, so they share one card id.
 */
export interface Flashcard {
  readonly card: CardId;
  /** What it asks for: the meaning of a term, or the term for a meaning. */
  readonly direction: 'term-first' | 'meaning-first';
  readonly front: string;
  /** Lines on the back, the answer first. */
  readonly back: readonly string[];
}

/** Replaces the term's names in a definition that is shown as the question. */
export const blank = '[…]';

/** Returns a term's card. Directions alternate. @param reps how often it was answered before */
export function flashcardOf(term: FlashcardTerm, reps: number): Flashcard {
  const direction = reps % 2 === 0 ? 'term-first' : 'meaning-first';
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
