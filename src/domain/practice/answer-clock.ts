import * as z from 'zod/mini';
import { dayLength } from '../review/days.ts';

/**
 * An answer's clock, format 1. It stores the time spent so far and, while it is running, when the
 * time was last counted. All times are in milliseconds. The current time is passed in, so nothing
 * depends on timers, which stop when the page is closed.
 */
export const answerClockSchema = z.object({
  spent: z.int().check(z.gte(0), z.lte(dayLength)),
  /** When the time was last counted, or `null` while the clock is stopped. */
  since: z.nullable(z.int().check(z.gte(0), z.lte(8_640_000_000_000_000))),
});

export type AnswerClock = z.infer<typeof answerClockSchema>;

export const newClock: AnswerClock = { spent: 0, since: null };

/**
 * If two updates are further apart than this, the reader is assumed to have been away, and the time
 * doesn't count.
 */
export const maxGap = 600_000;

/** The clock stops counting after one day, which is also the limit in review records. */
const maxSpent = dayLength;

/**
 * Starts the clock. If it was still running when it was stored, the time since then isn't counted.
 */
export function startClock(clock: AnswerClock, now: number): AnswerClock {
  return { ...clock, since: now };
}

export function stopClock(clock: AnswerClock, now: number): AnswerClock {
  return { ...clock, spent: spentBy(clock, now), since: null };
}

/** Counts the time until now. If the clock is stopped, does nothing. */
export function updateAnswerClock(clock: AnswerClock, now: number): AnswerClock {
  return clock.since === null ? clock : { ...clock, spent: spentBy(clock, now), since: now };
}

/**
 * Returns the milliseconds spent until now. If the time has gone backward or jumped ahead since the
 * last update, adds nothing.
 */
export function spentBy({ spent, since }: AnswerClock, now: number): number {
  const gap = since === null ? 0 : now - since;
  return gap > 0 && gap <= maxGap ? Math.min(maxSpent, spent + Math.round(gap)) : spent;
}
