import type { RiceInputs } from '../../../domain/labs/prioritization.ts';

export type Feature = (typeof features)[number];

/**
 * Features of an invented product, home monitoring for heart failure: name in the figure, at most
 * 16 characters; name; what it does for patient safety, 0 to 10, a criterion of weighted scoring.
 */
export const features = (
  [
    ['A', 'Merge alerts', 'Merge duplicate alerts', 5],
    ['B', 'Device feed', 'Replace the device feed', 4],
    ['C', 'Dashboard', 'Readmissions dashboard', 0],
    ['D', 'Mixed-up charts', 'Stop mixed-up patient charts', 10],
    ['E', 'Reminders', 'Medication reminders in the app', 1],
    ['F', 'Spanish version', 'Spanish version of the app', 1],
  ] as const
).map(([letter, short, name, safety]) => {
  // D fixes a harm: with safety as a gate it isn't scored.
  return { letter, short, name, safety, isSafetyFix: letter === 'D' };
});

/** RICE's levels of impact and confidence, the latter in percent. */
export const impacts = [0.25, 0.5, 1, 2, 3];
export const confidences = [50, 80, 100];

/** Of a feature; impact and confidence are indexes of their levels. */
export type Estimate = Readonly<Record<'reach' | 'impact' | 'confidence' | 'halfMonths', number>>;

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

export function inRiceUnits({ reach, impact, confidence, halfMonths }: Estimate): RiceInputs {
  return {
    reach,
    impact: impacts[impact] ?? 1,
    confidence: (confidences[confidence] ?? 50) / 100,
    effort: halfMonths / 2,
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
