import { describe, expect, it } from 'vitest';
import type { ReviewRecord, Score } from '../progress/records.ts';
import { utc } from '../review/days.ts';
import { dayPhrase, gapsOf, lastAnswers } from './last-answers.ts';

const review = (card: ReviewRecord['card'], at: number, scores: Score[]): ReviewRecord => ({
  id: `${card}-${at}`,
  card,
  at,
  grade: 'good',
  scores,
  seconds: 60,
  before: null,
});

describe('the last answers', () => {
  it('are those with a score to this question, the last one at the end', () => {
    const reviews = [
      review('question:fk7', 3, [4]),
      review('question:fk7', 1, [2]),
      review('question:fk7', 2, [null]),
      review('question:xt6', 9, [5]),
      review('term:fhir', 9, []),
    ];
    expect(lastAnswers(reviews, 'fk7', 5).map(({ at }) => at)).toEqual([1, 3]);
    expect(lastAnswers(reviews, 'fk7', 1).map(({ at }) => at)).toEqual([3]);
    expect(lastAnswers(reviews, 'zzz', 5)).toEqual([]);
  });
});

describe('gaps', () => {
  it.each<[string, Score[], ReturnType<typeof gapsOf>]>([
    ['all below 3, the weakest first', [2, 5, 1, 3], { kind: 'missed', criteria: [2, 0] }],
    ['otherwise the 3s', [3, 4, 3, 5], { kind: 'improve', criteria: [0, 2] }],
    ['otherwise none', [4, 5, null], { kind: 'none', criteria: [] }],
    ['never what was not scored', [null, null], { kind: 'none', criteria: [] }],
  ])('are %s', (_, scores, gaps) => {
    expect(gapsOf(scores)).toEqual(gaps);
  });
});

describe('the phrase for a day', () => {
  const now = Date.parse('2026-12-01T09:00:00Z');
  it.each([
    ['2026-12-01T00:10:00Z', 'today'],
    ['2026-11-30T23:50:00Z', 'yesterday'],
    ['2026-11-25T12:00:00Z', 'on Wednesday'],
    ['2026-11-24T12:00:00Z', 'on November 24, 2026'],
    ['2025-12-03T12:00:00Z', 'on December 3, 2025'],
    // The device's clock was wrong.
    ['2026-12-03T12:00:00Z', 'on December 3, 2026'],
  ])('%s is “%s”', (at, phrase) => {
    expect(dayPhrase(Date.parse(at), now, utc)).toBe(phrase);
  });

  it('is in the time zone of the reader', () => {
    const newYork = () => -300;
    expect(dayPhrase(Date.parse('2026-12-01T04:00:00Z'), now, newYork)).toBe('yesterday');
  });
});
