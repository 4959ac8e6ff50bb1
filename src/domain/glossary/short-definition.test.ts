import { describe, expect, it } from 'vitest';
import { shortDefinition } from './short-definition.ts';

describe('a short definition', () => {
  it('is the first sentence, if that is enough', () => {
    const first =
      'A checklist for decision support: the right information, to the right person, in time.';
    expect(shortDefinition(`${first} It is often quoted.`)).toBe(first);
  });

  it('continues if the first sentence is only a few words', () => {
    expect(shortDefinition('US law of December 2016. It took some software out. More.')).toBe(
      'US law of December 2016. It took some software out. More.',
    );
  });

  it('does not end at a number or an abbreviation', () => {
    const one =
      'A rule that was replaced by version 2.1 in the U.S. and, for e.g. scribes, elsewhere too.';
    expect(shortDefinition(`${one} Second sentence.`)).toBe(one);
  });

  it('does not end before the year of a study', () => {
    const one = 'Two models share the name: that of 2019, and the one by Alsentzer et al. (2020).';
    expect(shortDefinition(`${one} Second sentence.`)).toBe(one);
  });
});
