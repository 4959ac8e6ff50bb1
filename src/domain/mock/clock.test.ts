import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  alarmBetween,
  clockSchema,
  elapsedOn,
  finishClock,
  type MockClock,
  nextQuestion,
  pauseClock,
  remaining,
  resumeClock,
  startClock,
  tick,
} from './clock.ts';

const noon = 1_800_000_000_000;
const second = 1000;
const minute = 60 * second;

function reload(clock: MockClock, now: number): MockClock {
  const stored = JSON.parse(JSON.stringify(clock)) as MockClock;
  expect(clockSchema.safeParse(stored).success).toBe(true);
  return tick(stored, now);
}

describe('the clock of a mock interview', () => {
  it('counts the time of each question and in total', () => {
    const started = startClock(10, 3, noon);
    const second1 = nextQuestion(started, noon + 2 * minute);
    const now = noon + 5 * minute;
    expect([0, 1, 2].map((question) => elapsedOn(second1, question, now))).toEqual([
      2 * minute,
      3 * minute,
      0,
    ]);
    expect(remaining(second1, now)).toBe(5 * minute);
  });

  it('doesn’t run during a pause or after the end', () => {
    const paused = pauseClock(startClock(10, 2, noon), noon + minute);
    expect(remaining(paused, noon + 60 * minute)).toBe(9 * minute);
    const resumed = resumeClock(paused, noon + 60 * minute);
    expect(remaining(resumed, noon + 61 * minute)).toBe(8 * minute);
    const finished = finishClock(resumed, noon + 61 * minute);
    expect(remaining(finished, noon + 99 * minute)).toBe(8 * minute);
    for (const step of [pauseClock, resumeClock, nextQuestion, finishClock, tick]) {
      expect(step(finished, noon)).toBe(finished);
    }
  });

  it('is right after the device sleeps and the page reloads', () => {
    const clock = startClock(10, 2, noon);
    expect(remaining(reload(clock, noon + 4 * minute), noon + 4 * minute)).toBe(6 * minute);
    const nextDay = noon + 24 * 60 * minute;
    const slept = reload(clock, nextDay);
    expect(remaining(slept, nextDay)).toBe(0);
    expect(elapsedOn(slept, 0, nextDay)).toBe(10 * minute);
  });

  it('keeps the time used until its last tick when the device clock is set back', () => {
    const ticked = tick(startClock(10, 2, noon), noon + 4 * minute);
    const anHourBack = noon - 60 * minute;
    expect(remaining(ticked, anHourBack)).toBe(6 * minute);
    const set = tick(ticked, anHourBack);
    expect(remaining(set, anHourBack + minute)).toBe(5 * minute);
    expect(elapsedOn(set, 0, anHourBack + minute)).toBe(5 * minute);
  });

  it('stays expired when the device clock is set back afterward', () => {
    const out = tick(startClock(1, 2, noon), noon + 2 * minute);
    expect(remaining(out, noon)).toBe(0);
  });

  it('stays at the last question', () => {
    const last = nextQuestion(startClock(10, 2, noon), noon + second);
    expect(last.question).toBe(1);
    expect(nextQuestion(last, noon + minute)).toBe(last);
  });

  it('never goes below zero or above the total', () => {
    const steps = fc.constantFrom(pauseClock, resumeClock, nextQuestion, finishClock, tick, reload);
    const passing = fc.oneof(
      fc.integer({ min: 0, max: 30 * second }),
      fc.integer({ min: -120 * minute, max: 120 * minute }),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(steps, passing), { maxLength: 30 }), (events) => {
        let now = noon;
        let clock = startClock(20, 4, now);
        let before = remaining(clock, now);
        for (const [step, time] of events) {
          now += time;
          clock = tick(step(clock, now), now);
          const left = remaining(clock, now);
          const used = [0, 1, 2, 3].map((question) => elapsedOn(clock, question, now));
          expect(left >= 0 && left <= before).toBe(true);
          expect(used.every((time) => time >= 0)).toBe(true);
          expect(used.reduce((sum, time) => sum + time, 0) + left).toBe(20 * minute);
          before = left;
        }
      }),
    );
  });
});

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
