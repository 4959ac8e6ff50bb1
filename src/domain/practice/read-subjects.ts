import { KnownWords } from '../search/known-words.ts';
import type { SearchTerm } from '../search/search-data.ts';
import { formsOf, isSubject, keyOf, talk, wordsIn } from '../search/words.ts';

/** A subject in a text: a word that carries meaning, or a glossary term. */
export interface Subject {
  /** `#` and the term's id, or the word's key. */
  readonly key: string;
  /** Index of the subject's first word in the text. */
  readonly index: number;
  /** The range in the text: `[start, end)`, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** True if the subject is part of the name of a term that is also one of the subjects. */
  readonly isInner: boolean;
}

type SubjectReader = (text: string) => Subject[];

interface Name {
  readonly id: string;
  readonly keys: readonly string[];
}

/**
 * Creates a function that finds the subjects in a text. It knows the terms by all their names, and
 * corrects words to the spelling in these names and in `texts`.
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
    for (const [index, word] of words.entries()) {
      const matches = namesAt(names.get(word.key) ?? [], words, index);
      for (const [rank, name] of matches.entries()) {
        const isInner = rank > 0 || index < named;
        subjects.push({ key: `#${name.id}`, index, isInner, ...extent(words, index, name) });
      }
      if (index >= named) named = index + (matches[0]?.keys.length ?? 0);
      const { key, start, end } = word;
      if (isCounted(word)) subjects.push({ key, index, start, end, isInner: index < named });
    }
    return subjects;
  };
}

function namesAt(
  candidates: readonly Name[],
  words: readonly KeyedWord[],
  from: number,
): readonly Name[] {
  return candidates.filter(({ keys }) =>
    keys.every((key, index) => words[from + index]?.key === key),
  );
}

function extent(words: readonly KeyedWord[], from: number, { keys }: Name) {
  const first = words[from];
  const last = words[from + keys.length - 1];
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}

function writtenNames({ term, expansion = '', aliases }: SearchTerm): string[] {
  return [term, expansion, ...aliases];
}

function namesByFirstWord(terms: readonly SearchTerm[], spelling: Spelling): Map<string, Name[]> {
  const names = new Map<string, Name>();
  const add = (id: string, text: string): void => {
    const keys = spelling.read(text).map(({ key }) => key);
    const joined = keys.join(' ');
    if (joined !== '' && !names.has(joined)) names.set(joined, { id, keys });
  };
  // If several terms share a name, the name belongs to the term that has it as its main name.
  for (const { id, term, searchAs = id } of terms) add(searchAs, term);
  for (const term of terms) {
    for (const name of writtenNames(term)) add(term.searchAs ?? term.id, name);
  }
  const longestFirst = [...names.values()].sort((a, b) => b.keys.length - a.keys.length);
  return Map.groupBy(longestFirst, ({ keys }) => keys[0] ?? '');
}

interface KeyedWord extends PlacedWord {
  /** `=` and the letters of an acronym, or the `keyOf` of any other word. */
  readonly key: string;
}

/**
 * Words with fewer letters aren't corrected, because too many of them differ by only one letter.
 */
const minCorrected = 6;

/**
 * Reads words the way the given texts spell them. Acronyms from the texts match exactly but in any
 * case: `fhir` is FHIR. (But `it` is never IT.) Words that the texts hyphenate match their joined
 * form. Longer unknown words are corrected to the closest known word.
 */
class Spelling {
  readonly #knownWords = new KnownWords();
  readonly #acronyms = new Set<string>();
  /** The parts of hyphenated words by the key of the joined word. */
  readonly #parts = new Map<string, readonly string[]>();
  /** Caches keys, because correcting a word compares it with many others. */
  readonly #keys = new Map<string, string>();

  constructor(texts: readonly string[]) {
    for (const text of texts) this.#knownWords.add(text, 1);
    for (const { word } of texts.flatMap(placeWords)) {
      const [joined = '', ...parts] = formsOf(word);
      if (parts.length > 0) this.#parts.set(keyOf(joined), parts);
      for (const part of word.split('-')) {
        if (isAcronym(part)) this.#acronyms.add(part.replace(/s$/, '').toLowerCase());
      }
    }
  }

  /**
   * Returns the words in a text. All parts of a hyphenated word have the range of the whole word.
   */
  read(text: string): KeyedWord[] {
    return placeWords(text).flatMap((placed) =>
      this.#partsOf(placed.word).map((word) => ({ ...placed, word, key: this.#keyOf(word) })),
    );
  }

  #partsOf(word: string): readonly string[] {
    const [, ...parts] = formsOf(word);
    return parts.length > 0 ? parts : (this.#parts.get(keyOf(word)) ?? [word]);
  }

  #keyOf(word: string): string {
    const key = this.#keys.get(word) ?? this.#newKeyOf(word);
    this.#keys.set(word, key);
    return key;
  }

  #newKeyOf(word: string): string {
    const lower = word.toLowerCase();
    const acronym = this.#acronyms.has(lower) ? lower : lower.replace(/s$/, '');
    const isMeant = isSubject(acronym) || isAcronym(word);
    return this.#acronyms.has(acronym) && isMeant ? `=${acronym}` : keyOf(this.#corrected(word));
  }

  #corrected(word: string): string {
    const isKnown = word.length < minCorrected || this.#knownWords.has(word);
    return isKnown ? word : (this.#knownWords.near(word) ?? word);
  }
}

export function isCounted({ word, key }: KeyedWord): boolean {
  return (
    key.startsWith('=') || (word.length > 1 && isSubject(word) && !talk.has(word.toLowerCase()))
  );
}

function isAcronym(word: string): boolean {
  return (word.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}

interface PlacedWord {
  /** The word as `wordsIn` returns it. Numbers don't have commas. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** Returns the words in a text, as `wordsIn` does, with their ranges. */
export function placeWords(text: string): PlacedWord[] {
  // The rules of `wordsIn` never look beyond a space, so text can be read word by word.
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: chunk, index }) => wordsInChunk(chunk, index));
}

function wordsInChunk(chunk: string, offset: number): PlacedWord[] {
  // Almost all chunks are a single plain word, which doesn't need the rules.
  const [, plain] = chunk.match(/^(\p{L}+)[.,;:!?]?$/u) ?? [];
  if (plain !== undefined) return [{ word: plain, start: offset, end: offset + plain.length }];
  const words = wordsIn(chunk.replace(/(\d),(?=\d{3}(?!\d))/g, '$1'));
  const whole = inside(chunk, offset);
  if (words.length === 1) return words.map((word) => ({ word, ...whole }));
  let from = 0;
  return words.map((word) => {
    const start = chunk.indexOf(word, from);
    // If the text spells the word differently (`don’t—can’t`), use the range of the whole chunk.
    if (start < 0) return { word, ...whole };
    from = start + word.length;
    return { word, start: offset + start, end: offset + from };
  });
}

/** Returns a chunk's range without the punctuation around it. For `(510(k),`, it is `510(k)`. */
function inside(chunk: string, offset: number): Omit<PlacedWord, 'word'> {
  const before = chunk.search(/[\p{L}\p{N}]/u);
  const fragment = chunk.slice(Math.max(0, before));
  const inner = fragment.replace(/[^\p{L}\p{N}]+$/u, '');
  const closes = inner.includes('(') && fragment.charAt(inner.length) === ')';
  const start = offset + Math.max(0, before);
  return { start, end: start + inner.length + (closes ? 1 : 0) };
}
