import type { GlossaryNames } from './glossary-names.ts';
import type { SearchTerm } from './search-data.ts';
import type { Completion, Vocabulary } from './vocabulary.ts';
import { isFiller, isIndexed, keyOf, subjectsIn } from './words.ts';

/** A word of a query, or several words that are one name. */
export interface QueryUnit {
  readonly typed: string;
  /** What is searched: the typed words, with misspelled ones corrected. */
  readonly used: string;
  readonly how: 'as-typed' | 'corrected' | 'unknown';
  /** Alternative names, any of which may match. A name matches by all the keys of its words. */
  readonly names: readonly (readonly string[])[];
  /** The alternative names as text, for the full text. */
  readonly texts: readonly string[];
  /** Possible completions, if the word may be unfinished. */
  readonly completion?: Completion | undefined;
  /** The glossary terms that the unit names. If the name is ambiguous, there is more than one. */
  readonly terms: readonly SearchTerm[];
}

/** A query as search understands it. */
export interface ReadQuery {
  readonly units: readonly QueryUnit[];
  /** The query as typed, with only its misspelled words changed. Undefined if it has none. */
  readonly corrected: string | undefined;
}

/** How to read a query. */
export interface ReadOptions {
  /** True if the last word may be unfinished. */
  readonly isTyping?: boolean;
  /** True if words are searched as typed, even if they look misspelled. */
  readonly isExact?: boolean;
}

interface Reading extends ReadOptions {
  readonly vocabulary: Vocabulary;
  readonly glossary: GlossaryNames;
}

/** True if an unfinished word may become a word with this indexed key. */
export function mayBecome(completion: Completion | undefined): (key: string) => boolean {
  return (key) =>
    completion !== undefined &&
    (key.startsWith(completion.start) || completion.stems.includes(key));
}

const maxWords = 12;

/** Minimum number of letters in a finished word that may match as a prefix. */
const minBeginning = 5;

type QueryWord = Omit<QueryUnit, 'names' | 'texts' | 'terms'>;

export function readQuery(query: string, reading: Reading): ReadQuery {
  const text = query.replace(/<\/?[a-z][^>]*>/gi, ' ');
  const typed = subjectsIn(text);
  const words = typed.flatMap((word, index) =>
    readWord(word, reading, reading.isTyping === true && index === typed.length - 1),
  );
  const units = joinNames(joinHalves(words, reading.vocabulary).slice(0, maxWords), reading);
  // Single letters have no meaning, unless they belong to a name: `recall@k`.
  const meaningful = units.filter(({ used }) => used.length > 1 || isIndexed(used));
  const read = meaningful.length > 0 ? meaningful : units;
  return {
    units: [...new Map(read.map((unit) => [unit.names.join(), unit])).values()],
    corrected: correctedText(text, words),
  };
}

function correctedText(query: string, words: readonly QueryWord[]): string | undefined {
  const wrong = words.filter(({ how }) => how === 'corrected');
  if (wrong.length === 0) return undefined;
  const right = new Map(wrong.map(({ typed, used }) => [typed, used]));
  return query.replace(/[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*/gu, (word) => right.get(word) ?? word);
}

/** Joins two words that belong together: `health lake`. */
function joinHalves(words: readonly QueryWord[], vocabulary: Vocabulary): QueryWord[] {
  const joined: QueryWord[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    const whole = `${before?.typed}${word.typed}`;
    const isOneWord =
      before !== undefined &&
      whole.length > 4 &&
      vocabulary.has(whole) &&
      !(vocabulary.has(before.typed) && vocabulary.has(word.typed));
    if (isOneWord) {
      joined[joined.length - 1] = { ...asTyped(`${before.typed} ${word.typed}`), used: whole };
    } else joined.push(word);
  }
  return joined;
}

function readWord(typed: string, reading: Reading, isUnfinished: boolean): QueryWord[] {
  if (typed.includes('-')) return readHyphenated(typed, reading, isUnfinished);
  const { vocabulary } = reading;
  const completion = isUnfinished && typed.length > 1 ? vocabulary.completion(typed) : undefined;
  if (completion !== undefined) return [{ ...asTyped(typed), completion }];
  return isKnown(typed, reading) ? [asTyped(typed)] : readUnknown(typed, reading);
}

function isKnown(word: string, { vocabulary, glossary }: Reading): boolean {
  return vocabulary.has(word) || glossary.named(word).length > 0;
}

/**
 * Reads a word such as `pre-submission` as one word if the guide writes it as one, and as its parts
 * otherwise.
 */
function readHyphenated(typed: string, reading: Reading, isUnfinished: boolean): QueryWord[] {
  const whole = typed.replaceAll('-', '');
  if (isKnown(whole, reading)) {
    const completion = isUnfinished ? reading.vocabulary.completion(whole) : undefined;
    return [{ ...asTyped(typed), used: whole, completion }];
  }
  return subjectsIn(typed.replaceAll('-', ' ')).flatMap((part) => readWord(part, reading, false));
}

function readUnknown(typed: string, { vocabulary, isExact }: Reading): QueryWord[] {
  const unknown: QueryWord = { ...asTyped(typed), how: 'unknown' };
  if (isExact) return [unknown];
  const halves = vocabulary.halvesOf(typed);
  if (halves !== undefined) return [{ ...asTyped(typed), used: halves.join(' ') }];
  // Words of speech aren't typos, and neither are English words that the guide's names don't have.
  if (isFiller(keyOf(typed)) || vocabulary.isEnglish(typed)) return [unknown];
  return [corrected(typed, vocabulary) ?? unknown];
}

/** Reads an unknown word as the start of a longer one, or as one with nearly the same spelling. */
function corrected(typed: string, vocabulary: Vocabulary): QueryWord | undefined {
  const completion = typed.length >= minBeginning ? vocabulary.completion(typed) : undefined;
  const used = completion?.word ?? vocabulary.near(typed);
  return used === undefined ? undefined : { typed, used, how: 'corrected', completion };
}

/** Groups words that are a name in the glossary, with the longest names first. */
function joinNames(words: readonly QueryWord[], { glossary }: Reading): QueryUnit[] {
  const units: QueryUnit[] = [];
  for (let at = 0; at < words.length; ) {
    let length = Math.min(glossary.maxWords, words.length - at);
    let terms: readonly SearchTerm[] = [];
    for (; length > 0; length -= 1) {
      terms = glossary.named(usedIn(words.slice(at, at + length)));
      if (terms.length > 0) break;
    }
    const own = words.slice(at, at + Math.max(1, length));
    units.push(unitOf(own, terms, glossary));
    at += own.length;
  }
  return units;
}

function unitOf(
  words: readonly QueryWord[],
  terms: readonly SearchTerm[],
  glossary: GlossaryNames,
): QueryUnit {
  // A name is known, even if its words aren't.
  const changed = words.find(
    ({ how }) => how === 'corrected' || (how === 'unknown' && terms.length === 0),
  );
  const all = words.flatMap(({ used }) => used.split(' '));
  const indexed = all.filter(isIndexed);
  const own = (indexed.length > 0 ? indexed : all).map(keyOf);
  const typed = words.length === 1 && own.length > 1 ? [[keyOf(words[0]?.typed ?? '')]] : [];
  return {
    typed: words.map(({ typed: word }) => word).join(' '),
    used: usedIn(words),
    how: changed?.how ?? 'as-typed',
    completion: words.length === 1 ? words[0]?.completion : undefined,
    names: [own, ...typed, ...terms.flatMap((term) => glossary.searched(term))],
    texts: textsOf(usedIn(words), terms, glossary),
    terms,
  };
}

/**
 * Returns the names to search for. All names of a term have the same results, so a name that is
 * another term's is left out.
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
