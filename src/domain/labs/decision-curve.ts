import { requireWithin } from './check-number.ts';

/**
 * Net benefit per patient at a threshold probability, Vickers & Elkin 2006
 * (https://doi.org/10.1177/0272989X06295361): TP/N − FP/N × pt/(1 − pt). The weight pt/(1 − pt)
 * says how many false positives are acceptable for a true one.
 * @param threshold pt, above 0 and below 1
 */
export function netBenefit(
  truePositives: number,
  falsePositives: number,
  patients: number,
  threshold: number,
): number {
  requireWithin({ threshold }, Number.EPSILON, 1 - Number.EPSILON);
  requireWithin({ patients }, 1, 1e12);
  return truePositives / patients - (falsePositives / patients) * (threshold / (1 - threshold));
}

export function netBenefitOfTreatingAll(prevalence: number, threshold: number): number {
  return netBenefit(prevalence, 1 - prevalence, 1, threshold);
}
