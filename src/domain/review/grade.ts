import { meanScore } from '../practice/answer-words.ts';
import type { Grade, Score } from '../progress/records.ts';

const gradeOfMark: readonly Grade[] = ['again', 'again', 'again', 'hard', 'good', 'easy'];

/**
 * Returns the grade for a card from rubric scores (1 to 5 by criterion), or null if there are no
 * scores.
 *
 * The grade depends on the mean of the scores, rounded to a whole number (halves up): 1 or 2 is
 * again, 3 hard, 4 good, and 5 easy. A criterion with a 1 was missed completely, so the grade is at
 * most hard. `null` is "not assessed" and doesn't count. In FSRS, "hard" means remembered with
 * effort, so an answer below the rubric's middle is "again". A better score never causes a worse
 * grade.
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
