import { meanScore } from '../practice/score-bands.ts';
import type { Grade, Score } from '../progress/records.ts';

const gradeOfMark: readonly Grade[] = ['again', 'again', 'again', 'hard', 'good', 'easy'];

/**
 * Computes a card's grade from its rubric scores (1 to 5 for each criterion). If it has no scores,
 * returns null.
 *
 * The grade depends on the mean score, rounded to a whole number (halves up): 1 or 2 is again, 3 is
 * hard, 4 is good, and 5 is easy. If any criterion has a 1, it was missed completely, so the grade
 * is at most hard. `null` is "not assessed" and doesn't count. In FSRS, "hard" means remembered
 * with effort, so an answer whose rounded mean is below the middle of the rubric is "again". A
 * better score never leads to a worse grade.
 */
export function gradeFromScores(scores: readonly Score[]): Grade | null {
  const given = scores
    .filter((score) => score !== null)
    .filter((score) => score >= 1 && score <= 5);
  const mean = meanScore(given);
  if (mean === null) return null;
  const mark = Math.round(mean);
  return gradeOfMark[given.includes(1) ? Math.min(mark, 3) : mark] ?? null;
}

export const gradeWords: Readonly<Record<Grade, string>> = {
  again: 'Again',
  hard: 'Hard',
  good: 'Good',
  easy: 'Easy',
};
