import { dayOfMoment, type OffsetAt } from '../domain/review/days.ts';

/** The current time in whole milliseconds since 1970. */
export function now(): number {
  return Date.now();
}

/**
 * Today's date in UTC as `YYYY-MM-DD`. It is compared with the dates of sources, which are days,
 * not moments.
 */
export function todayInUtc(): string {
  return dayOfMoment(now());
}

/** Today's date in the reader's time zone as `YYYY-MM-DD`. */
export function readerDay(): string {
  return dayOfMoment(now(), offsetAt);
}

export const offsetAt: OffsetAt = (at) => -new Date(at).getTimezoneOffset();
