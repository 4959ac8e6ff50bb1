/**
 * Full-text search with Pagefind (https://pagefind.app/docs/api/). Only this file uses Pagefind's
 * interface, and the types cover only what we need.
 */
import type { Scores, TextMatches } from '../domain/search/rank.ts';
import type { QueryUnit } from '../domain/search/read-query.ts';
import { keyOf } from '../domain/search/words.ts';
import { OutdatedPageError } from './outdated-page.ts';

interface Pagefind {
  /** Returns the pages with all the words in the query, best first, or all pages for `null`. */
  search(
    query: string | null,
    options?: { readonly sort: Readonly<Record<string, 'asc'>> },
  ): Promise<{ readonly results: readonly PagefindResult[] }>;
  /** Returns the number of pages for each filter value. */
  filters(): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>>;
}

interface PagefindResult {
  readonly id: string;
  readonly score: number;
}

/** Pagefind indexes contractions without their apostrophes: `I’d` as `id`. */
const likeContractions = new Set(
  ['id', 'ill', 'wed', 'shed', 'well', 'hell', 'shell', 'were'].map(keyOf),
);

export class FullText {
  readonly #pagefind: Pagefind;
  readonly #indexes: ReadonlyMap<string, number>;

  private constructor(pagefind: Pagefind, pages: readonly PagefindResult[]) {
    this.#pagefind = pagefind;
    this.#indexes = new Map(pages.map(({ id }, index) => [id, index]));
  }

  /**
   * @param bundle the folder with Pagefind's files
   * @param order identifies the order of the questions in this page's data
   * @throws {OutdatedPageError} if the index has a different order
   * @throws {Error} if it can't be loaded
   */
  static async open(bundle: string, order: string): Promise<FullText> {
    const address = `${bundle}pagefind.js`;
    const pagefind: Pagefind = await import(/* @vite-ignore */ address).catch((cause: unknown) => {
      // Don't ask the reader to reload the page: results from names are still shown.
      throw new Error('Pagefind didn’t load.', { cause });
    });
    const filters = await pagefind.filters();
    if (filters['order']?.[order] === undefined) throw new OutdatedPageError();
    const { results } = await pagefind.search(null, { sort: { number: 'asc' } });
    return new FullText(pagefind, results);
  }

  async search(units: readonly QueryUnit[]): Promise<TextMatches> {
    const words = units.map(({ used }) => used);
    const phrases = [
      ...words.filter((word) => word.includes(' ')),
      ...words.slice(1).map((word, index) => `${words[index]} ${word}`),
    ];
    const searched = units.filter(({ used }) => !likeContractions.has(keyOf(used)));
    const ofUnit = <Found>(find: (unit: QueryUnit) => Promise<Found>) =>
      Promise.all(searched.map(async (unit) => [unit, await find(unit)] as const));
    const [scores, having, together] = await Promise.all([
      ofUnit((unit) => this.#scoresOf(unit)),
      ofUnit((unit) => this.#having(unit)),
      Promise.all(phrases.map((phrase) => this.#exact(phrase))),
    ]);
    return { scores: new Map(scores), having: new Map(having), phrases: together };
  }

  /**
   * Scores the questions for a unit. An unknown word must match exactly, because Pagefind would
   * otherwise search for a shorter word, which may mean something else.
   */
  async #scoresOf({ how, texts }: QueryUnit): Promise<Scores> {
    const all = await Promise.all(
      texts.map((text) => (how === 'unknown' ? this.#exact(text) : this.#scores(text))),
    );
    // In a map, later entries replace earlier ones, so a question's best score must come last.
    const scores = all.flatMap((of) => [...of]).sort(([, a], [, b]) => a - b);
    return new Map(scores);
  }

  async #having({ completion, texts }: QueryUnit): Promise<ReadonlySet<number>> {
    const search = (name: string) =>
      completion === undefined ? this.#exact(name) : this.#scores(name);
    const all = await Promise.all(texts.map(search));
    return new Set(all.flatMap((scores) => [...scores.keys()]));
  }

  /**
   * Scores the questions whose text has all of these words, or longer words that start with them.
   */
  async #scores(words: string): Promise<Scores> {
    const { results } = await this.#pagefind.search(words);
    return new Map(
      results.flatMap(({ id, score }) => {
        const index = this.#indexes.get(id);
        return index === undefined ? [] : [[index, score] as const];
      }),
    );
  }

  /** Scores the questions whose text has these words next to each other, in any inflection. */
  #exact(words: string): Promise<Scores> {
    return this.#scores(`"${words}"`);
  }
}
