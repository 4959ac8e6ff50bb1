import { describe, expect, it } from 'vitest';
import { problemWords } from './preview.ts';
import { readRecord } from './records.ts';

const wordsFor = (value: unknown): string => {
  const read = readRecord('notes', value);
  return 'problem' in read ? problemWords(read.problem.problem) : 'nothing';
};

describe('a problem in words', () => {
  it.each([
    [{ code: '8d8', text: 5, at: 1 }, 'text is missing or wrong'],
    [{ code: '8d8' }, 'text and at are missing or wrong'],
    [{ code: '8d8', at: 1, more: 1 }, 'text is missing or wrong, and it has unknown fields'],
    [{ code: '8d8', text: 'a', at: 1, more: 1 }, 'it has unknown fields'],
    [null, 'the record isn’t valid'],
  ])('of %j is: %s', (value, words) => {
    expect(wordsFor(value)).toBe(words);
  });

  it('names the first fields and counts the rest', () => {
    const read = readRecord('cards', { id: 7 });
    const problem = 'problem' in read ? read.problem.problem : '';
    expect(problemWords(problem)).toBe('id, due, stability, and 7 more are missing or wrong');
  });

  it.each(['it isn’t a list', 'due: not a number', 'there is another record named 8d8; x', ''])(
    'stays as it is if it is already in words: %s',
    (problem) => {
      expect(problemWords(problem)).toBe(problem);
    },
  );
});
