import { describe, expect, it } from 'vitest';
import { type AlertRules, alertBurden, type Shift, scoreTimes } from './alert-burden.ts';

const shift: Shift = { hours: 12, patients: 5, scores: 12, prevalence: 0.04 };
const cut = { sensitivity: 0.75, specificity: 0.875 };
const rules: AlertRules = { interrupt: cut, list: cut, muteHours: 0, minutesPerAlert: 4 };

function interrupting(scores: number, muteHours: number): number {
  return scoreTimes({ hours: 12, scores }, muteHours).filter(({ interrupts }) => interrupts).length;
}

describe('a patient’s scores above the threshold', () => {
  // Twelve scores come at 0, 1, …, and 11 hours. If alerts are silenced for 5 hours, the scores at
  // 0, 5, and 10 hours interrupt.
  it.each([
    [12, 0, 12],
    [12, 1, 12],
    [12, 2, 6],
    [12, 4, 3],
    [12, 5, 3],
    [12, 12, 1],
    [6, 3, 3],
    [4, 2, 4],
    [36, 1, 12],
    [1, 0, 1],
  ])('%i in 12 hours, silent for %i hours, interrupt %i times', (scores, mute, times) => {
    expect(interrupting(scores, mute)).toBe(times);
  });

  it('interrupt at hours that can be counted by hand', () => {
    const hours = scoreTimes({ hours: 12, scores: 12 }, 5).flatMap(({ hour, interrupts }) =>
      interrupts ? [hour] : [],
    );
    expect(hours).toEqual([0, 5, 10]);
  });

  it('interrupt less often the longer the silence, and at least once', () => {
    for (const scores of [1, 5, 7, 12, 48]) {
      for (let mute = 0; mute < 12; mute += 1) {
        expect(interrupting(scores, mute + 1)).toBeLessThanOrEqual(interrupting(scores, mute));
        expect(interrupting(scores, mute + 1)).toBeGreaterThanOrEqual(1);
      }
    }
  });

  it('refuse a shift without hours or scores', () => {
    expect(() => scoreTimes({ hours: 0, scores: 1 }, 0)).toThrow(RangeError);
    expect(() => scoreTimes({ hours: 12, scores: 0 }, 0)).toThrow(RangeError);
    expect(() => scoreTimes({ hours: 12, scores: 4 }, -1)).toThrow(RangeError);
  });
});

describe('a nurse’s shift', () => {
  it('matches a calculation by hand', () => {
    // 0.15 of the 0.2 ill patients and 0.6 of the 4.8 well ones are flagged. That makes 0.75
    // patients, each flagged twelve times, at 4 minutes per alert.
    const burden = alertBurden(shift, rules);
    expect(burden.patients).toBeCloseTo(0.75, 10);
    expect(burden.interruptions).toBeCloseTo(9, 10);
    expect(burden.trueInterruptions).toBeCloseTo(1.8, 10);
    expect(burden.minutes).toBeCloseTo(36, 10);
    expect(burden.missedCases).toBeCloseTo(0.05, 10);
    expect(burden.listed).toBe(0);
    expect(burden.listedCases).toBe(0);
  });

  it('has a quarter of the interruptions with 4 hours of silence, and as many missed cases', () => {
    // Only the scores at 0, 4, and 8 hours interrupt: 3 of 12.
    const burden = alertBurden(shift, { ...rules, muteHours: 4 });
    expect(burden.interruptions).toBeCloseTo(9 / 4, 10);
    expect(burden.missedCases).toBeCloseTo(0.05, 10);
    expect(burden.trueInterruptions / burden.interruptions).toBeCloseTo(0.2, 10);
  });

  it('puts the middle on a list with two tiers', () => {
    // 0.2 × 0.5 + 4.8 × 0.025 = 0.22 patients are above the upper threshold. The other 0.53 of the
    // 0.75 flagged patients are only listed.
    const upper = { sensitivity: 0.5, specificity: 0.975 };
    const burden = alertBurden(shift, { ...rules, interrupt: upper });
    expect(burden.interruptions).toBeCloseTo(0.22 * 12, 10);
    expect(burden.listed).toBeCloseTo(0.53, 10);
    expect(burden.listedCases).toBeCloseTo(0.05, 10);
    expect(burden.missedCases).toBeCloseTo(0.05, 10);
  });

  it('counts every patient with the condition once', () => {
    const upper = { sensitivity: 0.3, specificity: 0.99 };
    const burden = alertBurden(shift, { ...rules, interrupt: upper, muteHours: 12 });
    expect(burden.trueInterruptions + burden.listedCases + burden.missedCases).toBeCloseTo(0.2, 10);
  });

  it('refuses shares beyond 1 and minutes below 0', () => {
    expect(() => alertBurden({ ...shift, prevalence: 1.1 }, rules)).toThrow(RangeError);
    expect(() => alertBurden(shift, { ...rules, minutesPerAlert: -1 })).toThrow(RangeError);
  });
});
