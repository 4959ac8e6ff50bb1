/** A page that the engine found for some words, with the engine's score. */
export interface Scored {
  /** Identifier of the page within the index. */
  readonly id: string;
  /** Score of the page; higher is better, comparable only within one search. */
  readonly score: number;
}

/** What the engine found for one word of the query. */
export interface WordResults {
  readonly word: string;
  readonly results: readonly Scored[];
}

/** A page and how much of the query it has. */
export interface Combined extends Scored {
  /** How many words of the query it has. */
  readonly words: number;
}

/**
 * Ranks pages by the words that they have, best first.
 *
 * A page's score is the sum over its words of (its score ÷ best score for the word) × idf, where
 * idf = ln(1 + N / n) for a word that n of N pages have: a rare word says more than a common
 * one. Measured on `bench/search-queries.tsv`, this finds more than putting pages with all words
 * first: of a long question, long pages have all words by chance.
 *
 * @param byWord what was found for each word alone
 * @param pageCount N, number of pages in the index
 */
export function combineResults(byWord: readonly WordResults[], pageCount: number): Combined[] {
  const pages = new Map<string, Combined>();
  for (const { results } of byWord) {
    const idf = Math.log(1 + pageCount / Math.max(1, results.length));
    const best = Math.max(Number.EPSILON, ...results.map(({ score }) => score));
    for (const { id, score: own } of results) {
      const { score, words } = pages.get(id) ?? { score: 0, words: 0 };
      pages.set(id, { id, score: score + (idf * own) / best, words: words + 1 });
    }
  }
  return [...pages.values()].sort((a, b) => b.score - a.score);
}
