import { editDistance } from '../words/edit-distance.ts';
import { foldWord, formsOf, isIndexed, keyOf, partKeysIn, plainWord, wordsIn } from './words.ts';

/** The words that search knows, to tell typing errors from words. */
export class Vocabulary {
  /** By key how much the guide is about a word; 0 if no question is. */
  readonly #ranks = new Map<string, number>();
  /** By folded word the word as written. */
  readonly #written = new Map<string, string>();
  /** Keys of two words that stand side by side somewhere, with a space between. */
  readonly #pairs = new Set<string>();
  /** Folded words that are English, though the guide has nothing about them. */
  #english: ReadonlySet<string> = new Set();

  /** Adds the words of a text; a word that is known keeps its rank. */
  add(text: string, rank: number): void {
    for (const written of wordsIn(text).flatMap(formsOf).filter(isIndexed)) {
      const key = keyOf(written);
      if (!this.#ranks.has(key)) this.#ranks.set(key, rank);
      const folded = foldWord(written);
      if (!this.#written.has(folded)) this.#written.set(folded, written);
    }
    for (const phrase of text.split(/[,.;:?!]\s/)) {
      const keys = partKeysIn(phrase);
      for (const [place, key] of keys.entries()) this.#pairs.add(`${keys[place - 1]} ${key}`);
    }
  }

  /** Whether two words stand side by side somewhere, by their keys. */
  isPair(key: string, next: string): boolean {
    return this.#pairs.has(`${key} ${next}`);
  }

  /** Common English words, which are never corrected. */
  addEnglish(words: readonly string[]): void {
    this.#english = new Set(words);
  }

  /** Whether it is a word of the guide, in any form. */
  has(word: string): boolean {
    return this.#ranks.has(keyOf(word));
  }

  isEnglish(word: string): boolean {
    return this.#english.has(foldWord(word));
  }

  #rank(word: string): number {
    return this.#ranks.get(keyOf(word)) ?? 0;
  }

  /**
   * A known word that begins so, and what the keys of all that do begin with: a stem may be shorter
   * than what was typed.
   */
  completion(beginning: string): { readonly word: string; readonly keys: string } | undefined {
    const start = foldWord(beginning);
    let found: { word: string; keys: string } | undefined;
    for (const [folded, written] of this.#written) {
      if (!folded.startsWith(start) || this.#rank(folded) === 0) continue;
      let keys = found?.keys ?? start;
      while (!keyOf(folded).startsWith(keys)) keys = keys.slice(0, -1);
      const word = found !== undefined && found.word.length <= written.length ? found.word : written;
      found = { word, keys };
    }
    return found;
  }

  /** Two known words that were written as one: `alertfatigue`. */
  halvesOf(word: string): string[] | undefined {
    for (let at = 3; at <= word.length - 3; at += 1) {
      const halves = [word.slice(0, at), word.slice(at)];
      if (halves.every((half) => this.has(half))) return halves;
    }
    return undefined;
  }

  /**
   * The word that was probably meant: one slip away, two in long words. Common English is taken for
   * a slip only where it makes a known phrase of the words around it: `transfer leaning`.
   */
  near(word: string, before = '', after = ''): string | undefined {
    const typed = plainWord(word);
    if (typed.length < 4) return undefined;
    const isEnglish = this.isEnglish(word);
    const hasDigits = /\d/.test(typed);
    const limit = typed.length < 8 || hasDigits ? 1 : 2;
    let best: { readonly written: string; readonly cost: number } | undefined;
    for (const written of this.#written.values()) {
      const known = plainWord(written);
      // Another digit is another law; the same ones in another order may be a slip.
      if (hasDigits ? !isReordered(typed, known) : /\d/.test(known)) continue;
      const distance = editDistance(typed, known, limit);
      if (distance > limit) continue;
      const key = keyOf(written);
      const isPhrase = this.isPair(keyOf(before), key) || this.isPair(key, keyOf(after));
      if (isEnglish && !isPhrase) continue;
      const cost =
        distance +
        (known[0] === typed[0] ? 0 : 0.5) -
        (isPhrase ? 1 : 0) -
        this.#rank(written) / 5;
      if (best === undefined || cost < best.cost) best = { written, cost };
    }
    return best?.written;
  }
}

function isReordered(one: string, other: string): boolean {
  return one.length === other.length && [...one].sort().join('') === [...other].sort().join('');
}
