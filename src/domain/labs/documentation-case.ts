/**
 * The money of an AI documentation assistant, as the guide's page on its business case counts it:
 * licenses on all seats, benefit from those who use it, minutes worth nothing until they become
 * visits or less overtime.
 */
import { requireWithin } from './check-number.ts';
import { hoursPerYear } from './costs.ts';

/** Days on which a clinician works in a year. */
export const workingDays = 220;

/** One set of assumptions; money in one currency, shares from 0 to 1. */
export interface DocumentationPlan {
  /** Seats that are paid. */
  readonly clinicians: number;
  /** Share of them who use it regularly. */
  readonly activeShare: number;
  /** Minutes of documentation saved for an active clinician on a working day. */
  readonly minutesPerDay: number;
  /** Share of the saved time that becomes visits or less overtime. */
  readonly convertedShare: number;
  /** What an hour is worth that does. */
  readonly hourValue: number;
  /** Price of a seat in a month. */
  readonly seatPrice: number;
  /** Paid once. */
  readonly oneOff: number;
  /** Scribe and transcription spend that ends, in a year. */
  readonly endedContracts: number;
  /** Share of the clinicians who stay in a year because of it. */
  readonly stayShare: number;
  /** What it costs to replace one. */
  readonly replacementCost: number;
}

/** What a plan comes to. */
export interface DocumentationCase {
  /** From converted time, in a year. */
  readonly fromTime: number;
  /** From departures avoided, in a year. */
  readonly fromRetention: number;
  /** Licenses, in a year. */
  readonly license: number;
  /** Benefit less licenses, in a year. */
  readonly runningNet: number;
  /** The same less the one-off cost. */
  readonly firstYearNet: number;
  /** Month in which the one-off cost is earned back; undefined if never. */
  readonly paybackMonth: number | undefined;
}

/**
 * Adds a plan up.
 * @throws RangeError if a share is outside 0 to 1 or an amount is negative
 */
export function documentationCase(plan: DocumentationPlan): DocumentationCase {
  requireWithin('clinicians', plan.clinicians, 1, 1e6);
  for (const name of ['activeShare', 'convertedShare', 'stayShare'] as const)
    requireWithin(name, plan[name], 0, 1);
  for (const name of [
    'hourValue',
    'seatPrice',
    'oneOff',
    'endedContracts',
    'replacementCost',
  ] as const)
    requireWithin(name, plan[name], 0, 1e12);
  const hours = plan.clinicians * plan.activeShare * hoursPerYear(plan.minutesPerDay, workingDays);
  const fromTime = hours * plan.convertedShare * plan.hourValue;
  const fromRetention = plan.clinicians * plan.stayShare * plan.replacementCost;
  const license = 12 * plan.clinicians * plan.seatPrice;
  const runningNet = fromTime + fromRetention + plan.endedContracts - license;
  return {
    fromTime,
    fromRetention,
    license,
    runningNet,
    firstYearNet: runningNet - plan.oneOff,
    paybackMonth: runningNet > 0 ? monthOfPayback(plan.oneOff, runningNet / 12) : undefined,
  };
}

function monthOfPayback(oneOff: number, perMonth: number): number {
  // A sum that is even in a month must not slip into the next by a trace of rounding.
  return Math.max(1, Math.ceil(oneOff / perMonth - 1e-9));
}

/** What one input does to the first year, all others as in the plan. */
export interface Swing {
  readonly input: keyof DocumentationPlan;
  readonly from: number;
  readonly to: number;
  /** Net of the first year at `from` and at `to`. */
  readonly netFrom: number;
  readonly netTo: number;
}

/** The swing of each input over its range, widest first: the rows of a tornado chart. */
export function swingsOf(
  plan: DocumentationPlan,
  ranges: readonly (readonly [input: keyof DocumentationPlan, from: number, to: number])[],
): Swing[] {
  const net = (input: keyof DocumentationPlan, value: number): number =>
    documentationCase({ ...plan, [input]: value }).firstYearNet;
  const width = ({ netFrom, netTo }: Swing): number => Math.abs(netTo - netFrom);
  return ranges
    .map(([input, from, to]) => ({
      input,
      from,
      to,
      netFrom: net(input, from),
      netTo: net(input, to),
    }))
    .sort((a, b) => width(b) - width(a));
}
