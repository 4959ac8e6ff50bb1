/**
 * A release gate on missed cases by group, as on the page on CI/CD with fairness checks: red where the
 * lower end of a group's interval is under a floor, or where the gap to the other group exceeds a
 * limit by more than chance. Its error rates follow exactly from the binomial distribution.
 */
import { requireWithin } from './check-number.ts';
import { wilsonInterval } from './intervals.ts';

type GroupResult = Readonly<Record<'found' | 'cases', number>>;

/** Shares from 0 to 1. */
interface Gate {
  /** The lower end of a group's interval must not be under it. */
  readonly floor: number;
  /** The lower end of the gap's interval must not be over it. */
  readonly gapLimit: number;
  /** A group with fewer cases is not judged. */
  readonly minCases: number;
}

type TrueGroup = Readonly<Record<'cases' | 'sensitivity', number>>;

/**
 * Lower end of the 95 percent interval of the difference of two proportions, first minus second:
 * Newcombe's method 10 (Stat Med 1998;17:873-890), from Wilson's interval of each.
 */
export function gapLowerEnd(first: GroupResult, second: GroupResult): number {
  const [a, b] = [first.found / first.cases, second.found / second.cases];
  const low = wilsonInterval(first.found, first.cases).low;
  const high = wilsonInterval(second.found, second.cases).high;
  return a - b - Math.hypot(a - low, high - b);
}

export function isBlocked(results: readonly GroupResult[], gate: Gate): boolean {
  const judged = results.filter(({ cases }) => cases >= gate.minCases);
  return (
    judged.some(({ found, cases }) => wilsonInterval(found, cases).low < gate.floor) ||
    judged.some((one) => judged.some((other) => gapLowerEnd(one, other) > gate.gapLimit))
  );
}

/**
 * How often a gate blocks a model with two such groups, from 0 to 1: the sum over all possible
 * results. Nearly impossible results (under 1e-7 in a group) are skipped.
 */
export function blockRate(first: TrueGroup, second: TrueGroup, gate: Gate): number {
  let rate = 0;
  for (const one of likelyResults(first)) {
    for (const other of likelyResults(second)) {
      if (isBlocked([one, other], gate)) rate += one.chance * other.chance;
    }
  }
  return Math.min(1, rate);
}

/** Binomial distribution: probabilities of 0 to `trials` events. */
export function binomial(trials: number, share: number): number[] {
  requireWithin({ trials }, 1, 100_000);
  requireWithin({ share }, 0, 1);
  let logChoose = 0;
  return Array.from({ length: trials + 1 }, (_, events) => {
    if (events > 0) logChoose += Math.log(trials - events + 1) - Math.log(events);
    const hits = events === 0 ? 0 : events * Math.log(share);
    const misses = events === trials ? 0 : (trials - events) * Math.log1p(-share);
    return Math.exp(logChoose + hits + misses);
  });
}

function likelyResults({ cases, sensitivity }: TrueGroup) {
  return binomial(cases, sensitivity)
    .map((chance, found) => ({ cases, found, chance }))
    .filter(({ chance }) => chance > 1e-7);
}
