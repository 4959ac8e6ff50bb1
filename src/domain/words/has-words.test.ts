import { describe, expect, it } from 'vitest';
import { hasWords } from './has-words.ts';

describe('a word filter', () => {
  it('needs all of them, in any order and case, with or without accents', () => {
    expect(hasWords('What is FHIR, and who uses it?', 'uses fhir')).toBe(true);
    expect(hasWords('Über den Ärger', 'uber arger')).toBe(true);
    expect(hasWords('What is FHIR?', 'fhir dicom')).toBe(false);
  });

  it('keeps everything if it is blank', () => {
    expect(hasWords('anything', ' ')).toBe(true);
  });
});
