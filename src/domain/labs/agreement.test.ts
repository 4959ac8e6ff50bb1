import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agreementOnCase,
  cohensAgreement,
  cohensKappa,
  fleissAgreement,
  kappaOf,
  ratingShares,
  specificAgreement,
} from './agreement.ts';

const fleissKappa = (table: readonly (readonly number[])[]) => kappaOf(fleissAgreement(table));

/** Counts of cases that both rated yes, only A did, only B did, and both rated no. */
type Counts = readonly [number, number, number, number];

const table = ([both, onlyA, onlyB, neither]: Counts) => [
  [both, onlyA],
  [onlyB, neither],
];
const anyCount = fc.integer({ min: 0, max: 200 });
const anyCounts = fc.tuple(anyCount, anyCount, anyCount, anyCount);

function expectSame(one: number | undefined, other: number | undefined): void {
  if (one === undefined) expect(other).toBeUndefined();
  else expect(other).toBeCloseTo(one, 10);
}

/** Reads a word for each case, with a digit (in base 15) for each category. */
function readRatings(text: string): number[][] {
  return text.split(' ').map((word) => [...word].map((digit) => Number.parseInt(digit, 15)));
}

// Fleiss 1971, table 1, as in the R package irr.
const psychiatricDiagnoses = readRatings(
  '00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031 00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006',
);

// The most common example, which is also in the tests of statsmodels and of R's packages.
const fourteenRaters = readRatings('0000e 02642 00356 03920 22811 77000 32630 25322 65210 02237');

describe('Cohen’s kappa', () => {
  // The pair of Feinstein & Cicchetti 1990, as printed in Gerstman's Epidemiology Kept Simple
  // (table 10.6), and then a pair that is printed in many places.
  it.each([
    [[40, 9, 6, 45], 0.85, 0.5, 0.7],
    [[80, 10, 5, 5], 0.85, 0.78, 0.32],
    [[45, 15, 25, 15], 0.6, 0.54, 0.13],
    [[25, 35, 5, 35], 0.6, 0.46, 0.26],
  ] as const)('of %j matches the published value', (counts, observed, expected, kappa) => {
    expect(cohensAgreement(table(counts))?.observed).toBeCloseTo(observed, 2);
    expect(cohensAgreement(table(counts))?.expected).toBeCloseTo(expected, 2);
    expect(cohensKappa(table(counts))).toBeCloseTo(kappa, 2);
  });

  it('of three answers matches SAS: 0.4842', () => {
    expect(
      cohensKappa([
        [0, 4, 1],
        [0, 8, 0],
        [0, 1, 5],
      ]),
    ).toBeCloseTo(0.4842, 4);
  });

  it('doesn’t depend on the order of the raters or the answers', () => {
    fc.assert(
      fc.property(anyCounts, ([both, onlyA, onlyB, neither]) => {
        const kappa = cohensKappa(table([both, onlyA, onlyB, neither]));
        expectSame(kappa, cohensKappa(table([both, onlyB, onlyA, neither])));
        expectSame(kappa, cohensKappa(table([neither, onlyA, onlyB, both])));
      }),
    );
  });

  it('is at most 1, and undefined for an empty table', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const kappa = cohensKappa(table(counts));
        if (kappa !== undefined) expect(kappa).toBeLessThanOrEqual(1 + 1e-12);
        expect(kappa).not.toBeNaN();
      }),
    );
    expect(cohensAgreement(table([0, 0, 0, 0]))).toBeUndefined();
    expect(cohensKappa(table([0, 0, 0, 0]))).toBeUndefined();
    expect(() => cohensKappa(table([-1, 0, 0, 1]))).toThrow(RangeError);
  });
});

describe('Fleiss’ kappa', () => {
  it('of his own patients is 0.430, or 0.4302445 in R’s irr package', () => {
    expect(psychiatricDiagnoses).toHaveLength(30);
    expect(fleissKappa(psychiatricDiagnoses)).toBeCloseTo(0.4302445, 7);
    // The sums of the five diagnoses, as in the tests of statsmodels, are 26, 26, 30, 55, and 43.
    expect(ratingShares(psychiatricDiagnoses).map((share) => Math.round(180 * share))).toEqual([
      26, 26, 30, 55, 43,
    ]);
  });

  it('has the printed shares and agreements on the way to 0.210', () => {
    expect(fleissKappa(fourteenRaters)).toBeCloseTo(0.21, 3);
    for (const [at, share] of [0.143, 0.2, 0.279, 0.15, 0.229].entries()) {
      expect(ratingShares(fourteenRaters)[at]).toBeCloseTo(share, 3);
    }
    const cases = [1, 0.253, 0.308, 0.44, 0.33, 0.462, 0.242, 0.176, 0.286, 0.286];
    for (const [at, agreement] of cases.entries()) {
      expect(agreementOnCase(fourteenRaters[at] ?? [])).toBeCloseTo(agreement, 3);
    }
    expect(fleissAgreement(fourteenRaters).observed).toBeCloseTo(0.378, 3);
    expect(fleissAgreement(fourteenRaters).expected).toBeCloseTo(0.213, 3);
  });

  it('of two raters is never above Cohen’s kappa', () => {
    const few = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(fc.tuple(few, few, few, few), (counts) => {
        const [both, onlyA, onlyB, neither] = counts;
        const cases = [
          ...Array.from({ length: both }, () => [2, 0]),
          ...Array.from({ length: onlyA + onlyB }, () => [1, 1]),
          ...Array.from({ length: neither }, () => [0, 2]),
        ];
        if (cases.length === 0) return;
        const pi = fleissKappa(cases);
        const kappa = cohensKappa(table(counts));
        if (pi !== undefined && kappa !== undefined) expect(pi).toBeLessThanOrEqual(kappa + 1e-12);
      }),
    );
  });
});

describe('agreement on one answer', () => {
  it('is 33% and 96% in the pilot of 200 films, 78% and 99% after it, as its page says', () => {
    expect(specificAgreement(table([4, 8, 8, 180]), 0)).toBeCloseTo(8 / 24, 10);
    expect(specificAgreement(table([4, 8, 8, 180]), 1)).toBeCloseTo(360 / 376, 10);
    expect(specificAgreement(table([9, 2, 3, 186]), 0)).toBeCloseTo(18 / 23, 10);
    expect(specificAgreement(table([9, 2, 3, 186]), 1)).toBeCloseTo(372 / 377, 10);
  });

  it('is undefined for an answer that no one gave', () => {
    expect(specificAgreement(table([0, 0, 0, 9]), 0)).toBeUndefined();
  });
});
