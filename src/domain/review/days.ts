/**
 * All date arithmetic. In calculations, a day is the number of days since 1970-01-01 in the
 * reader's time zone, so days can be added and compared. In stored data, it is `YYYY-MM-DD`. Days
 * start at midnight. `words/date-text.ts` formats days for readers.
 */

/**
 * Returns how many minutes the reader's clock is ahead of UTC at a given moment. In a browser,
 * use `(at) => -new Date(at).getTimezoneOffset()`. A single number isn't enough, because daylight
 * saving time may start or end between a review and the interview.
 */
export type OffsetAt = (at: number) => number;

export const utc: OffsetAt = () => 0;

/** Milliseconds in a day, unless the clocks change. */
export const dayLength = 86_400_000;

/**
 * Returns the local time at a moment, in milliseconds since midnight on 1970-01-01 in that time
 * zone.
 */
export function localTime(at: number, offsetAt: OffsetAt): number {
  return at + Math.round(offsetAt(at) * 60_000);
}

export function dayNumber(at: number, offsetAt: OffsetAt): number {
  return Math.floor(localTime(at, offsetAt) / dayLength);
}

/**
 * Returns the date at a moment as `YYYY-MM-DD`. Use UTC, the default, if the reader's time zone
 * doesn't matter.
 */
export function dayOfMoment(at: number, offsetAt: OffsetAt = utc): string {
  return dayName(dayNumber(at, offsetAt));
}

/** Formats a day as `YYYY-MM-DD`. Clamps days outside the years 0 to 9999. */
export function dayName(day: number): string {
  const within = Math.min(2_932_896, Math.max(-719_528, Math.floor(day) || 0));
  return new Date(within * dayLength).toISOString().slice(0, 10);
}

/** Reads a day from `YYYY-MM-DD`. Returns undefined if it isn't valid, such as `2026-02-30`. */
export function readDay(name: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(name)) return undefined;
  const day = Date.parse(`${name}T00:00:00Z`) / dayLength;
  return Number.isInteger(day) && dayName(day) === name ? day : undefined;
}

/** Returns the first moment of the reader's day, even if the clocks change at midnight. */
export function startOfDay(day: number, offsetAt: OffsetAt): number {
  const midnight = day * dayLength;
  // Offsets are from −12 to +14 hours, so one of these moments is before midnight, and one is after
  // it.
  const moments = [midnight - 15 * 3_600_000, midnight + 15 * 3_600_000].map(
    (near) => midnight - (localTime(near, offsetAt) - near),
  );
  const within = moments.filter((at) => dayNumber(at, offsetAt) === day);
  return Math.min(...(within.length > 0 ? within : moments));
}
