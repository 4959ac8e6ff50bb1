import { describe, expect, it } from 'vitest';
import { foldWord, keyOf, nameKey, newWords, subjectsIn, wordsIn } from './words.ts';

describe('words', () => {
  it('keep references, acronyms, and hyphens together', () => {
    expect(wordsIn('510(k) vs. De-Novo, §164.312(b); 520(o)(1)(E)')).toEqual([
      '510k',
      'vs',
      'De-Novo',
      '164.312b',
      '520o1E',
    ]);
    expect(wordsIn('the U.S. CI/CD of R&D, patient’s')).toEqual([
      'the',
      'US',
      'CI-CD',
      'of',
      'R-D',
      'patient',
    ]);
    expect(wordsIn('recall@k')).toEqual(['recall-k']);
    expect(wordsIn('🙂 <> " …')).toEqual([]);
  });

  it('without a subject are left out, unless there are no others', () => {
    expect(subjectsIn('What do I do if the nurses hate it?')).toEqual(['nurses', 'hate']);
    expect(subjectsIn('what is it')).toEqual(['what', 'is', 'it']);
  });

  it.each([
    ['anonymisation', 'anonymization'],
    ['haemorrhage', 'hemorrhage'],
    ['labelled', 'labeled'],
    ['behaviour', 'behavior'],
    ['centre', 'center'],
    ['analysed', 'analyzed'],
    ['catalogue', 'catalog'],
    ['licence', 'license'],
    ['programme', 'program'],
    ['café', 'cafe'],
  ])('in British spelling are the American ones: %s, %s', (british, american) => {
    expect(foldWord(british)).toBe(foldWord(american));
  });

  it('in other forms have the same key, except digits and short words', () => {
    expect(keyOf('monitoring')).toBe(keyOf('monitored'));
    expect(keyOf('alerts')).toBe(keyOf('alert'));
    expect(keyOf('safety')).toBe(keyOf('safe'));
    expect(keyOf('privacy')).toBe(keyOf('private'));
    expect(keyOf('specialty')).not.toBe(keyOf('special'));
    expect(keyOf('R4')).toBe('r4');
    expect(keyOf('AIs')).not.toBe(keyOf('AI'));
    expect(keyOf('uses')).not.toBe(keyOf('US'));
    expect(keyOf('viés')).not.toBe(keyOf('VI'));
    expect(nameKey('The Right to Explanation')).toBe(nameKey('right explanations'));
  });

  it('that only one of two texts has are each listed once', () => {
    expect(newWords('alerts, alert fatigue and the fatigue', 'Alerts of nurses')).toBe('fatigue');
  });
});
