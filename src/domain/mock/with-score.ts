import type { Score } from '../progress/records.ts';

/** Most criteria of a rubric. */
const mostCriteria = 5;

/** Scores with another one for a criterion; criteria before it without a score are not assessed. */
export function withScore(scores: readonly Score[], criterion: number, score: Score): Score[] {
  if (criterion < 0 || criterion >= mostCriteria) return [...scores];
  const length = Math.max(scores.length, criterion + 1);
  return Array.from({ length }, (_, place) =>
    place === criterion ? score : (scores[place] ?? null),
  );
}
