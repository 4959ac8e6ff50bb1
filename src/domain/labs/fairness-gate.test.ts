import { describe, expect, it } from 'vitest';
import listingCases from '../../../tests/listings/ci-cd-with-fairness-checks.json' with {
  type: 'json',
};
import {
  binomial,
  type GroupResult,
  gapLowerEnd,
  gateRates,
  gateResult,
  withInterval,
} from './fairness-gate.ts';

const floorOnly = { floor: 0.65, gapLimit: 1, minCases: 0 };
const gapOnly = { floor: 0, gapLimit: 0.05, minCases: 0 };

const gapOf = (one: GroupResult, other: GroupResult) =>
  gapLowerEnd(withInterval(one), withInterval(other));
const resultOf = (groups: readonly GroupResult[], gate: Parameters<typeof gateResult>[1]) =>
  gateResult(groups.map(withInterval), gate);

describe('the binomial distribution', () => {
  it('matches the textbook for ten fair coins, and adds up to 1', () => {
    expect(binomial(10, 0.5)[5]).toBeCloseTo(252 / 1024, 12);
    for (const share of [0, 0.2, 0.82, 1]) {
      expect(binomial(195, share).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 10);
    }
  });
});

describe('Newcombe’s interval of a difference', () => {
  it('matches the published one: 56 of 70 against 48 of 80, lower end 0.0524 (method 10)', () => {
    expect(gapOf({ found: 56, cases: 70 }, { found: 48, cases: 80 })).toBeCloseTo(0.0524, 4);
  });

  it('starts at 8.0 points for the groups of the page on CI/CD', () => {
    const gap = gapOf({ found: 172, cases: 195 }, { found: 78, cases: 110 });
    expect(gap).toBeCloseTo(0.08, 3);
  });
});

describe('a gate', () => {
  const plan = { floor: 0.65, gapLimit: 0.05, minCases: 100 };
  const lighter = { found: 172, cases: 195 };
  const darker = { found: 78, cases: 110 };
  const better = { found: 94, cases: 110 };

  // The page's Python listing exited with these codes when it was run on December 1, 2026.
  it.each(listingCases)('agrees with the listing: $case', ({ groups, exitCode }) => {
    const results = Object.values(groups)
      .filter((counts) => counts !== undefined)
      .map(([found = 0, cases = 0]) => ({ found, cases }));
    const codes = { passed: 0, blocked: 1, 'not enough data': 2 };
    expect(codes[resultOf(results, plan)]).toBe(exitCode);
  });

  it('blocks the page’s first run, and passes its second', () => {
    expect(resultOf([lighter, darker], plan)).toBe('blocked');
    expect(resultOf([lighter, better], plan)).toBe('passed');
  });

  it('passes nothing that it can’t judge', () => {
    expect(resultOf([lighter, better, { found: 9, cases: 12 }], plan)).toBe('not enough data');
    expect(resultOf([lighter], plan)).toBe('not enough data');
    expect(resultOf([], plan)).toBe('not enough data');
  });

  it('blocks a small group that is decisively worse', () => {
    expect(resultOf([lighter, { found: 10, cases: 99 }], plan)).toBe('blocked');
    // The fractures in young children, from the page about a performance gap in one group.
    const [everyoneElse, children] = [
      { found: 506, cases: 536 },
      { found: 52, cases: 64 },
    ];
    expect(resultOf([everyoneElse, children], plan)).toBe('blocked');
    // The whole interval is below the floor, even though the other group isn't any better.
    const poor = { found: 6, cases: 20 };
    expect(resultOf([poor, poor], plan)).toBe('blocked');
  });

  it.each([
    // What the floor costs, as on the page.
    ['a floor of 65% stops a true 82% with 50 cases in 28%', 50, 0.82, floorOnly, 0.28],
    ['and with 100 cases in 3%', 100, 0.82, floorOnly, 0.03],
  ])('%s', (_, cases, sensitivity, gate, rate) => {
    // The other group never fails.
    const good = { cases: 195, sensitivity: 1 };
    expect(gateRates(good, { cases, sensitivity }, gate).blocked).toBeCloseTo(rate, 2);
  });

  const rates = (cases: number, sensitivity: number, gate = plan) =>
    gateRates({ cases: 195, sensitivity: 0.88 }, { cases, sensitivity }, gate);

  it('with only a gap limit almost never stops equal groups, but stops a gap of 17 points in 72% and of 10 in 20%', () => {
    expect(rates(110, 0.88, gapOnly).blocked).toBeCloseTo(0.001, 3);
    expect(rates(110, 0.71, gapOnly).blocked).toBeCloseTo(0.72, 1);
    expect(rates(110, 0.78, gapOnly).blocked).toBeCloseTo(0.205, 2);
  });

  it('with the page’s limits for its two larger groups, blocks equal ones in 0.1%, and passes a gap of 17 points in 18% and of 10 in 75%', () => {
    expect(rates(110, 0.88).blocked).toBeCloseTo(0.001, 3);
    expect(rates(110, 0.71).passed).toBeCloseTo(0.182, 2);
    expect(rates(110, 0.78).passed).toBeCloseTo(0.75, 2);
  });

  it('with 50 cases blocks an equal group in 0.3%, one 28 points worse in 93%, and passes neither', () => {
    expect(rates(50, 0.88).blocked).toBeCloseTo(0.003, 3);
    expect(rates(50, 0.6).blocked).toBeCloseTo(0.93, 2);
    expect(rates(50, 0.88)['not enough data']).toBeCloseTo(0.997, 3);
    expect(rates(50, 0.88).passed + rates(50, 0.6).passed).toBe(0);
  });

  it('has rates that add up to 1', () => {
    const { passed, blocked, 'not enough data': unjudged } = rates(99, 0.7);
    expect(passed + blocked + unjudged).toBeCloseTo(1, 12);
  });
});
