import { describe, expect, it } from 'vitest';
import { numeralsIn, spokenWords } from './spoken-words.ts';

describe('spoken words', () => {
  it.each([
    ['1,614 studies', 'one thousand six hundred fourteen studies'],
    ['87.2 percent, or 87%', 'eighty-seven point two percent or eighty-seven percent'],
    ['In 2026 and 2009', 'In twenty twenty-six and twenty oh nine'],
    ['The EHR of an FDA-cleared device', 'The E H R of an F D A cleared device'],
    ['HIPAA, FHIR and AI', 'HIPAA FHIR and A I'],
    ['A 510(k) at $40', 'A five hundred ten k at forty dollars'],
    ['“one in eight”, I’d say — slowly', 'one in eight I’d say slowly'],
    ['EHRs and/or PACS', 'E H R and or PACS'],
    ['2,000 by 100', 'two thousand by one hundred'],
  ])('says %s', (text, said) => {
    expect(spokenWords(text).join(' ')).toBe(said);
  });

  it('counts numerals, not those inside names', () => {
    expect(numeralsIn('In 2026, 1,614 of 2,000 (80.7%) cost $40; R4 and one in eight.')).toBe(5);
  });
});
