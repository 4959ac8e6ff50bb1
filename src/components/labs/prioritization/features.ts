import type { RiceInputs } from '../../../domain/labs/prioritization.ts';

export interface Feature {
  /** One letter, in the figure. */
  readonly letter: string;
  /** At most 16 characters, in the figure. */
  readonly short: string;
  readonly name: string;
  /** What it does for patient safety, 0 to 10: a criterion of weighted scoring. */
  readonly safety: number;
  /** It fixes a harm: with safety as a gate it isn't scored. */
  readonly isSafetyFix?: boolean;
}

/** Features of an invented product: home monitoring for heart failure. */
export const features: readonly Feature[] = [
  { letter: 'A', short: 'Merge alerts', name: 'Merge duplicate alerts', safety: 5 },
  { letter: 'B', short: 'Device feed', name: 'Replace the device feed', safety: 4 },
  { letter: 'C', short: 'Dashboard', name: 'Readmissions dashboard', safety: 0 },
  {
    letter: 'D',
    short: 'Mixed-up charts',
    name: 'Stop mixed-up patient charts',
    safety: 10,
    isSafetyFix: true,
  },
  { letter: 'E', short: 'Reminders', name: 'Medication reminders in the app', safety: 1 },
  { letter: 'F', short: 'Spanish version', name: 'Spanish version of the app', safety: 1 },
];

/** RICE's levels of impact and confidence. */
export const impacts = [0.25, 0.5, 1, 2, 3];
/** Confidence in percent. */
export const confidences = [50, 80, 100];

/** Estimates of a feature; impact and confidence are indexes of their levels. */
export interface Estimate {
  readonly reach: number;
  readonly impact: number;
  readonly confidence: number;
  /** Half person-months. */
  readonly halfMonths: number;
}

/**
 * Estimates in a link: for each feature, reach, index of impact, index of confidence, and half
 * person-months, joined by periods; features are joined by `_`.
 */
export const estimatesPattern =
  /^(?:[1-9]\d{0,5}\.[0-4]\.[0-2]\.[1-9]\d?_){5}[1-9]\d{0,5}\.[0-4]\.[0-2]\.[1-9]\d?$/;

export const initialEstimates = '600.3.0.8_250.2.1.6_40.3.1.4_6.4.1.4_3000.1.1.6_900.2.1.4';

/** @param text matches `estimatesPattern` */
export function readEstimates(text: string): Estimate[] {
  return text.split('_').map((entry) => {
    const [reach = 1, impact = 0, confidence = 0, halfMonths = 1] = entry.split('.').map(Number);
    return { reach, impact, confidence, halfMonths };
  });
}

export function writeEstimates(estimates: readonly Estimate[]): string {
  return estimates
    .map((one) => [one.reach, one.impact, one.confidence, one.halfMonths].join('.'))
    .join('_');
}

/** An estimate in the units of RICE. */
export function inRiceUnits(estimate: Estimate): RiceInputs {
  return {
    reach: estimate.reach,
    impact: impacts[estimate.impact] ?? 1,
    confidence: (confidences[estimate.confidence] ?? 50) / 100,
    effort: estimate.halfMonths / 2,
  };
}

/** The same from 1 to 10 for ICE and weighted scoring: this lab's own scales. */
export function outOfTen(estimate: Estimate) {
  return {
    /** 10 people are 2.5, 10,000 are 10. */
    reach: withinTen(2.5 * Math.log10(estimate.reach)),
    impact: 2 * (estimate.impact + 1),
    confidence: (confidences[estimate.confidence] ?? 50) / 10,
    /** One point less for each person-month. */
    ease: withinTen(10 - estimate.halfMonths / 2),
  };
}

function withinTen(score: number): number {
  return Math.min(10, Math.max(1, score));
}
