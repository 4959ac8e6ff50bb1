import type { TermEntry } from './instant-format.ts';
import type { Name, Vocabulary } from './vocabulary.ts';
import { foldWord, keyOf, nameKey, subjectsIn } from './words.ts';

/** Most words of a query that are searched. */
export const mostWords = 12;

/** One piece of a query: a word, or several that name a term. */
export interface Unit {
  /** The words as typed and what they are taken for. */
  readonly words: readonly QueryWord[];
  /** The glossary terms that it names; more than one if the name is ambiguous. */
  readonly terms: readonly TermEntry[];
  /** Keys of the other names that it is searched by, one list of words for each name. */
  readonly names: readonly (readonly string[])[];
}

/** A word of the query and what it is taken for. */
export interface QueryWord {
  readonly typed: string;
  /** Key of the word that it is taken for. */
  readonly key: string;
  /** Keys that it finds, each with how far it counts (1: as typed); empty if it is unknown. */
  readonly keys: ReadonlyMap<string, number>;
  /** What is searched instead, if it is not searched as typed. */
  readonly correction?: string;
}

/** Longest word that is searched, in letters: the rest of a longer one is cut off. */
const longestWord = 40;

/** How a query is to be read. */
export interface Reading {
  readonly vocabulary: Vocabulary;
  /** Whether the last word may be unfinished. */
  readonly isTyping: boolean;
  /** Whether words are searched as typed, even if they look misspelled. */
  readonly isExact: boolean;
}

/** How far a word counts that only begins as typed. */
const endingFactor = 0.6;

/** How far a word counts that was corrected: it may have been right after all. */
const correctionFactor = 0.7;

/** Shortest half of a word that is taken apart, in letters. */
const shortestHalf = 3;

/** A query without markup, which nobody searches for; the text within stays. */
export function searchableText(query: string): string {
  return query
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The words of a query that are searched, in order and without repeats. */
export function queryWords(query: string): string[] {
  const words = subjectsIn(searchableText(query)).map((word) => word.slice(0, longestWord));
  return [...new Set(words)].slice(0, mostWords);
}

/** Keys whose shards must be loaded to read the words: their own and those of joined neighbors. */
export function keysToLoad(words: readonly string[]): string[] {
  return words.flatMap((word, index) => {
    const next = words[index + 1];
    const joined = next === undefined ? [] : [word + next];
    return [...word.split('-'), word.replaceAll('-', ''), ...joined].map(keyOf);
  });
}

/**
 * Keys around a word that is not known: the shards that hold them are likely to hold the word
 * that was meant. A slip is rarely in the first letters; if so, they are swapped or one is missing.
 */
export function keysAround(word: string): string[] {
  const folded = foldWord(word);
  const [first, second] = [folded.charAt(0), folded.charAt(1)];
  const beginnings = [folded, second + first + folded.slice(2), folded.slice(1)];
  return beginnings.flatMap((text) => {
    const beginning = text.slice(0, 3);
    return [text.slice(0, 2), beginning, `${beginning}\uffff`];
  });
}

/** Reads what a query asks for; its words are those of `queryWords`. */
export function readQuery(words: readonly string[], reading: Reading): Unit[] {
  return nameTerms(resolveWords(words, reading), reading);
}

function resolveWords(words: readonly string[], reading: Reading): QueryWord[] {
  const resolved: QueryWord[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const next = rest[0];
    const joined = word.replaceAll('-', '');
    if (next !== undefined && isOneWord(word, next, reading)) {
      rest.shift();
      resolved.push(asTyped(`${word} ${next}`, keyOf(word + next)));
    } else if (joined === word) {
      resolved.push(...resolveWord(word, next === undefined, reading));
    } else if (reading.vocabulary.has(keyOf(joined))) {
      resolved.push(asTyped(word, keyOf(joined)));
    } else {
      rest.unshift(...word.split('-'));
    }
  }
  return resolved;
}

/** Whether two words are one that was written apart: `health lake`. */
function isOneWord(word: string, next: string, { vocabulary }: Reading): boolean {
  const [first, second, both] = [word, next, word + next].map((text) =>
    vocabulary.has(keyOf(text)),
  );
  return both === true && !(first && second);
}

function resolveWord(word: string, isLast: boolean, reading: Reading): QueryWord[] {
  const { vocabulary, isTyping, isExact } = reading;
  const key = keyOf(word);
  const isKnown = vocabulary.has(key);
  const isUnfinished = isKnown ? isTyping && isLast : word.length > 2 || isTyping;
  const endings = isUnfinished && word.length > 1 ? vocabulary.beginningWith(word) : [];
  if (isKnown || endings.length > 0) {
    const keys = new Map(endings.map((ending) => [ending, endingFactor]));
    if (isKnown) keys.set(key, 1);
    return [{ typed: word, key, keys }];
  }
  const halves = splitWord(word, vocabulary);
  if (halves !== undefined) return halves.map((half) => asTyped(half, keyOf(half)));
  const meant = isExact ? undefined : vocabulary.near(word);
  return meant === undefined
    ? [{ typed: word, key, keys: new Map() }]
    : [
        {
          typed: word,
          key: meant,
          keys: new Map([[meant, correctionFactor]]),
          correction: vocabulary.written(meant) ?? meant,
        },
      ];
}

/** Two words that were written as one: `alertfatigue`. */
function splitWord(word: string, vocabulary: Vocabulary): string[] | undefined {
  for (let at = shortestHalf; at <= word.length - shortestHalf; at += 1) {
    const halves = [word.slice(0, at), word.slice(at)];
    if (halves.every((half) => vocabulary.has(keyOf(half)))) return halves;
  }
  return undefined;
}

function asTyped(typed: string, key: string): QueryWord {
  return { typed, key, keys: new Map([[key, 1]]) };
}

/** Joins neighbors that together name a term, the longest names first from the left. */
function nameTerms(words: readonly QueryWord[], reading: Reading): Unit[] {
  const units: Unit[] = [];
  let at = 0;
  while (at < words.length) {
    const rest = words.slice(at);
    const lengths = rest.map((_, index) => rest.length - index);
    const length = lengths.find((some) => termsOf(rest.slice(0, some), reading).length > 0) ?? 1;
    units.push(unitOf(rest.slice(0, length), reading));
    at += length;
  }
  return units;
}

function unitOf(words: readonly QueryWord[], reading: Reading): Unit {
  const named = termsOf(words, reading);
  const terms = named.map(({ term }) => term);
  const [meant] = named.filter(({ isMisspelling }) => isMisspelling);
  return {
    words: meant === undefined ? words : words.map((word) => corrected(word, meant.term[1])),
    terms,
    names: terms.flatMap((term) => reading.vocabulary.namesOf(term)),
  };
}

/**
 * The terms that the words name: as typed if that is a name, even a misspelled one, else as they
 * were corrected. Right names go before misspelled ones.
 */
function termsOf(words: readonly QueryWord[], { vocabulary, isExact }: Reading): Name[] {
  const typed = vocabulary.named(nameKey(words.map((word) => word.typed).join(' ')));
  const taken = vocabulary.named(words.map(({ key }) => key).join(' '));
  const right = [...typed, ...taken].filter(({ isMisspelling }) => !isMisspelling);
  if (right.length > 0) return distinct(right);
  return isExact ? [] : distinct(typed.length > 0 ? typed : taken);
}

function distinct(names: readonly Name[]): Name[] {
  return [...new Map(names.map((name) => [name.term[0], name])).values()];
}

/** A word of a misspelled name, searched as the name. */
function corrected(word: QueryWord, name: string): QueryWord {
  const keys = nameKey(name).split(' ');
  return { ...word, keys: new Map(keys.map((key) => [key, correctionFactor])), correction: name };
}
