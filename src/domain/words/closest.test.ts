import { describe, expect, it } from 'vitest';
import { closest } from './closest.ts';
import { editDistance } from './edit-distance.ts';

describe('the edit distance', () => {
  it('counts single insertions, deletions, replacements and swaps', () => {
    // In Damerau's terms (1964), each of these is one error.
    expect(editDistance('hipaa', 'hippaa', 2)).toBe(1);
    expect(editDistance('hipaa', 'hipa', 2)).toBe(1);
    expect(editDistance('hipaa', 'hiqaa', 2)).toBe(1);
    expect(editDistance('fhir', 'fihr', 2)).toBe(1);
  });

  it('knows the textbook distance of kitten and sitting', () => {
    expect(editDistance('kitten', 'sitting', 5)).toBe(3);
  });

  it('is the length of the other word when one is empty', () => {
    expect(editDistance('', 'abc', 5)).toBe(3);
    expect(editDistance('abc', '', 5)).toBe(3);
  });

  it('stops counting above the limit', () => {
    expect(editDistance('kitten', 'sitting', 2)).toBe(3);
    expect(editDistance('qwxz', 'hippopotamus', 1)).toBe(2);
  });
});

describe('the closest candidate', () => {
  it('is found despite a misspelling', () => {
    expect(closest('sumary', ['title', 'summary'])).toBe('summary');
  });

  it('is not made up when nothing is near', () => {
    expect(closest('importance', ['title', 'summary'])).toBeUndefined();
  });
});
