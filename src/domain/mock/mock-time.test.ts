import { describe, expect, it } from 'vitest';
import { alarmBetween } from './clock.ts';
import { describeLevels, suggestMinutes } from './draw.ts';

const minute = 60_000;

describe('time alerts', () => {
  it.each([
    [30, 15.01, 15, 'half'],
    [30, 15, 14.99, undefined],
    [30, 2.01, 2, 'soon'],
    [30, 0.01, 0, 'up'],
    [30, 0, 0, undefined],
    // The device was asleep the whole time.
    [30, 20, 0, 'up'],
    [30, 20, 1, 'soon'],
    // An alert at two minutes makes no sense if the total is only two minutes.
    [2, 2, 1.5, undefined],
    [1, 0.6, 0.4, undefined],
    // Half of four minutes is also the time of the two-minute alert.
    [4, 2.1, 2, 'soon'],
  ])('of %s minutes, from %s to %s: %s', (total, before, after, alarm) => {
    expect(alarmBetween(total * minute, before * minute, after * minute)).toBe(alarm);
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
