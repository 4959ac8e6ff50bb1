import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { below, mix, randomFrom, shuffle, xoshiro128 } from './random.ts';

const outputs = (random: () => number, count: number) => Array.from({ length: count }, random);
const anySeed = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('the random generator', () => {
  it('gives the reference values of xoshiro128** 1.1', () => {
    // From https://prng.di.unimi.it/xoshiro128starstar.c with the state 1, 2, 3, 4.
    expect(outputs(xoshiro128([1, 2, 3, 4]), 10)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ]);
  });

  it('gives the reference values of the finalizer of MurmurHash3', () => {
    // Published hashes of the empty string with the seeds 0, 1, and 0xffffffff.
    expect([0, 1, 0xffffffff].map(mix)).toEqual([0, 0x514e28b7, 0x81f16f39]);
  });

  it('starts from a seed as documented', () => {
    // From a C program that follows the comment at the top of random.ts.
    expect(outputs(randomFrom(0), 3)).toEqual([3809008728, 1133695204, 53579671]);
    expect(outputs(randomFrom(1), 3)).toEqual([2442144158, 3238099751, 3819917871]);
    expect(outputs(randomFrom(2 ** 32 - 1), 3)).toEqual([835879718, 1921286648, 2356205009]);
    expect(shuffle(randomFrom(1), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual([
      4, 1, 5, 6, 3, 0, 9, 7, 2, 8,
    ]);
  });

  it('rejects surplus outputs, so that no number is more likely', () => {
    // 2³² mod 3 = 1, so the output 0 is rejected.
    const given = [0, 0, 5];
    expect(below(() => given.shift() ?? 0, 3)).toBe(2);
    expect(given).toEqual([]);
    const random = randomFrom(7);
    const thrown = Array.from({ length: 6000 }, () => below(random, 6));
    const counts = [0, 1, 2, 3, 4, 5].map((side) => thrown.filter((one) => one === side).length);
    // Chi-square with 5 degrees of freedom is above 20.5 for one seed in a thousand. This seed is
    // fixed.
    expect(counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(20.5);
  });

  it('refuses an invalid range', () => {
    for (const n of [0, -1, 1.5, Number.NaN, 2 ** 33]) {
      expect(() => below(randomFrom(1), n)).toThrow(RangeError);
    }
  });

  it('puts a list in another order without changing the list', () => {
    const list = Object.freeze(['a', 'b', 'c', 'd']);
    fc.assert(
      fc.property(anySeed, (seed) => {
        expect(shuffle(randomFrom(seed), list).sort()).toEqual(list);
      }),
    );
  });
});
