import { editDistance } from '../words/edit-distance.ts';
import {
  decodePostings,
  mostImpact,
  type Postings,
  type TermEntry,
  type WordShard,
} from './instant-format.ts';
import { foldWord, keyOf, nameKey, subjectsIn } from './words.ts';

/** A name of a glossary term. */
export interface Name {
  readonly term: TermEntry;
  /** Whether people write it by mistake. */
  readonly isMisspelling: boolean;
}

/** A word of the vocabulary. */
interface Entry {
  /** As usually written. */
  readonly word: string;
  readonly folded: string;
  /** Where it stands, still as text; empty if it is only part of a term's name. */
  readonly postings: string;
}

/** Shortest stem that may be corrected, in letters. */
const shortestStem = 4;

/** Most endings that an unfinished word is given. */
const mostEndings = 12;

/** The words and names of the shards that a search has loaded. */
export class Vocabulary {
  readonly #entries = new Map<string, Entry>();
  readonly #names = new Map<string, Name[]>();
  readonly #postings = new Map<string, Postings>();
  readonly #terms = new Map<string, TermEntry>();

  /** Adds the words of a shard. Adding it again changes nothing. */
  addWords({ words, postings }: WordShard): void {
    const texts = postings.split(' ');
    for (const [index, word] of words.split(' ').entries()) {
      this.#entries.set(keyOf(word), {
        word,
        folded: foldWord(word),
        postings: texts[index] ?? '',
      });
    }
  }

  /** Adds the names of glossary terms. */
  addTerms(terms: readonly TermEntry[]): void {
    for (const term of terms) this.#terms.set(term[0], term);
    for (const term of terms) {
      const [, name, expansion, others] = term;
      for (const other of [name, expansion, ...others])
        if (other !== '') this.#addName(term, other);
    }
  }

  /** The keys of the names that a term is searched by, one list of words for each name. */
  namesOf([, name, expansion, , searchAs]: TermEntry): string[][] {
    const [, sameName = '', sameExpansion = ''] = this.#terms.get(searchAs) ?? [];
    const names = [name, expansion, sameName, sameExpansion].filter((text) => text !== '');
    return [...new Set(names.map(nameKey))].map((key) => key.split(' '));
  }

  #addName(term: TermEntry, written: string): void {
    const isMisspelling = written.startsWith('~');
    const key = nameKey(written);
    const names = this.#names.get(key) ?? [];
    if (names.some((known) => known.term[0] === term[0])) return;
    this.#names.set(key, [...names, { term, isMisspelling }]);
    // Words of misspelled names are no words: each may be corrected by itself.
    if (isMisspelling) return;
    const words = subjectsIn(written).flatMap((word) => word.split('-'));
    for (const word of words) {
      const wordKey = keyOf(word);
      if (this.#entries.has(wordKey)) continue;
      this.#entries.set(wordKey, { word, folded: foldWord(word), postings: '' });
    }
  }

  /** Whether a word with that key is in the guide's titles, aliases, hints or names. */
  has(key: string): boolean {
    return this.#entries.has(key);
  }

  /** The word with that key as it is usually written. */
  written(key: string): string | undefined {
    return this.#entries.get(key)?.word;
  }

  /** Where the word with that key stands; read from its text once. */
  postings(key: string): Postings {
    const text = this.#entries.get(key)?.postings ?? '';
    const postings = this.#postings.get(text) ?? decodePostings(text);
    this.#postings.set(text, postings);
    return postings;
  }

  /** The terms that have a name with that key (see `nameKey`). */
  named(key: string): readonly Name[] {
    return this.#names.get(key) ?? [];
  }

  /** Keys of the words that begin like this one, the most central first. */
  beginningWith(word: string): string[] {
    const start = foldWord(word);
    return [...this.#entries]
      .filter(([, { folded, postings }]) => postings !== '' && folded.startsWith(start))
      .map(([key]) => ({ key, rank: this.#rank(key) }))
      .sort((a, b) => b.rank - a.rank)
      .slice(0, mostEndings)
      .map(({ key }) => key);
  }

  /**
   * Key of the word that was probably meant: one slip away (two for long words), rather with the
   * same first letter, rather one that questions are about.
   */
  near(word: string): string | undefined {
    const typed = foldWord(word);
    if (typed.length < 4 || /\d/.test(typed)) return undefined;
    const limit = typed.length < 8 ? 1 : 2;
    const stem = keyOf(word);
    let best: { readonly key: string; readonly cost: number } | undefined;
    for (const [key, { folded }] of this.#entries) {
      const distance = slips({ typed, stem }, { folded, key }, limit);
      if (distance > limit) continue;
      const cost = distance + (folded[0] === typed[0] ? 0 : 0.5) - this.#rank(key) / 2;
      if (best === undefined || cost < best.cost) best = { key, cost };
    }
    return best?.key;
  }

  /** From 0 to 1: how much some question is about the word. */
  #rank(key: string): number {
    const { list } = this.postings(key);
    return Math.max(0, ...list.map(({ impact }) => impact)) / mostImpact;
  }
}

/**
 * How many slips lie between a typed word and a known one. The known word may usually be written
 * with another ending, so stems and beginnings are compared as well.
 */
function slips(
  { typed, stem }: { readonly typed: string; readonly stem: string },
  { folded, key }: { readonly folded: string; readonly key: string },
  limit: number,
): number {
  if (/\d/.test(folded)) return limit + 1;
  const whole = editDistance(typed, folded, limit);
  if (whole <= 1) return whole;
  const areStems = Math.min(stem.length, key.length) >= shortestStem;
  if (areStems && editDistance(stem, key, 1) <= 1) return 1;
  return limit > 1
    ? Math.min(whole, editDistance(typed, folded.slice(0, typed.length), limit))
    : whole;
}
