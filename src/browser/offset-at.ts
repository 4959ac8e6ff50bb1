import type { OffsetAt } from '../domain/review/days.ts';

/** Minutes by which the reader's clock is ahead of UTC at a moment. */
export const offsetAt: OffsetAt = (at) => -new Date(at).getTimezoneOffset();
