import type { Score } from '../progress/records.ts';
import type { ScoredQuestion } from './scored-question.ts';

export type Comparison = ReturnType<typeof compareScores>;

export const apart = 2;

/** Compares results, one for each rater. Missing scores count as not assessed. */
export function compareScores(results: readonly (readonly ScoredQuestion[])[]) {
  const byCode = results.map((result) => new Map(result.map(({ code, scores }) => [code, scores])));
  const codes = [...new Set(byCode.flatMap((result) => [...result.keys()]))];
  const criteria = codes.flatMap((code) => {
    const byRater = byCode.map((result) => result.get(code) ?? []);
    return compareQuestion(code, byRater);
  });
  const compared = criteria.filter(({ spread }) => spread !== null);
  const byAll = criteria.filter(({ scores }) => scores.every((score) => score !== null));
  return {
    /** Every criterion, the widest disagreement first, then in the order of the mock. */
    criteria: criteria.toSorted((a, b) => (b.spread ?? -1) - (a.spread ?? -1)),
    compared: compared.length,
    /** Criteria on which all raters are within a point of each other. */
    close: compared.filter(({ spread }) => (spread ?? 0) < apart).length,
    /** Criteria that all assessed: only these count in the totals. */
    assessedByAll: byAll.length,
    totals: results.map((_, rater) =>
      byAll.reduce((sum, { scores }) => sum + (scores[rater] ?? 0), 0),
    ),
    alpha: ordinalAlpha(criteria.map(({ scores }) => scores)),
  };
}

/** A question's criteria with the raters' scores and spreads; `null` unless two assessed it. */
function compareQuestion(code: string, byRater: readonly (readonly Score[])[]) {
  const length = Math.max(...byRater.map((scores) => scores.length));
  return Array.from({ length }, (_, criterion) => {
    const scores = byRater.map((all) => all[criterion] ?? null);
    const given = scores.filter((score) => score !== null);
    const spread = given.length < 2 ? null : Math.max(...given) - Math.min(...given);
    return { code, criterion, scores, spread };
  });
}

/** Which scores are two or more points from the median; none if there are fewer than three. */
export function findOutliers(scores: readonly Score[]): boolean[] {
  const given = scores.filter((score) => score !== null).toSorted((a, b) => a - b);
  const middle = given.length / 2;
  const median = ((given[Math.ceil(middle) - 1] ?? 0) + (given[Math.floor(middle)] ?? 0)) / 2;
  return scores.map(
    (score) => given.length > 2 && score !== null && Math.abs(score - median) >= apart,
  );
}

/**
 * Krippendorff's alpha for ordinal scores: 1 is perfect agreement, 0 is chance,
 * below 0 raters disagree more than by chance. Any number of raters, and scores may be missing;
 * criteria with fewer than two scores don't count. `null` if undefined: no two scores to
 * compare, or all scores are the same.
 *
 * Formula: Krippendorff K. Computing Krippendorff's Alpha-Reliability. University of Pennsylvania,
 * 2011, section E (https://repository.upenn.edu/asc_papers/43), with the ordinal difference
 * between scores c and k: the square of the number of scores from c to k, those at the ends
 * counted half.
 */
export function ordinalAlpha(units: readonly (readonly Score[])[]): number | null {
  const pairable = units
    .map((ratings) => ratings.filter((score) => score !== null))
    .filter((scores) => scores.length > 1);
  const all = pairable.flat();
  const values = [...new Set(all)].sort((a, b) => a - b);
  const counts = values.map((value) => all.filter((score) => score === value).length);
  const difference = (a: number, b: number): number => {
    const [low, high] = [Math.min(a, b), Math.max(a, b)];
    const between = counts.slice(low, high + 1).reduce((sum, count) => sum + count, 0);
    return (between - ((counts[low] ?? 0) + (counts[high] ?? 0)) / 2) ** 2;
  };
  // Each pair of raters is counted in both orders, as in the coincidence matrix.
  const observed = pairable.reduce((sum, scores) => {
    const places = scores.map((score) => values.indexOf(score));
    const pairs = places.flatMap((a) => places.map((b) => difference(a, b)));
    return sum + pairs.reduce((total, one) => total + one, 0) / (scores.length - 1);
  }, 0);
  const expected = counts.reduce(
    (sum, one, a) =>
      sum + counts.reduce((total, other, b) => total + one * other * difference(a, b), 0),
    0,
  );
  return expected === 0 ? null : 1 - ((all.length - 1) * observed) / expected;
}

/**
 * What an alpha means for scores: Krippendorff asks for 0.8, and for 0.667 where tentative
 * conclusions will do (Content Analysis, 4th edition, 2019, chapter 12).
 */
export function readAlpha(alpha: number): 'reliable' | 'tentative' | 'unreliable' {
  if (alpha >= 0.8) return 'reliable';
  return alpha >= 0.667 ? 'tentative' : 'unreliable';
}
