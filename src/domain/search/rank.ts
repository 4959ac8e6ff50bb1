/**
 * Combines the results of two engines, MiniSearch (names) and Pagefind (full text), into one
 * ranking and one verdict.
 */
import type { NameMatches } from './guide-index.ts';
import type { QueryUnit } from './read-query.ts';
import { isFiller } from './words.ts';

/** Scores by question index. */
export type Scores = ReadonlyMap<number, number>;

export interface TextMatches {
  /**
   * For each unit, the questions' scores. Units are searched one by one, because few pages have all
   * of them.
   */
  readonly scores: ReadonlyMap<QueryUnit, Scores>;
  /**
   * Scores of questions in which two neighboring words of the query, or the words of a name, are
   * next to each other.
   */
  readonly phrases: readonly Scores[];
  /** For each unit, the questions whose text contains it. */
  readonly having: ReadonlyMap<QueryUnit, ReadonlySet<number>>;
}

export type Verdict = 'found' | 'closest' | 'nothing';

export interface Ranked {
  /** Indexes of questions, best first. */
  readonly ranking: readonly number[];
  /**
   * - found: one of the top questions has every word of the query, except fillers.
   * - closest: one question has about half of the words. Rare words count more.
   * - nothing: none has enough of them.
   */
  readonly verdict: Verdict;
  /** Units that no question has. */
  readonly missing: readonly QueryUnit[];
  /** Returns how much a unit matters for the query. Rare words matter more. */
  weightOf(unit: QueryUnit): number;
}

/**
 * How much names count compared with the text if they contain the whole query. If they contain only
 * part of it, they count much less.
 */
const nameWeight = 1.5;

const phraseWeight = 0.5;

/**
 * Flattens the differences between the top ranks. As a result, a question that both engines rank
 * well beats a question that only one of them ranks first.
 */
const rankOffset = 5;

/**
 * How many of the top questions in the ranking, and in that of the text, the verdict is based on.
 */
const judged = 5;

/** The closest question must contain at least this share of the query. */
const minShare = 0.5;

/**
 * Minimum share if each word occurs in some question, or if a top question has a term that the
 * query names.
 */
const minKnownShare = 0.4;

/** Questions further down are listed only if they contain at least this share of the query. */
const minListedShare = 2 / 3;

/** Relative weight of a unit that is in a question's text but in none of its names. */
const textShare = 0.5;

/** Relative weight of a word that any question might contain. */
const fillerWeight = 0.1;

/** @param count the number of questions in the guide */
export function rank(
  units: readonly QueryUnit[],
  names: NameMatches,
  text: TextMatches | undefined,
  count: number,
): Ranked {
  const has = (question: number, unit: QueryUnit): boolean =>
    names.has(question, unit) || text?.having.get(unit)?.has(question) === true;
  const all = Array.from({ length: count }, (_, question) => question);
  const weights = new Map(units.map((unit) => [unit, weightIn(all, unit, has)]));
  const weightOf = (unit: QueryUnit): number => weights.get(unit) ?? 0;
  const subjects = units.filter((unit) => !isFillerUnit(unit));
  const asked = subjects.length > 0 ? subjects : units;
  const total = asked.reduce((sum, unit) => sum + weightOf(unit), 0);
  type PartOf = (question: number, unit: QueryUnit) => number;
  const shareOf = (question: number, partOf: PartOf): number => {
    const part = asked.reduce((sum, unit) => sum + weightOf(unit) * partOf(question, unit), 0);
    return total === 0 ? 0 : part / total;
  };
  const best = (questions: readonly number[], partOf: PartOf): number =>
    Math.max(0, ...questions.map((question) => shareOf(question, partOf)));
  const inNames = (q: number, unit: QueryUnit) => Number(names.has(q, unit));
  const byWords = rankBySum(
    [...(text?.scores ?? [])].map(([u, scores]) => shares(scores, weightOf(u))),
  );
  const ranking = fuse([
    [names.ranking, nameWeight * best(names.ranking.slice(0, judged), inNames) ** 2],
    [byWords, 1],
    [rankBySum(text?.phrases ?? []), phraseWeight],
  ]);
  // Also look at the best matches in the text. They may be further down in the ranking, behind
  // questions whose names match better.
  const first = [...ranking.slice(0, judged), ...byWords.slice(0, judged)];
  const isFound = first.some((q) => asked.every((unit) => has(q, unit)));
  const isNamed = first.some((q) => asked.some((unit) => unit.terms.length > 0 && has(q, unit)));
  const share = best(first, (q, unit) => inNames(q, unit) || Number(has(q, unit)) * textShare);
  const missing = asked.filter((unit) => !all.some((q) => has(q, unit)));
  const isClose = share >= (missing.length === 0 || isNamed ? minKnownShare : minShare);
  const verdict = isFound ? 'found' : isClose ? 'closest' : 'nothing';
  const isListed = (question: number, index: number): boolean =>
    index < judged || shareOf(question, (q, unit) => Number(has(q, unit))) >= minListedShare;
  return { ranking: ranking.filter(isListed), verdict, missing, weightOf };
}

/**
 * Returns the weight of a unit. The fewer questions contain it, the more it matters (inverse
 * document frequency).
 */
function weightIn(
  questions: readonly number[],
  unit: QueryUnit,
  has: (question: number, unit: QueryUnit) => boolean,
): number {
  const having = questions.filter((question) => has(question, unit)).length;
  const weight = Math.log(1 + questions.length / Math.max(0.5, having));
  return isFillerUnit(unit) ? fillerWeight * weight : weight;
}

function isFillerUnit({ names: [own = []] }: QueryUnit): boolean {
  return own.every(isFiller);
}

type WeightedRanking = readonly [ranking: readonly number[], weight: number];

/**
 * Combines rankings with reciprocal rank fusion (Cormack, Clarke, Büttcher 2009). In each ranking,
 * a question earns the ranking's weight divided by the question's rank plus an offset.
 */
export function fuse(rankings: readonly WeightedRanking[]): number[] {
  const scores = new Map<number, number>();
  for (const [ranking, weight] of rankings) {
    for (const [index, question] of ranking.entries()) {
      const score = weight / (rankOffset + index + 1);
      scores.set(question, (scores.get(question) ?? 0) + score);
    }
  }
  return byScore(scores);
}

/**
 * Gives the best question for a unit the unit's full weight, and all others a share of it. The
 * square root keeps a question that repeats one word from outranking one that contains all the
 * words.
 */
function shares(scores: Scores, weight: number): Scores {
  const max = Math.max(...scores.values());
  return new Map(
    [...scores].map(([question, score]) => [question, weight * Math.sqrt(score / max)]),
  );
}

function rankBySum(all: readonly Scores[]): number[] {
  const sums = new Map<number, number>();
  for (const scores of all) {
    for (const [question, score] of scores) sums.set(question, (sums.get(question) ?? 0) + score);
  }
  return byScore(sums);
}

/** Sorts questions by score. Questions with the same score stay in guide order. */
function byScore(scores: Scores): number[] {
  return [...scores].sort(([a, one], [b, other]) => other - one || a - b).map(([id]) => id);
}
