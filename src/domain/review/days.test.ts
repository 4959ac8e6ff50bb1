import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayName, dayNumber, type OffsetAt, readDay, startOfDay, utc } from './days.ts';

const day = (name: string): number => readDay(name) ?? Number.NaN;

/** Berlin at the end of daylight saving time on October 25, 2026, when 3:00 AM becomes 2:00 AM. */
const berlin: OffsetAt = (at) => (at < Date.UTC(2026, 9, 25, 1) ? 120 : 60);
/** Beirut, where daylight saving time starts at midnight, so March 29, 2026, starts at 1:00 AM. */
const beirut: OffsetAt = (at) => (at < Date.UTC(2026, 2, 28, 22) ? 120 : 180);
/**
 * Havana, where daylight saving time ends at 1:00 AM on November 1, 2026, so midnight happens
 * twice.
 */
const havana: OffsetAt = (at) => (at < Date.UTC(2026, 10, 1, 5) ? -240 : -300);

describe('days', () => {
  it('are read from their names, and get the same names', () => {
    expect(dayName(day('2026-12-01'))).toBe('2026-12-01');
    expect(day('1970-01-02')).toBe(1);
  });

  it.each(['2026-02-30', '2026-2-3', '2026-13-01', '', 'tomorrow', '2026-12-01T00:00'])(
    'are not read from %j',
    (name) => expect(readDay(name)).toBeUndefined(),
  );

  it('are in the reader’s time zone, not UTC', () => {
    const late = Date.UTC(2026, 11, 1, 23, 30);
    expect(dayName(dayNumber(late, utc))).toBe('2026-12-01');
    expect(dayName(dayNumber(late, () => 60))).toBe('2026-12-02');
    expect(dayName(dayNumber(late, () => -480))).toBe('2026-12-01');
  });

  it('begin at midnight on either side of a clock change', () => {
    expect(startOfDay(day('2026-10-25'), berlin)).toBe(Date.UTC(2026, 9, 24, 22));
    expect(startOfDay(day('2026-10-26'), berlin)).toBe(Date.UTC(2026, 9, 25, 23));
  });

  it('start once if midnight is skipped or happens twice', () => {
    expect(startOfDay(day('2026-03-29'), beirut)).toBe(Date.UTC(2026, 2, 28, 22));
    expect(startOfDay(day('2026-11-01'), havana)).toBe(Date.UTC(2026, 10, 1, 4));
  });

  it('begin where the day before ends, in every zone', () => {
    const zones = fc.oneof(
      fc.constantFrom(berlin, beirut, havana),
      fc.integer({ min: -720, max: 840 }).map(
        (offset): OffsetAt =>
          () =>
            offset,
      ),
    );
    fc.assert(
      fc.property(fc.integer({ min: 20_400, max: 20_900 }), zones, (number, zone) => {
        const start = startOfDay(number, zone);
        expect(dayNumber(start, zone)).toBe(number);
        expect(dayNumber(start - 1, zone)).toBe(number - 1);
      }),
    );
  });
});
