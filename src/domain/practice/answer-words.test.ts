import { expect, it } from 'vitest';
import { answerWords, meanScore, scoreText } from './answer-words.ts';

it.each([
  [[5, 5, 4, 4], 'Strong answer, 4.5 out of 5'],
  [[4, 4, null], 'Good answer, 4 out of 5'],
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
