import { describe, expect, it } from 'vitest';
import {
  alertsPerTrueCase,
  expectedCounts,
  f1Score,
  negativePredictiveValue,
  netBenefit,
  netBenefitOfTreatingAll,
  positivePredictiveValue,
} from './classification.ts';
import { breakEvenPerUser, breakEvenVolume, hoursPerYear, modelBytes } from './costs.ts';
import { expectedIndexWithoutDrift, populationStabilityIndex } from './drift.ts';
import { upperBoundAfterNone, wilsonInterval } from './intervals.ts';
import { meanReciprocalRank, recallAt } from './ranking.ts';

describe('predictive values', () => {
  it('agree with the external validation of Epic’s first sepsis model (Wong 2021)', () => {
    // The sensitivity was 33%, the specificity 83%, and the prevalence 7%. The published PPV is
    // 12%, and the NPV is 95%.
    const counts = expectedCounts(
      { sensitivity: 0.33, specificity: 0.83, prevalence: 2552 / 38455 },
      38455,
    );
    expect(positivePredictiveValue(counts)).toBeCloseTo(0.12, 2);
    expect(negativePredictiveValue(counts)).toBeCloseTo(0.95, 2);
  });

  it('are undefined, not NaN, when nobody is flagged or everybody is', () => {
    const none = expectedCounts({ sensitivity: 0, specificity: 1, prevalence: 0.5 }, 10);
    expect(positivePredictiveValue(none)).toBeUndefined();
    const all = expectedCounts({ sensitivity: 1, specificity: 0, prevalence: 0.5 }, 10);
    expect(negativePredictiveValue(all)).toBeUndefined();
    expect(f1Score({ truePositives: 0, falsePositives: 0, falseNegatives: 0 })).toBeUndefined();
    expect(alertsPerTrueCase(0)).toBeUndefined();
  });

  it('refuse what isn’t a share', () => {
    const half = { sensitivity: 0.5, specificity: 0.5, prevalence: 0.5 };
    expect(() => expectedCounts({ ...half, prevalence: 1.2 }, 10)).toThrow(
      'prevalence must be between 0 and 1',
    );
    expect(() => expectedCounts({ ...half, sensitivity: Number.NaN }, 10)).toThrow(RangeError);
  });

  it('count all patients once', () => {
    const counts = expectedCounts(
      { sensitivity: 0.9, specificity: 0.95, prevalence: 0.01 },
      10_000,
    );
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBeCloseTo(10_000);
  });
});

describe('net benefit', () => {
  it('matches Vickers and Elkin’s formula', () => {
    expect(netBenefit(80, 150, 1000, 0.1)).toBeCloseTo(0.0633, 4);
    expect(netBenefit(80, 150, 1000, 0.2)).toBeCloseTo(0.0425, 4);
    expect(netBenefitOfTreatingAll(0.1, 0.1)).toBeCloseTo(0);
    expect(netBenefitOfTreatingAll(0.1, 0.2)).toBeCloseTo(-0.125);
  });

  it('refuses a threshold of 0 or 1', () => {
    expect(() => netBenefit(1, 1, 10, 1)).toThrow(RangeError);
    expect(() => netBenefit(1, 1, 10, 0)).toThrow(RangeError);
  });
});

describe('Wilson’s interval', () => {
  // From Newcombe 1998, table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %i in %i matches the published one', (events, total, low, high) => {
    const interval = wilsonInterval(events, total);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('stays within 0 and 1', () => {
    expect(wilsonInterval(20, 20).high).toBe(1);
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError);
  });
});

describe('the bound after no event', () => {
  it('is close to the rule of three (Hanley and Lippman-Hand 1983)', () => {
    for (const total of [50, 300, 3000])
      expect(upperBoundAfterNone(total) * total).toBeCloseTo(3, 0);
    expect(upperBoundAfterNone(300)).toBeLessThan(0.01);
  });
});

describe('the population stability index', () => {
  it('is zero for equal shares and the same in both directions', () => {
    expect(populationStabilityIndex([10, 20, 30], [10, 20, 30])).toBe(0);
    const a = [30, 40, 30];
    const b = [20, 40, 40];
    expect(populationStabilityIndex(a, b, 0)).toBeCloseTo(populationStabilityIndex(b, a, 0), 10);
  });

  it('matches its formula by hand: shares 0.5/0.5 against 0.6/0.4', () => {
    expect(populationStabilityIndex([50, 50], [60, 40], 0)).toBeCloseTo(
      0.1 * Math.log(1.2) - 0.1 * Math.log(0.8),
      10,
    );
  });

  it('expects about 0.18 from two samples of 100 in ten bins without drift', () => {
    // A simulation of 500 such pairs gives a mean of 0.17.
    expect(expectedIndexWithoutDrift(10, 100, 100)).toBeCloseTo(0.18, 10);
    expect(expectedIndexWithoutDrift(10, 1000, 1000)).toBeCloseTo(0.018, 10);
    expect(() => expectedIndexWithoutDrift(1e7, 100, 100)).toThrow(RangeError);
  });

  it('stays finite with an empty bin and refuses different bins', () => {
    expect(Number.isFinite(populationStabilityIndex([0, 10], [5, 5]))).toBe(true);
    expect(() => populationStabilityIndex([1], [1, 2])).toThrow(RangeError);
  });
});

describe('ranking measures', () => {
  it('MRR of ranks 3, 2 and 1 is 0.61, as usually printed', () => {
    expect(meanReciprocalRank([3, 2, 1])).toBeCloseTo(0.611, 3);
    expect(meanReciprocalRank([1, 3, undefined])).toBeCloseTo(0.444, 3);
    expect(meanReciprocalRank([])).toBe(0);
    expect(() => meanReciprocalRank([1, 0])).toThrow(RangeError);
  });

  it('recall at k counts all relevant documents', () => {
    expect(recallAt(2, [true, false, true], 4)).toBe(0.25);
    expect(recallAt(3, [true, false, true], 0)).toBeUndefined();
  });
});

describe('costs', () => {
  it('break even once the license and a share of the one-time cost are covered', () => {
    const plan = { seats: 100, seatPrice: 300, oneOff: 60_000, activeUsers: 70, months: 6 };
    expect(breakEvenPerUser(plan)).toBeCloseTo(571.43, 2);
    expect(breakEvenPerUser({ ...plan, activeUsers: 100 })).toBe(400);
    expect(() => breakEvenPerUser({ ...plan, activeUsers: 0 })).toThrow(RangeError);
  });

  it('turn minutes into hours, weights into bytes and volumes into a threshold', () => {
    expect(hoursPerYear(16, 220)).toBeCloseTo(58.7, 1);
    expect(modelBytes(25e6, 32)).toBe(100e6);
    expect(modelBytes(50e6 * 3072, 32) / 1e9).toBeCloseTo(614.4, 1);
    expect(() => modelBytes(25e6, 128)).toThrow(RangeError);
    expect(breakEvenVolume(6000, 0.02)).toBe(300_000);
    expect(breakEvenVolume(6000, 0)).toBeUndefined();
  });
});
