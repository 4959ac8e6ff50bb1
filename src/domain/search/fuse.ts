/** One ranking and one verdict from two engines: MiniSearch (names) and Pagefind (text). */
import type { QueryUnit } from './read-query.ts';
import { isFiller } from './words.ts';

/** Results of a word in Pagefind: the questions by place, with their scores. */
export type Hits = ReadonlyMap<number, number>;

/** Reciprocal rank fusion (Cormack, Clarke, Büttcher 2009): a place counts for 1 / (k + rank). */
const k = 10;

export function fuse(rankings: readonly (readonly number[])[]): number[] {
  const scores = new Map<number, number>();
  for (const ranking of rankings) {
    for (const [rank, place] of ranking.entries()) {
      scores.set(place, (scores.get(place) ?? 0) + 1 / (k + rank + 1));
    }
  }
  return byScore(scores);
}

/** Pagefind wants every word on a page; a question needs the most of them. */
export function rankByWords(hits: readonly Hits[]): number[] {
  const scores = new Map<number, number>();
  for (const one of hits) {
    for (const [place, score] of one) scores.set(place, (scores.get(place) ?? 0) + score);
  }
  return byScore(scores);
}

function byScore(scores: ReadonlyMap<number, number>): number[] {
  return [...scores].sort(([, a], [, b]) => b - a).map(([place]) => place);
}

export type Verdict = 'found' | 'closest' | 'nothing';

/** A query is about something else if a page has at most that share of its words, and no name. */
const maxOther = 2 / 3;

/** How many of the first results are judged. */
const judged = 5;

/**
 * - found: one of the first pages has every word of the query.
 * - closest: one has most of the words, or the query names a glossary term that it has, or a page of the guide.
 * - nothing: everything else.
 *
 * @param has whether a question has a word or name, in its names or in its text
 */
export function verdictOn(
  units: readonly QueryUnit[],
  places: readonly number[],
  has: (place: number, unit: QueryUnit) => boolean,
  namesPage: boolean,
): Verdict {
  const subjects = units.filter(({ names: [own = []] }) => !own.every(isFiller));
  const asked = subjects.length > 0 ? subjects : units;
  const first = places.slice(0, judged);
  const best = Math.max(
    0,
    ...first.map((place) => asked.filter((unit) => has(place, unit)).length),
  );
  if (best === asked.length) return 'found';
  const isNamed = first.some((place) =>
    asked.some((unit) => unit.terms.length > 0 && has(place, unit)),
  );
  return best / asked.length > maxOther || isNamed || namesPage ? 'closest' : 'nothing';
}
