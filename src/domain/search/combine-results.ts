/** A page that the engine found for some words, with the engine's score. */
export interface Scored {
  /** Identifier of the page within the index. */
  readonly id: string;
  /** Score of the page; higher is better, comparable only within one search. */
  readonly score: number;
}

/** What the engine found for one word of the query. */
export interface WordResults<Result extends Scored> {
  readonly word: string;
  readonly results: readonly Result[];
}

/** The answer to a query in several words. */
export interface Combined<Result extends Scored> {
  /** Best first: pages with all words, then pages with some. */
  readonly results: readonly Result[];
  /** How many of them, from the first, have all words. */
  readonly complete: number;
  /** Words that no page has. */
  readonly unknownWords: readonly string[];
}

/**
 * Puts pages that have only some of the words behind those that have all of them.
 *
 * A page's score is the sum over its words of (score among the word's results) × idf, where
 * idf = ln(1 + N / n) for a word that n of N pages have: a rare word says more than a common
 * one. Ties keep the order of the index.
 *
 * @param whole pages that have all words, best first
 * @param byWord what was found for each word alone
 * @param pageCount N, number of pages in the index
 */
export function combineResults<Result extends Scored>(
  whole: readonly Result[],
  byWord: readonly WordResults<Result>[],
  pageCount: number,
): Combined<Result> {
  const complete = new Set(whole.map(({ id }) => id));
  const partial = new Map<string, { result: Result; score: number }>();
  for (const { results } of byWord) {
    const weight = Math.log(1 + pageCount / Math.max(1, results.length));
    const best = Math.max(Number.EPSILON, ...results.map(({ score }) => score));
    for (const result of results) {
      if (complete.has(result.id)) continue;
      const before = partial.get(result.id)?.score ?? 0;
      // Having the word at all counts as much as having it in the best place.
      const score = before + weight * (0.5 + (0.5 * result.score) / best);
      partial.set(result.id, { result, score });
    }
  }
  const ranked = [...partial.values()].sort((a, b) => b.score - a.score);
  return {
    results: [...whole, ...ranked.map(({ result }) => result)],
    complete: whole.length,
    unknownWords: byWord.filter(({ results }) => results.length === 0).map(({ word }) => word),
  };
}
