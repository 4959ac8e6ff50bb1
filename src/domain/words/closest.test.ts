import { describe, expect, it } from 'vitest';
import { closest, editDistance } from './closest.ts';

describe('the edit distance', () => {
  it('counts single insertions, deletions, replacements and swaps', () => {
    // Damerau (1964): each of these is one error.
    expect(editDistance('hipaa', 'hippaa')).toBe(1);
    expect(editDistance('hipaa', 'hipa')).toBe(1);
    expect(editDistance('hipaa', 'hiqaa')).toBe(1);
    expect(editDistance('fhir', 'fihr')).toBe(1);
  });

  it('knows the textbook distance of kitten and sitting', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3);
  });

  it('is the length of the other word when one is empty', () => {
    expect(editDistance('', 'abc')).toBe(3);
    expect(editDistance('abc', '')).toBe(3);
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
