/**
 * What an alert costs a nurse in a shift. This is our own arithmetic with one assumption: a patient
 * whose score is above a threshold stays above it for the shift, so without suppression each
 * further score repeats the alert.
 */
import type { Rates } from './binormal.ts';
import { requireWithin } from './check-number.ts';
import { expectedCounts } from './classification.ts';

/**
 * `scores` is the number of scores for each patient in the shift, a whole number, evenly spaced
 * from its start. `prevalence` is from 0 to 1.
 */
export type Shift = Readonly<Record<'hours' | 'patients' | 'scores' | 'prevalence', number>>;

export interface AlertRules {
  /** Rates at the threshold from which an alert interrupts. */
  readonly interrupt: Rates;
  /**
   * Rates at the threshold from which a patient is on a list. Without a list, they are the same as
   * `interrupt`.
   */
  readonly list: Rates;
  /**
   * Number of hours in which an alert for the same patient isn't repeated. With 0, every score
   * repeats it.
   */
  readonly muteHours: number;
  readonly minutesPerAlert: number;
}

export type AlertBurden = ReturnType<typeof alertBurden>;

/** Returns when a patient above the threshold is scored, and which of the scores interrupt. */
export function scoreTimes({ hours, scores }: Pick<Shift, 'hours' | 'scores'>, muteHours: number) {
  requireWithin({ hours }, 0.1, 1000);
  requireWithin({ scores }, 1, 1000);
  requireWithin({ 'hours of suppression': muteHours }, 0, 1000);
  let last = Number.NEGATIVE_INFINITY;
  return Array.from({ length: Math.round(scores) }, (_, at) => {
    const hour = (at * hours) / scores;
    // Thirds of hours don't add up exactly in floating point.
    const interrupts = hour - last >= muteHours - 1e-9;
    if (interrupts) last = hour;
    return { hour, interrupts };
  });
}

/** Returns the expected numbers for one nurse in one shift, without rounding. */
export function alertBurden(shift: Shift, rules: AlertRules) {
  requireWithin({ 'minutes for an alert': rules.minutesPerAlert }, 0, 1000);
  const { patients, prevalence } = shift;
  const interrupting = expectedCounts({ ...rules.interrupt, prevalence }, patients);
  const listing = expectedCounts({ ...rules.list, prevalence }, patients);
  const times = scoreTimes(shift, rules.muteHours).filter(({ interrupts }) => interrupts).length;
  const interrupted = interrupting.truePositives + interrupting.falsePositives;
  return {
    interruptions: interrupted * times,
    trueInterruptions: interrupting.truePositives * times,
    /** Patients with at least one interruption. */
    patients: interrupted,
    minutes: interrupted * times * rules.minutesPerAlert,
    /** Patients who are only on the list, and how many of them have the condition. */
    listed: listing.truePositives + listing.falsePositives - interrupted,
    listedCases: listing.truePositives - interrupting.truePositives,
    /** Patients with the condition below every threshold. */
    missedCases: listing.falseNegatives,
  };
}
