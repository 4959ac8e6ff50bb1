import { requireWithin } from './check-number.ts';
import { z95 } from './intervals.ts';

export type SampleSize = ReturnType<typeof sampleSizeForSensitivity>;

/**
 * Patients needed to estimate sensitivity with a 95 percent confidence interval of ± `halfWidth`,
 * Buderer 1996 (Acad Emerg Med 3:895-900): n = z² Se (1 − Se) / W², enrolled = n / prevalence.
 * This buys precision; a test against a goal needs a power calculation.
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
    /** How many patients with (or without) the condition the interval needs. */
    cases,
    /** Patients to enroll so that the expected number with (or without) it is enough. */
    enrolled: roundUp(cases / prevalence),
    /** The same, rounded only at the end, as in Buderer's own example: slightly fewer. */
    enrolledRoundedOnce: roundUp(exact / prevalence),
  };
}

/** The same for specificity: the condition is absent in 1 − prevalence of those enrolled. */
export function sampleSizeForSpecificity(
  specificity: number,
  halfWidth: number,
  prevalence: number,
) {
  return sampleSizeForSensitivity(specificity, halfWidth, 1 - prevalence);
}

/** Rounds up, but ignores floating-point errors (73 / (1 − 0.9) = 730.0000000000001). */
function roundUp(patients: number): number {
  return Math.ceil(Number(patients.toPrecision(12)));
}
