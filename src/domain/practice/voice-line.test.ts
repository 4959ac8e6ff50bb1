import { describe, expect, it } from 'vitest';
import { lastLevels, levelOf, levelsPerSecond, pausesIn, voicePath } from './voice-line.ts';

const seconds = (length: number, level: number) =>
  Array.from({ length: length * levelsPerSecond }, () => level);

describe('the level of a voice', () => {
  it('rises with its loudness, from silence to loud speech', () => {
    const levels = [0, 0.003, 0.03, 0.2, 1].map((size) => levelOf([size, -size, size, -size]));
    expect(levels).toEqual(levels.toSorted((a, b) => a - b));
    expect(levels[0]).toBe(0);
    expect(levels.at(-1)).toBe(1);
    expect(levelOf([])).toBe(0);
  });
});

describe('the last levels of a sound wave', () => {
  const wave = (...sizes: number[]) =>
    Float32Array.from(sizes.flatMap((size) => [size, -size, size, -size]));

  it('are those of its ends, oldest first, however many are due', () => {
    const samples = wave(0, 1, 0.0625, 0.125);
    expect(lastLevels(samples, 4, 0)).toEqual([]);
    expect(lastLevels(samples, 4, 1)).toEqual([levelOf([0.125])]);
    expect(lastLevels(samples, 4, 3)).toEqual([1, 0.0625, 0.125].map((size) => levelOf([size])));
  });

  it('repeat the oldest if there aren’t enough samples', () => {
    const samples = wave(0.0625, 1);
    const [quiet, loud] = [levelOf([0.0625]), 1];
    expect(lastLevels(samples, 4, 4)).toEqual([quiet, quiet, quiet, loud]);
    expect(lastLevels(samples, 3, 3)).toHaveLength(3);
    expect(lastLevels(new Float32Array(), 4, 2)).toEqual([0, 0]);
  });
});

describe('pauses', () => {
  it('are silences of more than two seconds between words, not before or after them', () => {
    const levels = [
      ...seconds(4, 0.02),
      ...seconds(3, 0.7),
      ...seconds(2.5, 0.05),
      ...seconds(2, 0.6),
      ...seconds(1.5, 0.01),
      ...seconds(1, 0.8),
      ...seconds(9, 0),
    ];
    expect(pausesIn(levels)).toEqual([{ start: 7, end: 9.5 }]);
  });

  it('aren’t ended by a click, and depend on how loud the reader speaks', () => {
    const silence = seconds(3, 0);
    silence[20] = 0.3;
    expect(pausesIn([...seconds(2, 0.9), ...silence, ...seconds(2, 0.9)])).toHaveLength(1);
    const soft = [...seconds(2, 0.3), ...seconds(3, 0.12), ...seconds(2, 0.3)];
    expect(pausesIn(soft)).toEqual([]);
  });

  it('are none in silence and in nothing', () => {
    expect(pausesIn(seconds(10, 0))).toEqual([]);
    expect(pausesIn([])).toEqual([]);
  });
});

describe('the line of a voice', () => {
  const box = { from: 10, width: 90, middle: 50, height: 40 };
  const numbers = (path: string) => [...path.matchAll(/-?[\d.]+/g)].map(Number);

  it('stays in its box, fills its width, and swings as far as the voice is loud', () => {
    const path = voicePath([...seconds(2, 1), ...seconds(2, 0.1)], box);
    const [x, y] = [0, 1].map((odd) => numbers(path).filter((_, index) => index % 2 === odd));
    expect(x?.[0]).toBe(10);
    expect(x?.at(-1)).toBe(100);
    expect(x).toEqual(x?.toSorted((a, b) => a - b));
    expect(Math.min(...(y ?? []))).toBe(10);
    expect(Math.max(...(y ?? []))).toBe(90);
    expect(y?.at(-1)).toBeCloseTo(54);
  });

  it('is empty without levels, and has a bounded number of points however long it is', () => {
    expect(voicePath([], box)).toBe('');
    expect(numbers(voicePath(seconds(3000, 0.5), box)).length).toBeLessThan(150);
  });
});
