import { requireWithin } from './check-number.ts';
import { z95 } from './intervals.ts';

export type SampleSize = ReturnType<typeof sampleSizeForSensitivity>;

/**
 * Returns how many patients it takes to estimate sensitivity with a 95 percent confidence interval
 * of ± `halfWidth`: n = z² Se (1 − Se) / W², and n / prevalence to enroll (Buderer 1996, Acad Emerg
 * Med 3:895-900). The formula is only about precision. Testing against a goal needs a power
 * calculation.
 */
export function sampleSizeForSensitivity(
  sensitivity: number,
  halfWidth: number,
  prevalence: number,
) {
  requireWithin({ 'expected share': sensitivity }, 0, 1);
  requireWithin({ 'half-width': halfWidth }, 0.0001, 0.5);
  requireWithin({ 'share of patients': prevalence }, 0.00001, 1);
  const exact = (z95 * z95 * sensitivity * (1 - sensitivity)) / halfWidth ** 2;
  const cases = roundUp(exact);
  return {
    /** How many patients with the condition (or without it, for specificity) the interval needs. */
    cases,
    /**
     * How many patients to enroll so that `cases` of them can be expected to have (or not have) the
     * condition.
     */
    enrolled: roundUp(cases / prevalence),
    /**
     * How many to enroll if only the final number is rounded, as in Buderer's own example. It can
     * be slightly lower than `enrolled`.
     */
    enrolledRoundedOnce: roundUp(exact / prevalence),
  };
}

/**
 * Returns the sample sizes for specificity. The number to enroll depends on the share of patients
 * without the condition.
 */
export function sampleSizeForSpecificity(
  specificity: number,
  halfWidth: number,
  prevalence: number,
) {
  return sampleSizeForSensitivity(specificity, halfWidth, 1 - prevalence);
}

/** Rounds up, but ignores floating-point errors such as 73 / (1 − 0.9) = 730.0000000000001. */
function roundUp(patients: number): number {
  return Math.ceil(Number(patients.toPrecision(12)));
}
