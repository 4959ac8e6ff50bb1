/**
 * What alerts cost a nurse in one shift. The arithmetic is the guide's own, with one assumption: if
 * a patient's score is above a threshold, it stays there for the whole shift, so unless alerts are
 * suppressed, every later score repeats the alert.
 */
import type { Rates } from './binormal.ts';
import { requireWithin } from './check-number.ts';
import { expectedCounts } from './classification.ts';

/**
 * `scores` is the number of times that each patient is scored in the shift, at even intervals from
 * its start. `prevalence` is from 0 to 1.
 */
export type Shift = Readonly<Record<'hours' | 'patients' | 'scores' | 'prevalence', number>>;

export interface AlertRules {
  /** Rates at the threshold above which an alert interrupts. */
  readonly interrupt: Rates;
  /**
   * Rates at the threshold above which a patient is listed. The same as `interrupt` if there is no
   * list.
   */
  readonly list: Rates;
  /**
   * The number of hours before an alert can repeat for the same patient. If it is 0, every score
   * repeats the alert.
   */
  readonly muteHours: number;
  readonly minutesPerAlert: number;
}

export type AlertBurden = ReturnType<typeof alertBurden>;

/**
 * Returns when a patient above the threshold is scored, in hours from the start of the shift, and
 * whether each score interrupts the nurse.
 */
export function scoreTimes({ hours, scores }: Pick<Shift, 'hours' | 'scores'>, muteHours: number) {
  requireWithin({ hours }, 0.1, 1000);
  requireWithin({ scores }, 1, 1000);
  requireWithin({ 'hours of suppression': muteHours }, 0, 1000);
  let last = Number.NEGATIVE_INFINITY;
  return Array.from({ length: Math.round(scores) }, (_, at) => {
    const hour = (at * hours) / scores;
    // In floating point, thirds of an hour don't add up exactly.
    const interrupts = hour - last >= muteHours - 1e-9;
    if (interrupts) last = hour;
    return { hour, interrupts };
  });
}

/** Returns the expected numbers for one nurse in one shift, not rounded. */
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
    /** Patients who cause at least one interruption. */
    patients: interrupted,
    minutes: interrupted * times * rules.minutesPerAlert,
    /** Patients who are only on the list. `listedCases` of them have the condition. */
    listed: listing.truePositives + listing.falsePositives - interrupted,
    listedCases: listing.truePositives - interrupting.truePositives,
    /** Patients with the condition who are below both thresholds. */
    missedCases: listing.falseNegatives,
  };
}
