import { describe, expect, it } from 'vitest';
import { daysText, daysUntil, readSetTime, writeSetTime } from './set-time.ts';

/** New York's offset in winter. (Honolulu's is the same all year.) */
const newYork = () => -300;
const honolulu = () => -600;

describe('when a group meets', () => {
  const when = { at: Date.parse('2026-12-04T05:30:00Z') };

  it('is written as an instant in UTC or as a day', () => {
    expect(writeSetTime(when)).toBe('202612040530');
    expect(readSetTime('202612040530')).toEqual(when);
    expect(writeSetTime({ day: '2028-02-29' })).toBe('20280229');
    expect(readSetTime('20280229')).toEqual({ day: '2028-02-29' });
    for (const at of [Number.NaN, 1e300, -1, 0]) expect(writeSetTime({ at })).toBe('');
    expect(writeSetTime({ day: '<b>' })).toBe('');
  });

  it('is counted in calendar days of each reader', () => {
    // Friday at 12:30 AM in New York is Thursday at 7:30 PM in Honolulu.
    const now = Date.parse('2026-12-02T22:00:00Z');
    expect(daysUntil(when, now, newYork)).toBe(2);
    expect(daysUntil(when, now, honolulu)).toBe(1);
    expect(daysUntil({ day: '2026-12-04' }, now, honolulu)).toBe(2);
    // One minute before midnight, the meeting is still tomorrow.
    expect(daysUntil(when, Date.parse('2026-12-04T04:59:00Z'), newYork)).toBe(1);
  });

  it.each([
    ['2026-12-05', 'in 2 days'],
    ['2026-12-04', 'in 1 day'],
    ['2026-12-03', 'today'],
    ['2026-12-02', 'yesterday'],
    ['2026-12-01', '2 days ago'],
    ['2026-11-27', '6 days ago'],
    ['2026-11-26', '7 days ago'],
    ['2027-01-02', 'in 30 days'],
  ])('on %s %s', (day, text) => {
    const now = Date.parse('2026-12-04T04:59:00Z');
    expect(daysText({ day }, now, newYork)).toBe(text);
  });
});
