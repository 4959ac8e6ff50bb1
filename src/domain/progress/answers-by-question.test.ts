import { describe, expect, it } from 'vitest';
import { fullness, lastAnswersByQuestion, nextStop } from './answers-by-question.ts';
import type { ReviewRecord, Score } from './records.ts';

function review(card: ReviewRecord['card'], at: number, ...scores: Score[]): ReviewRecord {
  return { id: `review-${at}`, card, at, grade: 'good', scores, seconds: 60, before: null };
}

const answers = lastAnswersByQuestion({
  reviews: [
    review('question:z7s', 300, 4, 3, null),
    review('question:z7s', 100, 1, 1),
    review('question:xt6', 200, 2, 3),
    review('question:23s', 200, null),
    review('term:fhir', 200),
  ],
});

describe('the stops of a path', () => {
  it('have the last answer to each question, not of terms', () => {
    expect([...answers.keys()].sort()).toEqual(['23s', 'xt6', 'z7s']);
    expect(answers.get('z7s')).toEqual({ at: 300, score: 3.5 });
    expect(answers.get('23s')).toEqual({ at: 200, score: null });
  });

  it('are full at 3 or better, and below that as full as the score', () => {
    const shares = ['z7s', 'xt6', '23s', '7wj'].map((code) => fullness(answers.get(code)));
    expect(shares).toEqual([1, 0.5, 0, 0]);
    expect(fullness({ at: 0, score: 3 })).toBe(1);
    expect(fullness({ at: 0, score: 2.9 })).toBeCloseTo(0.58);
  });

  it('go on with the first unanswered question, then with the first that isn’t full', () => {
    expect(nextStop(['z7s', 'xt6', '7wj'], answers)).toBe('7wj');
    expect(nextStop(['z7s', 'xt6', '23s'], answers)).toBe('xt6');
    expect(nextStop(['z7s'], answers)).toBeUndefined();
    expect(nextStop([], answers)).toBeUndefined();
  });
});
