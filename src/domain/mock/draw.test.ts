import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { examplePool } from '../../../tests/examples/example-pool.ts';
import { levels, topics } from '../../guide-settings.ts';
import { randomFrom } from '../../lib/random.ts';
import { countFor, describeLevels, drawQuestions, questionsIn, suggestMinutes } from './draw.ts';

const anySeed = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const levelOf = new Map(examplePool.map(({ code, level }) => [code, level]));
const rankOf = new Map<string | undefined, number>(levels.map(({ id }, rank) => [id, rank]));

describe('a draw', () => {
  const draw = (count: number, seed: number, choice = {}) =>
    drawQuestions(examplePool, {
      count,
      random: randomFrom(seed),
      levels: [],
      topics: [],
      ...choice,
    });

  it('has as many questions as requested, or all that match, without repeats', () => {
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

  it('is spread evenly over the levels, in order', () => {
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
      for (const code of draw(levels.length, seed)) times.set(code, (times.get(code) ?? 0) + 1);
    }
    // Each draw takes one question from each level, and each level has five.
    const expected = 600 / 5;
    for (const { code } of examplePool) {
      expect(Math.abs((times.get(code) ?? 0) - expected)).toBeLessThan(4 * Math.sqrt(expected));
    }
  });

  it('is empty if no questions are requested', () => {
    expect(draw(0, 1)).toEqual([]);
    expect(draw(-1, 1)).toEqual([]);
  });
});

describe('how many questions fit', () => {
  const pool = Array.from({ length: 20 }, () => ({ minutes: 3 }));

  it('follows the rule that suggests a time for them', () => {
    for (const minutes of [20, 30, 45]) {
      const count = countFor(pool, minutes);
      expect(suggestMinutes(pool, count)?.inAll).toBeLessThanOrEqual(minutes);
      expect(suggestMinutes(pool, count + 1)?.inAll).toBeGreaterThan(minutes);
    }
    expect(countFor(pool, 1)).toBe(1);
  });
});

describe('the time for a mock', () => {
  const pool = Array.from({ length: 50 }, (_, index) => ({ minutes: index % 2 === 0 ? 2.5 : 3 }));

  it('is twice that of the answers, rounded up to the next five minutes', () => {
    expect(suggestMinutes(pool, 5)).toEqual({ answers: 14, inAll: 30 });
    expect(suggestMinutes(pool.slice(0, 2), 5)).toEqual({ answers: 6, inAll: 15 });
  });

  it('stays within the limit for a mock, and is missing without questions', () => {
    expect(suggestMinutes(pool, 50)?.inAll).toBe(240);
    expect(suggestMinutes([], 5)).toBeUndefined();
    expect(suggestMinutes(pool, Number.NaN)).toBeUndefined();
  });
});

describe('the levels of a mock', () => {
  it('are named once, in guide order', () => {
    expect(describeLevels([])).toBe('');
    const questions = ['advanced', 'beginner', 'advanced'].map((level) => ({ level }));
    expect(describeLevels(questions)).toBe('Beginner, Advanced');
  });
});
