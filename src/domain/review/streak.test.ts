import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReviewRecord } from '../progress/records.ts';
import { dayLength, dayName, utc } from './days.ts';
import { readStreak, recentDays } from './streak.ts';

const today = 20_788;
const noon = today * dayLength + dayLength / 2;

function review(at: number, seconds = 60): ReviewRecord {
  const id = `review-${at}`;
  return { id, card: 'question:8d8', at, grade: 'good', scores: [], seconds, before: null };
}

/** Reviews at noon, this many days ago. */
const ago = (...days: readonly number[]): ReviewRecord[] =>
  days.map((day) => review(noon - day * dayLength));

describe('the streak', () => {
  it('counts days in a row up to today', () => {
    expect(readStreak(ago(0, 1, 2, 4, 5), noon, utc)).toMatchObject({ current: 3 });
  });

  it('lasts until the day is over', () => {
    expect(readStreak(ago(1, 2), noon, utc).current).toBe(2);
    expect(readStreak(ago(2, 3, 4), noon, utc)).toMatchObject({ current: 0 });
  });

  it('gives each day with its answers and seconds, whatever the order of the reviews', () => {
    const { days } = readStreak([review(noon, 30), ...ago(3), review(noon + 1, 12)], noon + 1, utc);
    expect(days).toEqual([
      { day: dayName(today - 3), answers: 1, seconds: 60 },
      { day: dayName(today), answers: 2, seconds: 42 },
    ]);
  });

  it('uses days in the reader’s time zone', () => {
    const night = [review(noon + 11 * 3_600_000), review(noon + 13 * 3_600_000)];
    const now = noon + 14 * 3_600_000;
    expect(readStreak(night, now, utc).current).toBe(2);
    expect(readStreak(night, now, () => 180).current).toBe(1);
  });

  it('leaves out future days', () => {
    expect(readStreak([...ago(0), ...ago(-1, -2)], noon, utc)).toMatchObject({ current: 1 });
  });

  it('is 0 without reviews', () => {
    expect(readStreak([], noon, utc)).toEqual({ days: [], current: 0 });
  });

  it('is never longer than the days of study', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 12 })), (days) => {
        const streak = readStreak(ago(...days), noon, utc);
        expect(streak.current).toBeLessThanOrEqual(streak.days.length);
      }),
    );
  });
});

describe('the recent days', () => {
  it('are as many as requested, up to today, including empty ones', () => {
    const streak = readStreak(ago(0, 2, 2, 9), noon, utc);
    expect(recentDays(streak, noon, utc, 4)).toEqual([
      { day: dayName(today - 3), answers: 0, seconds: 0 },
      { day: dayName(today - 2), answers: 2, seconds: 120 },
      { day: dayName(today - 1), answers: 0, seconds: 0 },
      { day: dayName(today), answers: 1, seconds: 60 },
    ]);
  });
});
