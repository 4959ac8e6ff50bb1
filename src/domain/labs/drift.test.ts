import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../lib/random.ts';
import {
  countByBin,
  drawNormal,
  equalShareEdges,
  expectedIndexWithoutDrift,
  indexesWithoutDrift,
  indexOfDrift,
} from './drift.ts';

const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

describe('normal numbers from a seed', () => {
  const drawn = drawNormal(randomFrom(7), 20_000, { shift: 2, spread: 3 });

  it('are the same for the same seed and different for another', () => {
    expect(drawNormal(randomFrom(7), 5)).toEqual(drawNormal(randomFrom(7), 5));
    expect(drawNormal(randomFrom(8), 5)).not.toEqual(drawNormal(randomFrom(7), 5));
  });

  it('have the mean, the spread and the shape asked for', () => {
    const average = mean(drawn);
    expect(average).toBeCloseTo(2, 1);
    expect(Math.sqrt(mean(drawn.map((x) => (x - average) ** 2)))).toBeCloseTo(3, 1);
    expect(mean(drawn.map((x) => (Math.abs(x - 2) < 3 ? 1 : 0)))).toBeCloseTo(0.683, 2);
  });
});

describe('bins of equal shares', () => {
  it('are the deciles of the normal distribution', () => {
    const edges = equalShareEdges(10);
    expect(edges[0]).toBeCloseTo(-1.2816, 4);
    expect(edges[4]).toBeCloseTo(0, 6);
    expect(edges[8]).toBeCloseTo(1.2816, 4);
    expect(equalShareEdges(1)).toEqual([]);
    expect(() => equalShareEdges(0)).toThrow(RangeError);
  });

  it('count each value once', () => {
    expect(countByBin([-1, 0, 0.5, 1, 9], [0, 1])).toEqual([1, 2, 2]);
    expect(countByBin([], [0])).toEqual([0, 0]);
    expect(countByBin([3, 4], [])).toEqual([2]);
  });
});

describe('the index of a drift itself', () => {
  it('is 0 without drift, and grows with it', () => {
    expect(indexOfDrift({ shift: 0, spread: 1 }, 10)).toBeCloseTo(0, 6);
    const by = [0.1, 0.2, 0.5, 1].map((shift) => indexOfDrift({ shift, spread: 1 }, 10));
    expect([...by].sort((a, b) => a - b)).toEqual(by);
  });

  it('is below the two distributions’ divergence, which is shift² for equal spreads (Jeffreys)', () => {
    for (const shift of [0.1, 0.3, 0.5]) {
      const index = indexOfDrift({ shift, spread: 1 }, 20);
      expect(index).toBeLessThan(shift ** 2);
      expect(index).toBeGreaterThan(0.9 * shift ** 2);
    }
    expect(Number.isFinite(indexOfDrift({ shift: 50, spread: 0.01 }, 20))).toBe(true);
  });
});

describe('the index without drift', () => {
  it('crosses 0.10 about four times in five with 100 cases a side, and rarely with 500', () => {
    // In the simulation on the guide's page about drift, the index exceeded 0.10 in 81% of 500
    // pairs with 100 cases a side, 34% with 200, and 0.2% with 500.
    const share = (cases: number) =>
      mean(
        indexesWithoutDrift({ reference: cases, recent: cases, bins: 10 }, 2000, 1).map((index) =>
          index > 0.1 ? 1 : 0,
        ),
      );
    expect(share(100)).toBeCloseTo(0.81, 1);
    expect(share(200)).toBeCloseTo(0.34, 1);
    expect(share(500)).toBeLessThan(0.01);
  });

  it('has the mean of the formula, also with samples of different sizes', () => {
    for (const [reference, recent] of [
      [400, 400],
      [2000, 200],
      [5000, 5000],
    ] as const) {
      const drawn = indexesWithoutDrift({ reference, recent, bins: 10 }, 1000, 3);
      const expected = expectedIndexWithoutDrift(10, reference, recent);
      expect(mean(drawn) / expected).toBeGreaterThan(0.9);
      expect(mean(drawn) / expected).toBeLessThan(1.1);
    }
  });

  it('is the same for the same seed', () => {
    const comparison = { reference: 100, recent: 100, bins: 10 };
    expect(indexesWithoutDrift(comparison, 3, 1)).toEqual(indexesWithoutDrift(comparison, 3, 1));
    expect(() => indexesWithoutDrift(comparison, 0, 1)).toThrow(RangeError);
  });
});
