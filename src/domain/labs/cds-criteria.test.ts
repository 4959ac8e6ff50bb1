import { describe, expect, it } from 'vitest';
import { agreedCriteria, type CdsAnswers, cdsOutcome } from './cds-criteria.ts';

const met: CdsAnswers = { image: 'yes', information: 'yes', recommendation: 'yes', basis: 'yes' };
const answers = ['yes', 'no', 'argue'] as const;
const thirds = ['yes', 'one', 'lay', 'argue'] as const;

const all: [CdsAnswers, boolean][] = answers.flatMap((image) =>
  answers.flatMap((information) =>
    thirds.flatMap((recommendation) =>
      answers.flatMap((basis) =>
        [true, false].map((isOnly): [CdsAnswers, boolean] => [
          { image, information, recommendation, basis },
          isOnly,
        ]),
      ),
    ),
  ),
);

describe('the decision support exclusion', () => {
  it('needs all four criteria, and nothing else', () => {
    for (const [given, isOnly] of all) {
      const isMet = Object.values(given).every((answer) => answer === 'yes');
      expect(cdsOutcome(given, isOnly) === 'excluded', JSON.stringify(given)).toBe(isMet);
    }
  });

  it('fails on a single no, whatever the other three say', () => {
    for (const [given, isOnly] of all) {
      const { image, information, recommendation, basis } = given;
      if (![image, information, basis].includes('no') && recommendation !== 'lay') continue;
      expect(cdsOutcome(given, isOnly), JSON.stringify(given)).toBe('not-excluded');
    }
  });

  it('gives discretion for one appropriate output only if the other three are met', () => {
    for (const [given, isOnly] of all) {
      const { image, information, recommendation, basis } = given;
      const isMeant =
        isOnly &&
        recommendation === 'one' &&
        [image, information, basis].every((answer) => answer === 'yes');
      expect(cdsOutcome(given, isOnly) === 'discretion', JSON.stringify(given)).toBe(isMeant);
    }
  });

  it('is open if nothing fails and something is debatable', () => {
    expect(cdsOutcome({ ...met, recommendation: 'argue' }, false)).toBe('open');
    expect(cdsOutcome({ ...met, recommendation: 'one', basis: 'argue' }, true)).toBe('open');
  });

  it.each<[string, Partial<CdsAnswers>, boolean, string]>([
    // From FDA's town hall on March 11, 2026, about the guidance of January 2026.
    ['long-term cardiovascular risk score', { recommendation: 'one' }, true, 'discretion'],
    [
      'the same for the next 24 hours',
      { recommendation: 'one', basis: 'no' },
      true,
      'not-excluded',
    ],
    [
      'a plan that also analyzes PET images',
      { recommendation: 'one', image: 'no' },
      true,
      'not-excluded',
    ],
    ['sepsis or stroke alarm', { recommendation: 'one', basis: 'no' }, false, 'not-excluded'],
    [
      'alert from hourly pulse oximetry and heart rate',
      { image: 'no', information: 'no', recommendation: 'one', basis: 'no' },
      false,
      'not-excluded',
    ],
    [
      'insulin bolus calculator for patients',
      { recommendation: 'lay', basis: 'no' },
      true,
      'not-excluded',
    ],
    ['indicated population by the drug’s labeling', {}, false, 'excluded'],
  ])('comes out as FDA says for its example: %s', (_, changes, isOnly, outcome) => {
    expect(cdsOutcome({ ...met, ...changes }, isOnly)).toBe(outcome);
  });
});

describe('agreement on the criteria', () => {
  it('counts equal answers', () => {
    expect(agreedCriteria(met, met)).toBe(4);
    expect(agreedCriteria(met, { ...met, recommendation: 'one', basis: 'no' })).toBe(2);
  });
});
