import { dayLength, dayNumber, localTime, type OffsetAt } from './days.ts';

/** Returns the first moment of the reader's day, even if clocks change at midnight. */
export function startOfDay(day: number, offsetAt: OffsetAt): number {
  const midnight = day * dayLength;
  // Offsets are between -12 and +14 hours, so one of these moments is before midnight and one after
  // it.
  const moments = [midnight - 15 * 3_600_000, midnight + 15 * 3_600_000].map(
    (near) => midnight - (localTime(near, offsetAt) - near),
  );
  const within = moments.filter((at) => dayNumber(at, offsetAt) === day);
  return Math.min(...(within.length > 0 ? within : moments));
}
