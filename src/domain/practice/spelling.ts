import { Vocabulary } from '../search/vocabulary.ts';
import { formsOf, isSubject, keyOf, talk } from '../search/words.ts';
import { type PlacedWord, placeWords } from './place-words.ts';

/** A word with what it must share with another to be the same word. */
export interface KeyedWord extends PlacedWord {
  /** `=` and the letters of an acronym; a number as it is; any other word's `keyOf`. */
  readonly key: string;
}

/** Letters of a word that may be corrected: many shorter words are one letter apart. */
const minCorrected = 6;

/**
 * Reads words as the given texts spell them: acronyms in them count exactly, in any
 * case (`fhir` is FHIR, and `it` is never IT); words that are hyphenated there are the same when
 * they are written as one; longer words that aren't in them become the nearest word that is.
 */
export class Spelling {
  readonly #vocabulary = new Vocabulary();
  readonly #acronyms = new Set<string>();
  /** Parts of hyphenated words by the key of the joined word. */
  readonly #parts = new Map<string, readonly string[]>();

  constructor(texts: readonly string[]) {
    for (const text of texts) this.#vocabulary.add(text, 1);
    for (const { word } of texts.flatMap(placeWords)) {
      const [joined = '', ...parts] = formsOf(word);
      if (parts.length > 0) this.#parts.set(keyOf(joined), parts);
      for (const part of word.split('-')) {
        if (isAcronym(part)) this.#acronyms.add(part.replace(/s$/, '').toLowerCase());
      }
    }
  }

  /** The words of a text; the parts of a hyphenated word are words of the same place. */
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
    const lower = word.toLowerCase();
    const acronym = this.#acronyms.has(lower) ? lower : lower.replace(/s$/, '');
    const isMeant = isSubject(acronym) || isAcronym(word);
    return this.#acronyms.has(acronym) && isMeant ? `=${acronym}` : keyOf(this.#corrected(word));
  }

  #corrected(word: string): string {
    const isKnown = word.length < minCorrected || this.#vocabulary.has(word);
    return isKnown ? word : (this.#vocabulary.near(word) ?? word);
  }
}

/** Whether a word is counted at all: an acronym, or a subject of more than one letter or digit. */
export function isCounted({ word, key }: KeyedWord): boolean {
  return (
    key.startsWith('=') || (word.length > 1 && isSubject(word) && !talk.has(word.toLowerCase()))
  );
}

function isAcronym(word: string): boolean {
  return (word.match(/\p{Lu}/gu)?.length ?? 0) >= 2;
}
