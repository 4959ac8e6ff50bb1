import type { OffsetAt } from '../domain/review/days.ts';

/** The present in whole milliseconds since 1970. */
export function now(): number {
  return Date.now();
}

/** The reader's day as `YYYY-MM-DD`, in UTC: dates of sources are days, not moments. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Minutes by which the reader's clock is ahead of UTC at a moment. */
export const offsetAt: OffsetAt = (at) => -new Date(at).getTimezoneOffset();
