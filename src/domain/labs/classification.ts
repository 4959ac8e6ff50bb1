import { requireWithin } from './check-number.ts';

/** How a test performs and how common the condition is; all shares from 0 to 1. */
export interface TestPerformance {
  readonly sensitivity: number;
  readonly specificity: number;
  readonly prevalence: number;
}

/** Expected counts among a number of patients; not rounded. */
export interface ConfusionCounts {
  readonly truePositives: number;
  readonly falseNegatives: number;
  readonly falsePositives: number;
  readonly trueNegatives: number;
}

/**
 * Expected counts when `patients` people are tested.
 * @throws RangeError if a share is outside 0 to 1 or `patients` is negative
 */
export function expectedCounts(test: TestPerformance, patients: number): ConfusionCounts {
  for (const [name, share] of Object.entries(test)) requireWithin(name, share, 0, 1);
  requireWithin('patients', patients, 0, 1e12);
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

/** TP / (TP + FP): the share of the flagged who have the condition; undefined if none is flagged. */
export function positivePredictiveValue(counts: ConfusionCounts): number | undefined {
  return ratio(counts.truePositives, counts.truePositives + counts.falsePositives);
}

/** TN / (TN + FN): the share of the unflagged who do not have it; undefined if all are flagged. */
export function negativePredictiveValue(counts: ConfusionCounts): number | undefined {
  return ratio(counts.trueNegatives, counts.trueNegatives + counts.falseNegatives);
}

/** 2 TP / (2 TP + FP + FN): harmonic mean of precision and recall; undefined without positives. */
export function f1Score(counts: Omit<ConfusionCounts, 'trueNegatives'>): number | undefined {
  const { truePositives, falsePositives, falseNegatives } = counts;
  return ratio(2 * truePositives, 2 * truePositives + falsePositives + falseNegatives);
}

/** Alerts for each true case: 1 / PPV; undefined if no alert is true. */
export function alertsPerTrueCase(ppv: number): number | undefined {
  requireWithin('ppv', ppv, 0, 1);
  return ppv === 0 ? undefined : 1 / ppv;
}

/**
 * Prevalence at which half of the alerts are true: (1 − Sp) / (Se + 1 − Sp), from PPV = ½ in the
 * formula of Altman & Bland 1994 (BMJ 309:102). Above it an alert is more often right than wrong.
 * @returns undefined if the test never alerts
 */
export function evenPrevalence(sensitivity: number, specificity: number): number | undefined {
  requireWithin('sensitivity', sensitivity, 0, 1);
  requireWithin('specificity', specificity, 0, 1);
  return ratio(1 - specificity, sensitivity + 1 - specificity);
}

function ratio(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : part / whole;
}
