import { describe, expect, it } from 'vitest';
import { binomial, blockRate, gapLowerEnd, isBlocked } from './fairness-gate.ts';

const floorOnly = { floor: 0.65, gapLimit: 1, minCases: 0 };
const gapOnly = { floor: 0, gapLimit: 0.05, minCases: 0 };

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
    expect(gapLowerEnd({ found: 56, cases: 70 }, { found: 48, cases: 80 })).toBeCloseTo(0.0524, 4);
  });

  it('starts at 8.0 points for the groups of the page on CI/CD', () => {
    const gap = gapLowerEnd({ found: 172, cases: 195 }, { found: 78, cases: 110 });
    expect(gap).toBeCloseTo(0.08, 3);
  });
});

describe('a gate', () => {
  it('is red on the page’s first run, and green on its second for a group too small to judge', () => {
    const groups = [
      { found: 172, cases: 195 },
      { found: 78, cases: 110 },
    ];
    expect(isBlocked(groups, { ...floorOnly, gapLimit: 0.05 })).toBe(true);
    expect(isBlocked(groups, { ...floorOnly, gapLimit: 0.05, minCases: 120 })).toBe(false);
  });

  it.each([
    // The page's prices of each limit.
    ['a floor of 65% stops a true 82% with 50 cases in 28%', 50, 0.82, floorOnly, 0.28],
    ['and with 100 cases in 3%', 100, 0.82, floorOnly, 0.03],
  ])('%s', (_, cases, sensitivity, gate, rate) => {
    const large = { cases: 100_000, sensitivity: 1 };
    const group = { cases, sensitivity };
    // The other group never fails.
    expect(blockRate({ ...large, cases: 195 }, group, gate)).toBeCloseTo(rate, 2);
  });

  it('with only a gap limit almost never stops equal groups, but stops a gap of 17 points in 72% and of 10 in 20%', () => {
    const first = { cases: 195, sensitivity: 0.88 };
    const rate = (sensitivity: number) => blockRate(first, { cases: 110, sensitivity }, gapOnly);
    expect(rate(0.88)).toBeCloseTo(0.001, 3);
    expect(rate(0.71)).toBeCloseTo(0.72, 1);
    expect(rate(0.78)).toBeCloseTo(0.205, 2);
  });

  it('judges no group with too few cases', () => {
    const poor = { cases: 12, sensitivity: 0.1 };
    expect(blockRate({ cases: 195, sensitivity: 0.9 }, poor, { ...gapOnly, minCases: 100 })).toBe(
      0,
    );
  });
});
