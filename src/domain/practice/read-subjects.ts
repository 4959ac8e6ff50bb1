import type { SearchTerm } from '../search/search-data.ts';
import { isCounted, type KeyedWord, Spelling } from './spelling.ts';

/** A subject in a text: a word that carries meaning, or a term of the glossary. */
export interface Subject {
  /** `#` and the id of a term, or the key of a word. */
  readonly key: string;
  /** Its place among the words of the text, counted from 0. */
  readonly place: number;
  /** Its range in the text: `[start, end)`, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** Whether it stands within the name of a term that is itself a subject there. */
  readonly isInner: boolean;
}

/** Finds the subjects of a text, in the order in which they begin. */
export type SubjectReader = (text: string) => Subject[];

/** A name of a term: the keys of its words. */
interface Name {
  readonly id: string;
  readonly keys: readonly string[];
}

/**
 * Makes a reader that finds these terms by all their names, and spells words as the names and
 * `texts` do.
 */
export function subjectReader(
  terms: readonly SearchTerm[],
  texts: readonly string[],
): SubjectReader {
  const spelling = new Spelling([...terms.flatMap(writtenNames), ...texts]);
  const names = namesByFirstWord(terms, spelling);
  return (text) => {
    const words = spelling.read(text);
    const subjects: Subject[] = [];
    let named = 0;
    for (const [place, word] of words.entries()) {
      const found = namesAt(names.get(word.key) ?? [], words, place);
      for (const [rank, name] of found.entries()) {
        const isInner = rank > 0 || place < named;
        subjects.push({ key: `#${name.id}`, place, isInner, ...extent(words, place, name) });
      }
      if (place >= named) named = place + (found[0]?.keys.length ?? 0);
      const { key, start, end } = word;
      if (isCounted(word)) subjects.push({ key, place, start, end, isInner: place < named });
    }
    return subjects;
  };
}

/** The names that begin at a place, longest first. */
function namesAt(
  candidates: readonly Name[],
  words: readonly KeyedWord[],
  place: number,
): readonly Name[] {
  return candidates.filter(({ keys }) =>
    keys.every((key, index) => words[place + index]?.key === key),
  );
}

function extent(words: readonly KeyedWord[], place: number, { keys }: Name) {
  const first = words[place];
  const last = words[place + keys.length - 1];
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}

function writtenNames({ term, expansion = '', aliases }: SearchTerm): string[] {
  return [term, expansion, ...aliases];
}

/** All names by the key of their first word, longest first. */
function namesByFirstWord(terms: readonly SearchTerm[], spelling: Spelling): Map<string, Name[]> {
  const names = new Map<string, Name>();
  const add = (id: string, text: string): void => {
    const keys = spelling.read(text).map(({ key }) => key);
    const joined = keys.join(' ');
    if (joined !== '' && !names.has(joined)) names.set(joined, { id, keys });
  };
  // A name that several terms share belongs to the term that is called so.
  for (const { id, term, searchAs = id } of terms) add(searchAs, term);
  for (const term of terms) {
    for (const name of writtenNames(term)) add(term.searchAs ?? term.id, name);
  }
  const byFirst = new Map<string, Name[]>();
  for (const name of [...names.values()].sort((a, b) => b.keys.length - a.keys.length)) {
    const first = name.keys[0] ?? '';
    byFirst.set(first, [...(byFirst.get(first) ?? []), name]);
  }
  return byFirst;
}
