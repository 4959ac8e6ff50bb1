import { type Binormal, ratesAt } from '../../domain/labs/binormal.ts';
import { expectedCounts } from '../../domain/labs/classification.ts';

/**
 * The sepsis model from the hero's question, as in the threshold lab. Its AUROC is 0.93. Twice as
 * many patients have sepsis as in the lab, which asks readers to guess its counts.
 */
export const model: Binormal = { well: 35, ill: 60, deviation: 12 };
const prevalence = 0.1;
const patients = 1000;

export const box = { width: 368, height: 460 } as const;

/**
 * Returns the operating point at a threshold: its counts for 1,000 patients and its position in the
 * box.
 */
export function pointAt(threshold: number) {
  const rates = ratesAt(threshold, model);
  const counts = expectedCounts({ ...rates, prevalence }, patients);
  const hits = Math.round(counts.truePositives);
  return {
    alerts: hits + Math.round(counts.falsePositives),
    true: hits,
    missed: Math.round(prevalence * patients) - hits,
    x: (1 - rates.specificity) * box.width,
    y: (1 - rates.sensitivity) * box.height,
  };
}

/** Says how many alerts there are for each patient found, given the counts from `pointAt`. */
export function alertsText(counts: { readonly alerts: number; readonly true: number }): string {
  const perCase = (counts.alerts / counts.true).toFixed(1);
  return `Of 1,000 patients, 100 have sepsis: ${perCase} alerts for each one found.`;
}

/** Returns the ROC curve as path data that continues a path ending in the lower left corner. */
export function curvePath(): string {
  const points = Array.from({ length: 29 }, (_, index) => pointAt(95 - index * 3.5));
  return `${points.map(({ x, y }) => `L${round(x)} ${round(y)}`).join('')}L${box.width} 0`;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
