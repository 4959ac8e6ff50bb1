/**
 * The costs and benefits of an AI documentation assistant, as on the guide's page about the
 * business case. All seats need licenses, but only clinicians who use theirs save time, and saved
 * minutes are worth nothing until they become visits or less overtime.
 */
import { requireWithin } from './check-number.ts';
import { hoursPerYear } from './costs.ts';

export const workingDays = 220;

/**
 * `seatPrice` is per month. `endedContracts` and `stayShare` are per year. Shares are from 0 to 1.
 */
export interface DocumentationPlan {
  readonly clinicians: number;
  /** Share of the clinicians who use the assistant. All clinicians have a seat. */
  readonly activeShare: number;
  /** Minutes saved per working day for each clinician who uses the assistant. */
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

export type DocumentationCase = ReturnType<typeof documentationCase>;

/** Returns yearly amounts and the payback month, counted from 1. */
export function documentationCase(plan: DocumentationPlan) {
  requireWithin({ clinicians: plan.clinicians }, 1, 1e6);
  const { activeShare, convertedShare, stayShare, ...others } = plan;
  requireWithin({ activeShare, convertedShare, stayShare }, 0, 1);
  requireWithin(others, 0, 1e12);
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
    /**
     * Undefined if the investment never pays off. The 1e-9 keeps a rounding error from moving the
     * payback to the next month.
     */
    paybackMonth:
      runningNet > 0 ? Math.max(1, Math.ceil((12 * plan.oneOff) / runningNet - 1e-9)) : undefined,
  };
}

export type Swing = ReturnType<typeof swingsOf>[number];

/**
 * Returns how much the first-year net swings over the range of each input, widest swing first.
 * These are the rows of a tornado chart.
 */
export function swingsOf(
  plan: DocumentationPlan,
  ranges: readonly (readonly [input: keyof DocumentationPlan, from: number, to: number])[],
) {
  const net = (input: keyof DocumentationPlan, value: number): number =>
    documentationCase({ ...plan, [input]: value }).firstYearNet;
  return ranges
    .map(([input, from, to]) => {
      return { input, from, to, netFrom: net(input, from), netTo: net(input, to) };
    })
    .sort((a, b) => Math.abs(b.netTo - b.netFrom) - Math.abs(a.netTo - a.netFrom));
}
