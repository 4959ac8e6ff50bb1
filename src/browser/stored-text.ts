import { ReadText } from '../domain/search/mark-words.ts';
import type { Scores, TextMatches } from '../domain/search/rank.ts';
import type { QueryUnit } from '../domain/search/read-query.ts';
import type { SearchText } from '../domain/search/search-data.ts';

/**
 * Searches the sentences that excerpts come from. They are stored on the device, so this works
 * offline, where Pagefind's index isn't available.
 */
export class StoredText {
  readonly #texts: readonly ReadText[];

  private constructor(texts: readonly ReadText[]) {
    this.#texts = texts;
  }

  /** @param files the text of each question, in guide order */
  static async open(files: Promise<readonly SearchText[]>): Promise<StoredText> {
    const sentences = (await files).map(({ parts }) => parts.flatMap((part) => part.sentences));
    return new StoredText(sentences.map((all) => new ReadText(all.join(' '))));
  }

  async search(units: readonly QueryUnit[]): Promise<TextMatches> {
    const scores = new Map(units.map((unit) => [unit, this.#scoresOf(unit)]));
    const having = new Map([...scores].map(([unit, counts]) => [unit, new Set(counts.keys())]));
    return { scores, having, phrases: [] };
  }

  #scoresOf(unit: QueryUnit): Scores {
    const counts = this.#texts.map((text) => text.matches([unit]).length);
    return new Map([...counts.entries()].filter(([, count]) => count > 0));
  }
}
