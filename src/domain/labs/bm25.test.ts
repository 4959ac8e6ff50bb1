import { describe, expect, it } from 'vitest';
import { bm25, wordsOf } from './bm25.ts';

describe('BM25', () => {
  it('matches its formula by hand for two passages', () => {
    // "cat" is in 1 of 2 passages, so its weight is ln(1 + 1.5/1.5) = ln 2. The lengths are 3 and
    // 1, and their mean is 2.
    const [first, second] = bm25('cat', ['cat cat dog', 'dog']);
    const length = 1 - 0.75 + (0.75 * 3) / 2;
    expect(first).toBeCloseTo((Math.log(2) * 2 * 2.2) / (2 + 1.2 * length), 12);
    expect(second).toBe(0);
  });

  it('weighs a rare word more, repeats less and less, and long passages less', () => {
    const passages = ['fever and chills', 'fever', 'fever and rash', 'pain'];
    const [chills = 0] = bm25('chills', passages);
    const [fever = 0] = bm25('fever', passages);
    expect(chills).toBeGreaterThan(fever);
    const [once = 0, twice = 0, thrice = 0] = bm25('a', [
      'a x x x',
      'a a x x',
      'a a a x',
      'x x x x',
    ]);
    expect(twice - once).toBeGreaterThan(thrice - twice);
    const [short = 0, long = 0] = bm25('a', ['a', 'a x x x x x', 'x']);
    expect(short).toBeGreaterThan(long);
  });

  it('scores no passage below 0, even for a word in all of them', () => {
    for (const score of bm25('the', ['the a', 'the b', 'the c'])) expect(score).toBeGreaterThan(0);
    expect(bm25('', ['a'])).toEqual([0]);
    expect(wordsOf('HbA1c: 7.2 %')).toEqual(['hba1c', '7', '2']);
  });
});
