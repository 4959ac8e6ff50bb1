import { requireWithin } from './check-number.ts';
import { z95 } from './intervals.ts';

export type SampleSize = ReturnType<typeof sampleSizeForSensitivity>;

/**
 * Returns the number of patients needed to estimate sensitivity with a 95 percent confidence
 * interval of ± `halfWidth`, Buderer 1996 (Acad Emerg Med 3:895-900): n = z² Se (1 − Se) / W²,
 * enrolled = n / prevalence. This gives precision; a test against a goal needs a power calculation.
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
    /** Number of patients with (or without) the condition that the interval needs. */
    cases,
    /**
     * Number of patients to enroll so that enough with (or without) the condition can be expected.
     */
    enrolled: roundUp(cases / prevalence),
    /**
     * The number to enroll if it is rounded only at the end, as in Buderer's own example. It is
     * slightly lower.
     */
    enrolledRoundedOnce: roundUp(exact / prevalence),
  };
}

/**
 * Returns the same for specificity. The condition is absent in a share of 1 − prevalence of
 * enrolled patients.
 */
export function sampleSizeForSpecificity(
  specificity: number,
  halfWidth: number,
  prevalence: number,
) {
  return sampleSizeForSensitivity(specificity, halfWidth, 1 - prevalence);
}

/** Rounds up, but ignores floating-point errors, such as 73 / (1 − 0.9) = 730.0000000000001. */
function roundUp(patients: number): number {
  return Math.ceil(Number(patients.toPrecision(12)));
}
