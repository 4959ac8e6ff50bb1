import { dayOfMoment, type OffsetAt } from '../domain/review/days.ts';

/** The current time in whole milliseconds since 1970. */
export function now(): number {
  return Date.now();
}

/**
 * Today's date in UTC as `YYYY-MM-DD`. It is compared with dates of sources, which are days, not
 * moments.
 */
export function today(): string {
  return dayOfMoment(now());
}

/** Returns by how many minutes the reader's clock is ahead of UTC at a moment. */
export const offsetAt: OffsetAt = (at) => -new Date(at).getTimezoneOffset();
