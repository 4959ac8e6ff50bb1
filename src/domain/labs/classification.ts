import { requireWithin } from './check-number.ts';

/** Shares from 0 to 1. */
type TestPerformance = Readonly<Record<'sensitivity' | 'specificity' | 'prevalence', number>>;

export type ConfusionCounts = ReturnType<typeof expectedCounts>;

/** Returns expected counts, which aren't rounded. */
export function expectedCounts(test: TestPerformance, patients: number) {
  requireWithin(test, 0, 1);
  requireWithin({ patients }, 0, 1e12);
  const ill = patients * test.prevalence;
  const well = patients - ill;
  const truePositives = ill * test.sensitivity;
  const trueNegatives = well * test.specificity;
  return {
    truePositives,
    falseNegatives: ill - truePositives,
    falsePositives: well - trueNegatives,
    trueNegatives,
  };
}

/** Returns TP / (TP + FP), or undefined if no one is flagged. */
export function positivePredictiveValue(counts: ConfusionCounts): number | undefined {
  return ratio(counts.truePositives, counts.truePositives + counts.falsePositives);
}

/** Returns TN / (TN + FN), or undefined if everyone is flagged. */
export function negativePredictiveValue(counts: ConfusionCounts): number | undefined {
  return ratio(counts.trueNegatives, counts.trueNegatives + counts.falseNegatives);
}

/**
 * Returns the harmonic mean of precision and recall, or undefined if there are neither cases nor
 * alerts.
 */
export function f1Score(counts: Omit<ConfusionCounts, 'trueNegatives'>): number | undefined {
  const { truePositives, falsePositives, falseNegatives } = counts;
  return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
}

/** Returns the number of alerts for each true one, or undefined if no alert is true. */
export function alertsPerTrueCase(ppv: number): number | undefined {
  requireWithin({ ppv }, 0, 1);
  return ppv === 0 ? undefined : 1 / ppv;
}

/**
 * Returns the prevalence at which half of the alerts are true (Altman & Bland 1994, BMJ 309:102).
 */
export function evenPrevalence(sensitivity: number, specificity: number): number | undefined {
  requireWithin({ sensitivity, specificity }, 0, 1);
  return ratio(1 - specificity, sensitivity + 1 - specificity);
}

/**
 * Returns the net benefit per patient at a threshold probability: TP/N − FP/N × pt/(1 − pt)
 * (Vickers & Elkin 2006, https://doi.org/10.1177/0272989X06295361). The weight pt/(1 − pt) is how
 * many true positives one false positive costs.
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

function ratio(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
