import { editDistance } from '../words/edit-distance.ts';
import { foldWord, formsOf, isIndexed, keyOf, plainWord, wordsIn } from './words.ts';

export interface Completion {
  readonly word: string;
  /** The typed word, folded. Keys that start with it are possible completions. */
  readonly start: string;
  /**
   * Keys of completions that don't start with `start`, because they are stems: `embed` for
   * `embedd`.
   */
  readonly stems: readonly string[];
}

interface WrittenWord {
  readonly written: string;
  readonly plain: string;
  readonly key: string;
}

/** The words that search knows. They let it tell a typo from a correct word. */
export class KnownWords {
  /**
   * Ranks by word key: how central a word is to the guide. If no question is about the word, its
   * rank is 0.
   */
  readonly #ranks = new Map<string, number>();
  /** Words by their folded form, grouped by first letter. */
  readonly #written = new Map<string, Map<string, WrittenWord>>();
  /** Words that have been added. They are skipped, because most words in a text aren't new. */
  readonly #added = new Set<string>();
  /** Common English words and words in the guide's text, folded. They are never corrected. */
  #english: ReadonlySet<string> = new Set();

  /** Adds the words in the text. A known word keeps its rank. */
  add(text: string, rank: number): void {
    for (const word of wordsIn(text)) if (!this.#added.has(word)) this.#addWord(word, rank);
  }

  #addWord(word: string, rank: number): void {
    this.#added.add(word);
    for (const written of formsOf(word).filter(isIndexed)) {
      const key = keyOf(written);
      if (!this.#ranks.has(key)) this.#ranks.set(key, rank);
      const folded = foldWord(written);
      const group = this.#startingLike(folded);
      if (group.has(folded)) continue;
      const plain = plainWord(written);
      this.#written.set(folded.charAt(0), group.set(folded, { written, plain, key }));
    }
  }

  #startingLike(folded: string): Map<string, WrittenWord> {
    return this.#written.get(folded.charAt(0)) ?? new Map();
  }

  addEnglish(words: readonly string[]): void {
    this.#english = new Set(words.map(foldWord));
  }

  #isWritten(word: string): boolean {
    const folded = foldWord(word);
    return this.#startingLike(folded).has(folded);
  }

  has(word: string): boolean {
    return this.#ranks.has(keyOf(word));
  }

  isEnglish(word: string): boolean {
    return this.#english.has(foldWord(word));
  }

  /**
   * Returns the shortest known word that starts with `beginning`, along with what is needed to
   * match the others.
   */
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

  /** Splits two known words that were typed as one, such as `alertfatigue`. */
  halvesOf(word: string): string[] | undefined {
    if (this.isEnglish(word)) return undefined;
    for (let at = 3; at <= word.length - 3; at += 1) {
      const halves = [word.slice(0, at), word.slice(at)];
      // Both must be whole words. A stem isn't enough: `guid` isn't a word, even though it is the
      // stem of `guide`.
      if (halves.every((half) => this.#isWritten(half))) return halves;
    }
    return undefined;
  }

  /**
   * Returns the word that was probably meant. It may be one typo away or, if the word is long, two.
   * Assumes that the first letter is right.
   */
  near(word: string): string | undefined {
    const typed = plainWord(word);
    if (typed.length < minTypo) return undefined;
    const isShort = typed.length === minTypo;
    const limit = typed.length < 8 || /\d/.test(typed) ? 1 : 2;
    let best: { readonly written: string; readonly cost: number } | undefined;
    for (const { written, plain, key } of this.#startingLike(foldWord(typed)).values()) {
      if (!maybeTypo(typed, plain, limit) || (isShort && isOtherLength(typed, written))) continue;
      const slips = editDistance(typed, plain, limit);
      const cost = slips - (this.#ranks.get(key) ?? 0) / 5;
      if (slips <= limit && (best === undefined || cost < best.cost)) best = { written, cost };
    }
    return best?.written;
  }
}

/** Shorter words aren't corrected. */
const minTypo = 4;

/**
 * True if a correction would turn a short word into a longer or shorter ordinary word. Readers
 * rarely miss a letter in such a word: `tech` isn't `teach`.
 */
function isOtherLength(typed: string, written: string): boolean {
  return written.length !== typed.length && !/\p{Lu}{2}/u.test(written);
}

/**
 * Excludes most words before their distances are measured. A different digit means a different law,
 * but swapped digits may be a typo.
 */
function maybeTypo(typed: string, word: string, limit: number): boolean {
  if (Math.abs(typed.length - word.length) > limit) return false;
  return /\d/.test(typed) ? isReordered(typed, word) : !/\d/.test(word);
}

function isReordered(one: string, other: string): boolean {
  return one.length === other.length && [...one].sort().join('') === [...other].sort().join('');
}
