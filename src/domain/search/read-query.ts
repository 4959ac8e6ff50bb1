import type { GlossaryNames } from './glossary-names.ts';
import type { Completion, KnownWords } from './known-words.ts';
import type { SearchTerm } from './search-data.ts';
import { isFiller, isIndexed, keyOf, subjectsIn } from './words.ts';

/** A word in a query, or several words that form a name. */
export interface QueryUnit {
  readonly typed: string;
  /** What to search for: the typed words, with typos corrected. */
  readonly used: string;
  readonly how: 'as-typed' | 'corrected' | 'unknown';
  /**
   * Names to search for, each as the keys of its words. Text matches if it has all the keys of any
   * one name.
   */
  readonly names: readonly (readonly string[])[];
  /** The same names as text, for searching the full text. */
  readonly texts: readonly string[];
  readonly completion?: Completion | undefined;
  /** The glossary terms that the unit names. There are several if the name is ambiguous. */
  readonly terms: readonly SearchTerm[];
}

export interface ReadQuery {
  readonly units: readonly QueryUnit[];
  /** The typed query with its typos corrected, or undefined if it has none. */
  readonly corrected: string | undefined;
}

export interface ReadOptions {
  /** True if the last word may be unfinished. */
  readonly isTyping?: boolean;
  /** True if words should be searched as typed, even if they look like typos. */
  readonly isExact?: boolean;
}

interface Reading extends ReadOptions {
  readonly knownWords: KnownWords;
  readonly glossary: GlossaryNames;
}

/**
 * Returns a function that tells whether an unfinished word could become a word with a given key.
 */
export function mayBecome(completion: Completion | undefined): (key: string) => boolean {
  return (key) =>
    completion !== undefined &&
    (key.startsWith(completion.start) || completion.stems.includes(key));
}

const maxWords = 12;

/** A finished word may match as a prefix only if it has at least this many letters. */
const minBeginning = 5;

type QueryWord = Omit<QueryUnit, 'names' | 'texts' | 'terms'>;

export function readQuery(query: string, reading: Reading): ReadQuery {
  const text = query.replace(/<\/?[a-z][^>]*>/gi, ' ');
  const typed = subjectsIn(text);
  const words = typed.flatMap((word, index) =>
    readWord(word, reading, reading.isTyping === true && index === typed.length - 1),
  );
  const joined = joinHalves(words, reading.knownWords);
  const units = joinNames(joined.slice(0, maxWords), reading);
  // Single letters mean nothing on their own, but may belong to a name, as in `recall@k`.
  const meaningful = units.filter(({ used }) => used.length > 1 || isIndexed(used));
  const kept = meaningful.length > 0 ? meaningful : units;
  return {
    units: [...new Map(kept.map((unit) => [unit.names.join(), unit])).values()],
    corrected: correctedText(text, joined),
  };
}

function correctedText(query: string, words: readonly QueryWord[]): string | undefined {
  const wrong = words.filter(({ how }) => how === 'corrected');
  if (wrong.length === 0) return undefined;
  const right = new Map(wrong.map(({ typed, used }) => [typed, used]));
  return query.replace(/[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*/gu, (word) => right.get(word) ?? word);
}

/** Joins two words that the guide writes as one, such as `health lake`. */
function joinHalves(words: readonly QueryWord[], knownWords: KnownWords): QueryWord[] {
  const joined: QueryWord[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    const whole = `${before?.typed}${word.typed}`;
    const isOneWord =
      before !== undefined &&
      whole.length > 4 &&
      knownWords.has(whole) &&
      !(knownWords.has(before.typed) && knownWords.has(word.typed));
    if (isOneWord) {
      joined[joined.length - 1] = { ...asTyped(`${before.typed} ${word.typed}`), used: whole };
    } else joined.push(word);
  }
  return joined;
}

function readWord(typed: string, reading: Reading, isUnfinished: boolean): QueryWord[] {
  if (typed.includes('-')) return readHyphenated(typed, reading, isUnfinished);
  const { knownWords } = reading;
  const completion = isUnfinished && typed.length > 1 ? knownWords.completion(typed) : undefined;
  if (completion !== undefined) return [{ ...asTyped(typed), completion }];
  return isKnown(typed, reading) ? [asTyped(typed)] : readUnknown(typed, reading);
}

function isKnown(word: string, { knownWords, glossary }: Reading): boolean {
  return knownWords.has(word) || glossary.named(word).length > 0;
}

/**
 * Reads a word such as `pre-submission` as one word if the guide writes it that way. Otherwise,
 * reads its parts.
 */
function readHyphenated(typed: string, reading: Reading, isUnfinished: boolean): QueryWord[] {
  const whole = typed.replaceAll('-', '');
  if (isKnown(whole, reading)) {
    const completion = isUnfinished ? reading.knownWords.completion(whole) : undefined;
    return [{ ...asTyped(typed), used: whole, completion }];
  }
  return subjectsIn(typed.replaceAll('-', ' ')).flatMap((part) => readWord(part, reading, false));
}

function readUnknown(typed: string, { knownWords, isExact }: Reading): QueryWord[] {
  const unknown: QueryWord = { ...asTyped(typed), how: 'unknown' };
  if (isExact) return [unknown];
  const halves = knownWords.halvesOf(typed);
  if (halves !== undefined) return [{ ...asTyped(typed), used: halves.join(' ') }];
  // Filler words aren't typos, and neither are common English words.
  if (isFiller(keyOf(typed)) || knownWords.isEnglish(typed)) return [unknown];
  return [corrected(typed, knownWords) ?? unknown];
}

/**
 * Reads an unknown word as the beginning of a longer one, or as one with almost the same spelling.
 */
function corrected(typed: string, knownWords: KnownWords): QueryWord | undefined {
  const completion = typed.length >= minBeginning ? knownWords.completion(typed) : undefined;
  const used = completion?.word ?? knownWords.near(typed);
  return used === undefined ? undefined : { typed, used, how: 'corrected', completion };
}

/** Groups words that form a name in the glossary. Longer names take precedence. */
function joinNames(words: readonly QueryWord[], { glossary }: Reading): QueryUnit[] {
  const units: QueryUnit[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(glossary.maxWords, words.length - at);
    let terms: readonly SearchTerm[] = [];
    for (; length > 0; length -= 1) {
      terms = glossary.named(usedIn(words.slice(at, at + length)));
      if (terms.length > 0) break;
    }
    const group = words.slice(at, at + Math.max(1, length));
    units.push(unitOf(group, terms, glossary));
    at += group.length;
  }
  return units;
}

function unitOf(
  words: readonly QueryWord[],
  terms: readonly SearchTerm[],
  glossary: GlossaryNames,
): QueryUnit {
  // If the words form a known name, it doesn't matter that one of them is unknown.
  const changed = words.find(
    ({ how }) => how === 'corrected' || (how === 'unknown' && terms.length === 0),
  );
  const all = words.flatMap(({ used }) => used.split(' '));
  const indexed = all.filter(isIndexed);
  const keys = (indexed.length > 0 ? indexed : all).map(keyOf);
  const typed = words.length === 1 && keys.length > 1 ? [[keyOf(words[0]?.typed ?? '')]] : [];
  return {
    typed: words.map(({ typed: word }) => word).join(' '),
    used: usedIn(words),
    how: changed?.how ?? 'as-typed',
    completion: words.length === 1 ? words[0]?.completion : undefined,
    names: [keys, ...typed, ...terms.flatMap((term) => glossary.searched(term))],
    texts: textsOf(usedIn(words), terms, glossary),
    terms,
  };
}

/**
 * Returns the names to search the full text for. If the typed words are a term's main name or
 * expansion, or if a term has `searchAs`, only the names from the glossary count, so that all of a
 * term's names give the same results.
 */
function textsOf(used: string, terms: readonly SearchTerm[], glossary: GlossaryNames): string[] {
  const names = terms.flatMap((term) => glossary.texts(term));
  const isOther = terms.some(({ searchAs }) => searchAs !== undefined);
  const isName = names.some((name) => name.toLowerCase() === used.toLowerCase());
  return isOther || isName ? names : [used, ...names];
}

function usedIn(words: readonly QueryWord[]): string {
  return words.map(({ used }) => used).join(' ');
}

function asTyped(typed: string): QueryWord {
  return { typed, used: typed, how: 'as-typed' };
}
