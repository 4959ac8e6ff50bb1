import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Score } from '../progress/records.ts';
import { gradeFromScores } from './grade.ts';

const rank = ['again', 'hard', 'good', 'easy'];

describe('the grade from scores', () => {
  it.each<[Score[], string]>([
    [[5, 5, 5], 'easy'],
    [[5, 5, 4, 4], 'easy'],
    [[4, 4, 4, 3], 'good'],
    [[3, 3, 4], 'hard'],
    [[3, 2], 'hard'],
    [[2, 2, 3], 'again'],
    [[2, 2, 2, 2, 2], 'again'],
  ])('of %j is %s: the mean decides', (scores, grade) => {
    expect(gradeFromScores(scores)).toBe(grade);
  });

  it('is at most hard when a criterion was missed', () => {
    expect(gradeFromScores([5, 5, 5, 5, 1])).toBe('hard');
    expect(gradeFromScores([1, 2, 2])).toBe('again');
  });

  it('leaves out what wasn’t assessed, and is missing if nothing was', () => {
    expect(gradeFromScores([null, 5, null])).toBe('easy');
    expect(gradeFromScores([null, null])).toBeNull();
    expect(gradeFromScores([])).toBeNull();
  });

  it('never gets worse with a better score', () => {
    const scores = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(scores, fc.nat(59), (before, place) => {
        const after = before.map((score, index) =>
          index === place % before.length ? Math.min(5, score + 1) : score,
        );
        const [worse, better] = [before, after].map((list) =>
          rank.indexOf(gradeFromScores(list) ?? ''),
        );
        expect(better).toBeGreaterThanOrEqual(worse ?? 0);
      }),
    );
  });
});
