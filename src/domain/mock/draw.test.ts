import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levels, topics } from '../../guide.ts';
import { drawQuestions, questionsIn } from './draw.ts';
import { examplePool } from './example-pool.ts';
import { below, mix, randomFrom, shuffle, xoshiro128 } from './random.ts';

const outputs = (random: () => number, count: number) => Array.from({ length: count }, random);
const anySeed = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const levelOf = new Map(examplePool.map(({ code, level }) => [code, level]));
const rankOf = new Map<string | undefined, number>(levels.map(({ id }, rank) => [id, rank]));

describe('the random generator', () => {
  it('gives the reference values of xoshiro128** 1.1', () => {
    // https://prng.di.unimi.it/xoshiro128starstar.c with the state 1, 2, 3, 4.
    expect(outputs(xoshiro128([1, 2, 3, 4]), 10)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597,
      4258142804,
    ]);
  });

  it('gives the reference values of the finalizer of MurmurHash3', () => {
    // Published hashes of the empty text with the seeds 0, 1 and 0xffffffff.
    expect([0, 1, 0xffffffff].map(mix)).toEqual([0, 0x514e28b7, 0x81f16f39]);
  });

  it('starts from a seed as documented', () => {
    // From a program in C that follows the comment at the top of random.ts.
    expect(outputs(randomFrom(0), 3)).toEqual([3809008728, 1133695204, 53579671]);
    expect(outputs(randomFrom(1), 3)).toEqual([2442144158, 3238099751, 3819917871]);
    expect(outputs(randomFrom(2 ** 32 - 1), 3)).toEqual([835879718, 1921286648, 2356205009]);
    expect(shuffle(randomFrom(1), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9])).toEqual([
      4, 1, 5, 6, 3, 0, 9, 7, 2, 8,
    ]);
  });

  it('throws surplus outputs away, so that no number is likelier', () => {
    // 2³² mod 3 = 1: the output 0 is the surplus.
    const given = [0, 0, 5];
    expect(below(() => given.shift() ?? 0, 3)).toBe(2);
    expect(given).toEqual([]);
    const random = randomFrom(7);
    const thrown = Array.from({ length: 6000 }, () => below(random, 6));
    const counts = [0, 1, 2, 3, 4, 5].map((side) => thrown.filter((one) => one === side).length);
    // Chi-square with 5 degrees of freedom: above 20.5 in one of a thousand seeds; this one is fixed.
    expect(counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(20.5);
  });

  it('refuses a range that is none', () => {
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

describe('a draw', () => {
  const draw = (count: number, seed: number, choice = {}) =>
    drawQuestions(examplePool, { count, seed, levels: [], topics: [], ...choice });

  it('is the same for the same seed in every year', () => {
    // Pinned: if one of these changes, every shared link that is drawn again changes too.
    expect(draw(6, 1)).toEqual(['244', '2cc', '2kk', '366', '3ff', '3qq']);
    expect(draw(6, 2)).toEqual(['266', '288', '2rr', '322', '3mm', '3pp']);
    expect(draw(5, 20261124, { levels: ['advanced', 'behavioral'] })).toEqual([
      '2qq',
      '2nn',
      '2mm',
      '3pp',
      '3ss',
    ]);
    expect(draw(4, 4294967295, { topics: ['fhir', 'safety', 'llm'] })).toEqual([
      '222',
      '2gg',
      '2zz',
      '3kk',
    ]);
  });

  it('does not depend on the order of the pool', () => {
    fc.assert(
      fc.property(
        anySeed,
        fc.shuffledSubarray([...examplePool], { minLength: 50 }),
        (seed, pool) => {
          const request = { count: 12, seed, levels: [], topics: [] };
          expect(drawQuestions(pool, request)).toEqual(drawQuestions(examplePool, request));
        },
      ),
    );
  });

  it('has as many questions as asked, or all that are left in, without repeats', () => {
    fc.assert(
      fc.property(
        anySeed,
        fc.nat(60),
        fc.subarray(levels.map(({ id }) => id)),
        fc.subarray(topics.map(({ id }) => id)),
        (seed, count, chosenLevels, chosenTopics) => {
          const choice = { levels: chosenLevels, topics: chosenTopics };
          const allowed = questionsIn(examplePool, choice).map(({ code }) => code);
          const drawn = draw(count, seed, choice);
          expect(drawn).toHaveLength(Math.min(count, allowed.length));
          expect(new Set(drawn).size).toBe(drawn.length);
          for (const code of drawn) expect(allowed).toContain(code);
        },
      ),
    );
  });

  it('is spread evenly over the levels, and goes up through them', () => {
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 1, max: 50 }), (seed, count) => {
        const drawn = draw(count, seed).map((code) => levelOf.get(code));
        const counts = levels.map(({ id, atLeast }) => ({
          count: drawn.filter((level) => level === id).length,
          isUsedUp: drawn.filter((level) => level === id).length === atLeast,
        }));
        const most = Math.max(...counts.map((level) => level.count));
        for (const level of counts) {
          expect(level.isUsedUp || level.count >= most - 1).toBe(true);
        }
        const ranks = drawn.map((level) => rankOf.get(level) ?? -1);
        expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      }),
    );
  });

  it('gives every question of a level the same chance', () => {
    const times = new Map<string, number>();
    for (let seed = 0; seed < 600; seed += 1) {
      for (const code of draw(6, seed)) times.set(code, (times.get(code) ?? 0) + 1);
    }
    // One a level and draw: 60 of 600 are expected for a question in a level of ten, 120 of five.
    for (const { code, level } of examplePool) {
      const expected = level === 'beginner' || level === 'behavioral' ? 120 : 60;
      expect(Math.abs((times.get(code) ?? 0) - expected)).toBeLessThan(4 * Math.sqrt(expected));
    }
  });

  it('is empty when nothing is asked', () => {
    expect(draw(0, 1)).toEqual([]);
    expect(draw(-1, 1)).toEqual([]);
  });

  it('can stay within a study set', () => {
    expect(draw(5, 3, { codes: ['333', '222', 'xyz'] })).toEqual(['222', '333']);
  });
});
