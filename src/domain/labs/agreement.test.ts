import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohensAgreement, cohensKappa, specificAgreement } from './agreement.ts';

/** The number of cases rated yes by both raters, only by A, only by B, and by neither. */
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

describe('Cohen’s kappa', () => {
  // The first pair is from Feinstein & Cicchetti 1990, as printed in Gerstman's Epidemiology Kept
  // Simple (table 10.6). The second is printed in many textbooks.
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
