import { describe, expect, it } from 'vitest';
import { sampleSizeForSensitivity, sampleSizeForSpecificity } from './sample-size.ts';

describe('Buderer’s sample size', () => {
  it('matches her own example: Se 0.90, Sp 0.85 within 0.10 at prevalence 0.20 takes 173', () => {
    // Buderer 1996. The R packages presize and SampleSizeDiagnostics test the same example.
    const forSensitivity = sampleSizeForSensitivity(0.9, 0.1, 0.2);
    const forSpecificity = sampleSizeForSpecificity(0.85, 0.1, 0.2);
    expect(forSensitivity.enrolledRoundedOnce).toBe(173);
    expect(forSpecificity.enrolledRoundedOnce).toBeLessThan(173);
  });

  // Published results of epi.ssdxsesp in the R package epiR, which cites Buderer.
  it.each([
    [0.85, 0.05, 0.6, 327],
    [0.85, 0.05, 0.3, 654],
    [0.91, 0.07, 0.00742, 8654],
  ])('for sensitivity %d ± %d at prevalence %d matches epiR', (share, within, present, all) => {
    expect(sampleSizeForSensitivity(share, within, present).enrolledRoundedOnce).toBe(all);
  });

  it.each([
    [0.85, 0.05, 0.6, 490],
    [0.9, 0.05, 0.3, 198],
    [0.65, 0.07, 0.00742, 180],
  ])('for specificity %d ± %d at prevalence %d matches epiR', (share, within, present, all) => {
    expect(sampleSizeForSpecificity(share, within, present).enrolledRoundedOnce).toBe(all);
  });

  it('rounds cases up before computing enrollment, so it never asks for fewer', () => {
    expect(sampleSizeForSensitivity(0.9, 0.1, 0.2)).toEqual({
      cases: 35,
      enrolled: 175,
      enrolledRoundedOnce: 173,
    });
    for (const prevalence of [0.005, 0.02, 0.07, 0.3, 0.5, 0.9]) {
      for (const share of [0.5, 0.8, 0.93, 0.99]) {
        const size = sampleSizeForSensitivity(share, 0.05, prevalence);
        expect(size.enrolled).toBeGreaterThanOrEqual(size.enrolledRoundedOnce);
        expect(size.enrolled - size.enrolledRoundedOnce).toBeLessThanOrEqual(1 / prevalence + 1);
      }
    }
  });

  it('enrolls no extra patient because of a rounding error', () => {
    // 73 patients without the condition are needed, and 73 / (1 − 0.9) is 730.0000000000001.
    expect(sampleSizeForSpecificity(0.95, 0.05, 0.9)).toMatchObject({ cases: 73, enrolled: 730 });
  });

  it('is the same for sensitivity at a prevalence and for specificity at its complement', () => {
    expect(sampleSizeForSensitivity(0.8, 0.05, 0.25)).toEqual(
      sampleSizeForSpecificity(0.8, 0.05, 0.75),
    );
  });

  it('needs four times the cases for half the width, and none if nothing varies', () => {
    const at = (within: number) => sampleSizeForSensitivity(0.9, within, 0.1).cases;
    expect(at(0.02) / at(0.04)).toBeCloseTo(4, 1);
    expect(sampleSizeForSensitivity(1, 0.05, 0.1)).toMatchObject({ cases: 0, enrolled: 0 });
  });

  it.each([
    [1.1, 0.05, 0.1],
    [0.9, 0, 0.1],
    [0.9, 0.6, 0.1],
    [0.9, 0.05, 0],
    [Number.NaN, 0.05, 0.1],
  ])('refuses %d within %d at prevalence %d', (share, within, prevalence) => {
    expect(() => sampleSizeForSensitivity(share, within, prevalence)).toThrow(RangeError);
  });
});
