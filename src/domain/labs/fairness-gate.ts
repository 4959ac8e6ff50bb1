/**
 * A release gate for missed cases by group, as on the page about CI/CD with fairness checks. It
 * blocks a release if a group's interval extends below a floor (for a group with few cases, if all
 * of it is below), or if the gap to another group exceeds a limit by more than chance can explain.
 * A group with too few cases can fail but can't pass. The gate's error rates are computed from the
 * binomial distribution, without chances of 1e-7 or less.
 */
import { requireWithin } from './check-number.ts';
import { wilsonInterval } from './intervals.ts';

export type GroupResult = Readonly<Record<'found' | 'cases', number>>;

/** The limits of a gate. Shares are from 0 to 1. */
interface Gate {
  /**
   * The lower end of a group's interval must not be below this. For a small group, this applies to
   * the upper end instead.
   */
  readonly floor: number;
  /** The lower end of the gap's interval must not be above this. */
  readonly gapLimit: number;
  /** A group with fewer cases than this can't pass. */
  readonly minCases: number;
}

/** A script would exit with 0, 1, or 2, in this order. Only the first is a success. */
export type GateResult = 'passed' | 'blocked' | 'not enough data';

type TrueGroup = Readonly<Record<'cases' | 'sensitivity', number>>;

/**
 * Adds the Wilson interval to a result, so that it is computed only once for the thousands of pairs
 * that include the result.
 */
export function withInterval({ found, cases }: GroupResult) {
  return { cases, share: found / cases, ...wilsonInterval(found, cases) };
}

type Judged = ReturnType<typeof withInterval>;

/**
 * Returns the lower end of the 95 percent interval of the difference between two proportions (a −
 * b). Newcombe's method 10 (Stat Med 1998;17:873-890) computes it from their Wilson intervals.
 */
export function gapLowerEnd(a: Judged, b: Judged): number {
  return a.share - b.share - Math.hypot(a.share - a.low, b.high - b.share);
}

export function gateResult(
  groups: readonly Judged[],
  { floor, gapLimit, minCases }: Gate,
): GateResult {
  const isUnder = ({ cases, low, high }: Judged) => (cases < minCases ? high : low) < floor;
  const isBehind = (one: Judged) => groups.some((other) => gapLowerEnd(other, one) > gapLimit);
  if (groups.some(isUnder) || groups.some(isBehind)) return 'blocked';
  const isEnough = groups.length > 1 && groups.every(({ cases }) => cases >= minCases);
  return isEnough ? 'passed' : 'not enough data';
}

/**
 * Returns the probability of each result, from 0 to 1, given the true sensitivity in two groups.
 * Sums over all possible counts, except those with a probability of 1e-7 or less in a group.
 */
export function gateRates(
  first: TrueGroup,
  second: TrueGroup,
  gate: Gate,
): Readonly<Record<GateResult, number>> {
  let passed = 0;
  let blocked = 0;
  let total = 0;
  const others = likelyResults(second);
  for (const one of likelyResults(first)) {
    for (const other of others) {
      const chance = one.chance * other.chance;
      const result = gateResult([one, other], gate);
      total += chance;
      if (result === 'passed') passed += chance;
      if (result === 'blocked') blocked += chance;
    }
  }
  const undecided = Math.max(0, total - passed - blocked);
  return {
    passed: passed / total,
    blocked: blocked / total,
    'not enough data': undecided / total,
  };
}

/** Returns the binomial probabilities of 0 to `trials` events. */
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
    .map((chance, found) => ({ found, chance }))
    .filter(({ chance }) => chance > 1e-7)
    .map(({ found, chance }) => ({ chance, ...withInterval({ found, cases }) }));
}
