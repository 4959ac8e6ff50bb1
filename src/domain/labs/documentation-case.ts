/**
 * The money of an AI documentation assistant, as on the guide's page about its business case:
 * licenses on all seats, benefit from those who use it, minutes worth nothing until they become
 * visits or less overtime.
 */
import { requireWithin } from './check-number.ts';
import { hoursPerYear } from './costs.ts';

export const workingDays = 220;

/**
 * Money in one currency, shares from 0 to 1; prices of seats are for a month, contracts and
 * departures for a year.
 */
export interface DocumentationPlan {
  readonly clinicians: number;
  /** Share of the clinicians; all of them have a seat. */
  readonly activeShare: number;
  /** Per active clinician and working day. */
  readonly minutesPerDay: number;
  /** Share of the saved time that becomes visits or less overtime. */
  readonly convertedShare: number;
  readonly hourValue: number;
  readonly seatPrice: number;
  readonly oneOff: number;
  readonly endedContracts: number;
  readonly stayShare: number;
  readonly replacementCost: number;
}

/** Per year, except the payback. */
export interface DocumentationCase {
  readonly fromTime: number;
  readonly fromRetention: number;
  readonly license: number;
  readonly runningNet: number;
  /** Less the one-off cost. */
  readonly firstYearNet: number;
  /** Undefined if never. */
  readonly paybackMonth: number | undefined;
}

export function documentationCase(plan: DocumentationPlan): DocumentationCase {
  requireWithin('clinicians', plan.clinicians, 1, 1e6);
  const { activeShare, convertedShare, stayShare, ...others } = plan;
  for (const [name, share] of Object.entries({ activeShare, convertedShare, stayShare }))
    requireWithin(name, share, 0, 1);
  for (const [name, amount] of Object.entries(others)) requireWithin(name, amount, 0, 1e12);
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
  // A rounding error must not move the payback to the next month.
  return Math.max(1, Math.ceil(oneOff / perMonth - 1e-9));
}

export interface Swing {
  readonly input: keyof DocumentationPlan;
  readonly from: number;
  readonly to: number;
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
    .map(([input, from, to]) => {
      return { input, from, to, netFrom: net(input, from), netTo: net(input, to) };
    })
    .sort((a, b) => width(b) - width(a));
}
