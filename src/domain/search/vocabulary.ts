import { editDistance } from '../words/edit-distance.ts';
import { foldWord, formsOf, isIndexed, keyOf, plainWord, wordsIn } from './words.ts';

export interface Completion {
  readonly word: string;
  /** Key prefixes of words that the typed word may become. */
  readonly start: string;
  /** Keys that are shorter than the typed word: `embed` for `embedd`. */
  readonly stems: readonly string[];
}

interface WrittenWord {
  readonly written: string;
  /** The word in lower case, without accents. */
  readonly plain: string;
  readonly key: string;
}

/** The words that search knows, which let it tell typos from words. */
export class Vocabulary {
  /**
   * Rank of each word by key. It says how much the guide is about the word, and is 0 if no question
   * is.
   */
  readonly #ranks = new Map<string, number>();
  /** Words by their folded form, grouped by their first letter. */
  readonly #written = new Map<string, Map<string, WrittenWord>>();
  /** Words that were already added. Most words of a text aren't new. */
  readonly #added = new Set<string>();
  /** Keys of English words that the guide doesn't have. */
  #english: ReadonlySet<string> = new Set();

  /** Adds the words of a text. A known word keeps its rank. */
  add(text: string, rank: number): void {
    for (const word of wordsIn(text)) if (!this.#added.has(word)) this.#addWord(word, rank);
  }

  #addWord(word: string, rank: number): void {
    this.#added.add(word);
    for (const written of formsOf(word).filter(isIndexed)) {
      const key = keyOf(written);
      if (!this.#ranks.has(key)) this.#ranks.set(key, rank);
      const folded = foldWord(written);
      const beside = this.#startingLike(folded);
      if (beside.has(folded)) continue;
      const plain = plainWord(written);
      this.#written.set(folded.charAt(0), beside.set(folded, { written, plain, key }));
    }
  }

  #startingLike(folded: string): Map<string, WrittenWord> {
    return this.#written.get(folded.charAt(0)) ?? new Map();
  }

  /** Adds common English words, which are never corrected. */
  addEnglish(words: readonly string[]): void {
    this.#english = new Set(words.map(keyOf));
  }

  #isWritten(word: string): boolean {
    const folded = foldWord(word);
    return this.#startingLike(folded).has(folded);
  }

  has(word: string): boolean {
    return this.#ranks.has(keyOf(word));
  }

  isEnglish(word: string): boolean {
    return this.#english.has(keyOf(word));
  }

  /** Returns the shortest known word with this prefix, and the keys of all words that have it. */
  completion(beginning: string): Completion | undefined {
    const start = foldWord(beginning);
    let word: string | undefined;
    const stems = new Set<string>();
    for (const [folded, { written, key }] of this.#startingLike(start)) {
      if (!folded.startsWith(start)) continue;
      if (word === undefined || written.length < word.length) word = written;
      if (!key.startsWith(start)) stems.add(key);
    }
    return word === undefined ? undefined : { word, start, stems: [...stems] };
  }

  /** Returns two known words that were written as one: `alertfatigue`. */
  halvesOf(word: string): string[] | undefined {
    if (this.isEnglish(word)) return undefined;
    for (let at = 3; at <= word.length - 3; at += 1) {
      const halves = [word.slice(0, at), word.slice(at)];
      // Both must be written words, not stems: `guid` isn't a word, although it is the stem of
      // `guide`.
      if (halves.every((half) => this.#isWritten(half))) return halves;
    }
    return undefined;
  }

  /**
   * Returns the word that was probably meant, which is one typo away, or two in long words. The
   * first letter is never wrong.
   */
  near(word: string): string | undefined {
    const typed = plainWord(word);
    if (typed.length < 4) return undefined;
    const limit = typed.length < 8 || /\d/.test(typed) ? 1 : 2;
    let best: { readonly written: string; readonly cost: number } | undefined;
    for (const { written, plain, key } of this.#startingLike(foldWord(typed)).values()) {
      if (!maybeTypo(typed, plain, limit)) continue;
      const slips = editDistance(typed, plain, limit);
      const cost = slips - (this.#ranks.get(key) ?? 0) / 5;
      if (slips <= limit && (best === undefined || cost < best.cost)) best = { written, cost };
    }
    return best?.written;
  }
}

/**
 * Excludes most words before their distances are measured. A different digit means a different law,
 * but the same digits in another order may be a typo.
 */
function maybeTypo(typed: string, word: string, limit: number): boolean {
  if (Math.abs(typed.length - word.length) > limit) return false;
  return /\d/.test(typed) ? isReordered(typed, word) : !/\d/.test(word);
}

function isReordered(one: string, other: string): boolean {
  return one.length === other.length && [...one].sort().join('') === [...other].sort().join('');
}
