/** Scores of one thing by several raters; `null` where a rater gave none. */
export type Ratings = readonly (number | null)[];

/**
 * Krippendorff's alpha for ordinal scores: 1 is perfect agreement, 0 is what chance would give,
 * below 0 raters disagree more than by chance. Any number of raters, any scores missing; what
 * fewer than two raters scored doesn't count. `null` if nothing can be said: no two scores to
 * compare, or all scores are the same.
 *
 * Formula: Krippendorff K. Computing Krippendorff's Alpha-Reliability. University of Pennsylvania,
 * 2011, section E (https://repository.upenn.edu/asc_papers/43), with the ordinal difference
 * between scores c and k: the square of the number of scores from c to k, those at the ends
 * counted half.
 */
export function ordinalAlpha(units: readonly Ratings[]): number | null {
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
  // Each pair of two raters is met in both orders, as in the coincidence matrix.
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
