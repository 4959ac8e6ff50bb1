import * as z from 'zod/mini';
import { dayLength } from '../review/days.ts';

/**
 * The clock of an answer, format 1. It has the time spent so far and, while it runs, the moment up
 * to which time was counted. All times are in milliseconds. Moments are passed in, so nothing
 * depends on timers that stop with the page.
 */
export const answerClockSchema = z.object({
  spent: z.int().check(z.gte(0), z.lte(dayLength)),
  /** Moment up to which time was counted. `null` while the clock is stopped. */
  since: z.nullable(z.int().check(z.gte(0), z.lte(8_640_000_000_000_000))),
});

export type AnswerClock = z.infer<typeof answerClockSchema>;

export const newClock: AnswerClock = { spent: 0, since: null };

/** Maximum time between two updates that counts. If it is longer, the reader was away. */
export const maxGap = 600_000;

/** Maximum time that a clock counts: one day, as in review records. */
const maxSpent = dayLength;

/** Starts the clock. If it was running in a stored state, the time away isn't counted. */
export function startClock(clock: AnswerClock, now: number): AnswerClock {
  return { ...clock, since: now };
}

export function stopClock(clock: AnswerClock, now: number): AnswerClock {
  return { ...clock, spent: spentBy(clock, now), since: null };
}

/** Counts the time until now. A stopped clock stays unchanged. */
export function updateAnswerClock(clock: AnswerClock, now: number): AnswerClock {
  return clock.since === null ? clock : { ...clock, spent: spentBy(clock, now), since: now };
}

/**
 * Returns the milliseconds spent by now. Time that ran backward or jumped ahead counts as nothing.
 */
export function spentBy({ spent, since }: AnswerClock, now: number): number {
  const gap = since === null ? 0 : now - since;
  return gap > 0 && gap <= maxGap ? Math.min(maxSpent, spent + Math.round(gap)) : spent;
}
