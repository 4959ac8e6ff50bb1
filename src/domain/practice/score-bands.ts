import type { Score } from '../progress/records.ts';

export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function meanScore(scores: readonly Score[]): number | null {
  return meanOf(scores.filter((score) => score !== null));
}

/** Formats a mean score with at most one decimal, as in "4" or "4.5". */
export function scoreText(mean: number): string {
  return String(Math.round(mean * 10) / 10);
}

/** The lowest mean scores for an answer to be called strong, good, or fair. */
export const scoreBands = { strong: 4.25, good: 3.5, fair: 2.5 };

/** The highest score that counts as weak for a criterion: that of the middle anchor. */
export const maxWeakScore = 3;

/**
 * Says how good an answer was, as in "Strong answer, 4.5 out of 5". Returns undefined if it has no
 * scores.
 */
export function answerWords(scores: readonly Score[]): string | undefined {
  const mean = meanScore(scores);
  if (mean === null) return undefined;
  return `${bandOf(mean)} answer, ${scoreText(mean)} out of 5`;
}

function bandOf(mean: number): string {
  if (mean >= scoreBands.strong) return 'Strong';
  if (mean >= scoreBands.good) return 'Good';
  return mean >= scoreBands.fair ? 'Fair' : 'Weak';
}
