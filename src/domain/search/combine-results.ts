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
  /** Best first. */
  readonly results: readonly Result[];
  /** How many of them have all words that any page has. */
  readonly complete: number;
  /** Words that no page has. */
  readonly unknownWords: readonly string[];
}

/** Pages with less than this share of the best page's score, and not all words, are left out. */
const leastShare = 0.2;

/**
 * Ranks pages by the words that they have.
 *
 * A page's score is the sum over its words of (its score ÷ best score for the word) × idf, where
 * idf = ln(1 + N / n) for a word that n of N pages have: a rare word says more than a common
 * one. Measured on `bench/search-queries.tsv`, this finds more than putting pages with all words
 * first: of a long question, long pages have all words by chance.
 *
 * @param byWord what was found for each word alone
 * @param pageCount N, number of pages in the index
 */
export function combineResults<Result extends Scored>(
  byWord: readonly WordResults<Result>[],
  pageCount: number,
): Combined<Result> {
  const pages = new Map<string, { result: Result; score: number; words: number }>();
  for (const { results } of byWord) {
    const idf = Math.log(1 + pageCount / Math.max(1, results.length));
    const best = Math.max(Number.EPSILON, ...results.map(({ score }) => score));
    for (const result of results) {
      const { score, words } = pages.get(result.id) ?? { score: 0, words: 0 };
      pages.set(result.id, {
        result,
        score: score + (idf * result.score) / best,
        words: words + 1,
      });
    }
  }
  const known = byWord.filter(({ results }) => results.length > 0).length;
  const ranked = [...pages.values()].sort((a, b) => b.score - a.score);
  const least = leastShare * (ranked[0]?.score ?? 0);
  const kept = ranked.filter(({ score, words }) => words === known || score >= least);
  return {
    results: kept.map(({ result }) => result),
    complete: kept.filter(({ words }) => words === known).length,
    unknownWords: byWord.filter(({ results }) => results.length === 0).map(({ word }) => word),
  };
}
