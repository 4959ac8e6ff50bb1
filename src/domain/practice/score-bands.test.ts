import { describe, expect, it } from 'vitest';
import { waitText } from '../words/clock-text.ts';
import { answerWords, meanScore, scoreText } from './score-bands.ts';

it.each([
  [[5, 5, 4, 4], 'Strong answer, 4.5 out of 5'],
  [[4, 4, null], 'Good answer, 4 out of 5'],
  [[4, 4, 4, 5], 'Strong answer, 4.3 out of 5'],
  [[3, 4], 'Good answer, 3.5 out of 5'],
  [[2, 3], 'Fair answer, 2.5 out of 5'],
  [[3, 3, 2], 'Fair answer, 2.7 out of 5'],
  [[1, 2], 'Weak answer, 1.5 out of 5'],
  [[null], undefined],
  [[], undefined],
])('%j is said as "%s"', (scores, words) => {
  expect(answerWords(scores)).toBe(words);
});

it('the mean leaves out what was not assessed', () => {
  expect(meanScore([4, null, 5])).toBe(4.5);
  expect(meanScore([null])).toBeNull();
  expect(scoreText(4)).toBe('4');
});

describe('a wait', () => {
  it.each([
    [-5000, 'now'],
    [60_000, 'in 1 minute'],
    [600_000, 'in 10 minutes'],
    [3_600_000, 'in 1 hour'],
    [10_000_000, 'in 3 hours'],
  ])('of %i milliseconds is said in words', (wait, text) => {
    expect(waitText(wait)).toBe(text);
  });
});
