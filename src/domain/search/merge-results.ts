import type { Ranked } from './rank.ts';

/** Questions with less than this share of the best one's score, and not all words, are left out. */
const leastShare = 0.2;

/** How much the full text counts beside the instant index where both decide the order. */
const fullTextWeight = 1;

/** The questions worth listing, of those that one index found. */
export function worthListing(ranked: readonly Ranked[], words: number): Ranked[] {
  const least = leastShare * (ranked[0]?.score ?? 0);
  return ranked.filter((one) => one.words >= words || one.score >= least);
}

/**
 * Extends what is on the screen by what the full text has: the order of the first list stays, new
 * questions follow in theirs.
 */
export function extend(shown: readonly Ranked[], fullText: readonly Ranked[]): Ranked[] {
  const more = new Map(fullText.map((one) => [one.doc, one]));
  const known = new Set(shown.map(({ doc }) => doc));
  return [
    ...shown.map((one) => ({ ...one, words: Math.max(one.words, more.get(one.doc)?.words ?? 0) })),
    ...fullText.filter(({ doc }) => !known.has(doc)),
  ];
}

/** Joins both lists into one order, by the sum of the scores as shares of each list's best. */
export function join(instant: readonly Ranked[], fullText: readonly Ranked[]): Ranked[] {
  const joined = new Map<number, Ranked>();
  for (const [list, weight] of [[instant, 1] as const, [fullText, fullTextWeight] as const]) {
    const best = Math.max(Number.EPSILON, ...list.map(({ score }) => score));
    for (const { doc, score, words } of list) {
      const own = joined.get(doc) ?? { doc, score: 0, words: 0 };
      joined.set(doc, {
        doc,
        score: own.score + (weight * score) / best,
        words: Math.max(own.words, words),
      });
    }
  }
  return [...joined.values()].sort((a, b) => b.score - a.score || a.doc - b.doc);
}
