import { foreignWords, phraseKey } from './foreign-words.ts';
import type { GlossaryNames } from './glossary-names.ts';
import type { SearchTerm } from './search-data.ts';
import type { Completion, Vocabulary } from './vocabulary.ts';
import { isIndexed, isSubject, keyOf, subjectsIn } from './words.ts';

/** A word of a query, or several words that are one name, with their search terms. */
export interface QueryUnit {
  readonly typed: string;
  /** Search term: the typed word, its correction, or its English translation. */
  readonly used: string;
  readonly how: 'as-typed' | 'corrected' | 'translated' | 'unknown';
  /** Alternatives: any of these names matches, each by all the keys of its words. */
  readonly names: readonly (readonly string[])[];
  /** Possible completions, if the word may be unfinished. */
  readonly completion?: Completion | undefined;
  /** The glossary terms that it names; more than one if the name is ambiguous. */
  readonly terms: readonly SearchTerm[];
}

export interface Reading {
  readonly vocabulary: Vocabulary;
  readonly glossary: GlossaryNames;
  /** English words by the folded words of the loaded languages. */
  readonly translations: ReadonlyMap<string, string>;
  /** Whether the last word may be unfinished. */
  readonly isTyping: boolean;
  /** Whether words are searched as typed, even if they look misspelled. */
  readonly isExact: boolean;
}

const maxWords = 12;

/** Minimum letters of a finished word that may match as a prefix. */
const minBeginning = 5;

/** The same for a word that is also English. */
const minEnglishBeginning = 7;

/** Maximum words of a phrase that is translated. */
const maxPhrase = 4;

type QueryWord = Omit<QueryUnit, 'names' | 'terms'>;

export function readQuery(query: string, reading: Reading): QueryUnit[] {
  const said = translate(query.replace(/<\/?[a-z][^>]*>/gi, ' '), reading);
  const words: QueryWord[] = [];
  for (const [place, word] of said.entries()) {
    const beside = { before: words.at(-1)?.used, after: said[place + 1]?.typed };
    words.push(...(word.how === 'translated' ? [word] : readWord(word.typed, reading, beside)));
  }
  const units = joinNames(joinHalves(words, reading.vocabulary).slice(0, maxWords), reading);
  // Single letters have no meaning, unless they belong to a name: `recall@k`.
  const worthIt = units.filter(({ used }) => used.length > 1 || isIndexed(used));
  const read = worthIt.length > 0 ? worthIt : units;
  return [...new Map(read.map((unit) => [unit.names.join(), unit])).values()];
}

/** The words with a subject; foreign phrases in English. */
function translate(query: string, reading: Reading): QueryWord[] {
  if (reading.translations.size === 0 || reading.isExact) return subjectsIn(query).map(asTyped);
  const words = foreignWords(query);
  const read: QueryWord[] = [];
  while (words.length > 0) {
    const { length, english } = phraseAt(words, reading);
    const typed = words.splice(0, length).join(' ');
    if (english !== undefined) {
      for (const used of subjectsIn(english)) read.push({ typed, used, how: 'translated' });
    } else if (isSubject(typed)) read.push(asTyped(typed));
  }
  return read;
}

/** The longest foreign phrase that starts at these words; otherwise the first of them. */
function phraseAt(words: readonly string[], { vocabulary, translations }: Reading) {
  for (let length = Math.min(maxPhrase, words.length); length > 0; length -= 1) {
    const phrase = words.slice(0, length);
    const english = translations.get(phraseKey(phrase));
    // Words that also exist in English count as English.
    const isEnglish = phrase.every((word) => vocabulary.has(word));
    if (english !== undefined && !isEnglish) return { length, english };
  }
  return { length: 1, english: undefined };
}

/** Two words that belong together: `health lake`. */
function joinHalves(words: readonly QueryWord[], vocabulary: Vocabulary): QueryWord[] {
  const joined: QueryWord[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    const whole = `${before?.typed}${word.typed}`;
    const isOneWord =
      before !== undefined &&
      [before, word].every(({ how }) => how !== 'translated') &&
      vocabulary.has(whole) &&
      !(vocabulary.has(before.typed) && vocabulary.has(word.typed));
    if (isOneWord) {
      joined[joined.length - 1] = { ...asTyped(`${before.typed} ${word.typed}`), used: whole };
    } else joined.push(word);
  }
  return joined;
}

/** The words next to a word. */
interface Neighbors {
  readonly before: string | undefined;
  readonly after: string | undefined;
}

function readWord(typed: string, reading: Reading, beside: Neighbors): QueryWord[] {
  const { vocabulary, glossary, isTyping, isExact } = reading;
  const isUnfinished = isTyping && beside.after === undefined && typed.length > 1;
  const whole = typed.replaceAll('-', '');
  if (whole !== typed) {
    if (vocabulary.has(whole) || glossary.named(whole).length > 0) {
      const completion = isUnfinished ? vocabulary.completion(whole) : undefined;
      return [{ ...asTyped(typed), used: whole, completion }];
    }
    return subjectsIn(typed.replaceAll('-', ' ')).flatMap((part) =>
      readWord(part, { ...reading, isTyping: false }, beside),
    );
  }
  if (isUnfinished) {
    const completion = vocabulary.completion(typed);
    if (completion !== undefined) return [{ ...asTyped(typed), completion }];
  }
  if (vocabulary.has(typed) || glossary.named(typed).length > 0) return [asTyped(typed)];
  if (isExact) return [{ ...asTyped(typed), how: 'unknown' }];
  const halves = vocabulary.halvesOf(typed);
  if (halves !== undefined) return [{ ...asTyped(typed), used: halves.join(' ') }];
  return [corrected(typed, vocabulary, beside)];
}

/**
 * Corrections of an unknown word: a longer word with this prefix, or one with nearly the same
 * spelling.
 */
function corrected(typed: string, vocabulary: Vocabulary, { before, after }: Neighbors): QueryWord {
  const min = vocabulary.isEnglish(typed) ? minEnglishBeginning : minBeginning;
  const completion = typed.length >= min ? vocabulary.completion(typed) : undefined;
  const used = completion?.word ?? vocabulary.near(typed, before, after);
  return used === undefined
    ? { ...asTyped(typed), how: 'unknown' }
    : { typed, used, how: 'corrected', completion };
}

/** Groups words that are a name in the glossary, the longest names first. */
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
    ({ how }) => how !== 'as-typed' && (how !== 'unknown' || terms.length === 0),
  );
  const all = words.flatMap(({ used }) => used.split(' '));
  const indexed = all.filter(isIndexed);
  const own = (indexed.length > 0 ? indexed : all).map(keyOf);
  const typed = words.length === 1 && own.length > 1 ? [[keyOf(words[0]?.typed ?? '')]] : [];
  return {
    typed: [...new Set(words.map(({ typed }) => typed))].join(' '),
    used: usedIn(words),
    how: changed?.how ?? 'as-typed',
    completion: words.length === 1 ? words[0]?.completion : undefined,
    names: [own, ...typed, ...terms.flatMap((term) => glossary.searched(term))],
    terms,
  };
}

function usedIn(words: readonly QueryWord[]): string {
  return words.map(({ used }) => used).join(' ');
}

function asTyped(typed: string): QueryWord {
  return { typed, used: typed, how: 'as-typed' };
}
