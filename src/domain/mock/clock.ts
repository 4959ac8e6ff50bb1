/**
 * A mock interview's clock: a state machine with an absolute deadline, so it is still correct after
 * the device has been asleep or the page has been reloaded. Its state is JSON, version 1, which is
 * stored during the interview.
 *
 * The used time and the remaining time always add up to the total. If the device's clock is set
 * back, only the time since the last `tick` is uncertain, so call `tick` regularly and store the
 * result. If the clock is set forward, that looks like sleep.
 *
 * Moments (`now`) are whole milliseconds since 1970, and durations are in milliseconds. A step that
 * doesn't apply, such as pausing a stopped clock, returns the same clock.
 */
import * as z from 'zod/mini';
import { maxMinutes, maxQuestions, within } from './mock-link.ts';

const minute = 60_000;
const time = z.int().check(z.gte(0), z.lte(maxMinutes * minute));

export const clockSchema = z
  .object({
    version: z.literal(1),
    status: z.enum(['running', 'paused', 'finished']),
    total: time,
    /** Index of the question being answered. */
    question: z.int().check(z.gte(0)),
    used: z.array(time).check(z.minLength(1), z.maxLength(maxQuestions)),
    deadline: z.nullable(z.int()),
  })
  .check(
    z.refine(({ question, used }) => question < used.length, 'the question doesn’t exist'),
    z.refine(({ total, used }) => sum(used) <= total, 'the time used is more than the total'),
    z.refine(
      ({ status, deadline }) => (status === 'running') === (deadline !== null),
      'only a running clock has a deadline',
    ),
  );

export type MockClock = z.infer<typeof clockSchema>;

export function startClock(minutes: number, questions: number, now: number): MockClock {
  const total = within(minutes, maxMinutes) * minute;
  const used = Array.from({ length: within(questions, maxQuestions) }, () => 0);
  return { version: 1, status: 'running', total, question: 0, used, deadline: now + total };
}

export function pauseClock(clock: MockClock, now: number): MockClock {
  if (clock.status !== 'running') return clock;
  return { ...tick(clock, now), status: 'paused', deadline: null };
}

export function resumeClock(clock: MockClock, now: number): MockClock {
  if (clock.status !== 'paused') return clock;
  return { ...clock, status: 'running', deadline: now + remaining(clock, now) };
}

/**
 * Moves to the next question, whether the clock is running or paused. On the last question, or if
 * the clock is finished, does nothing.
 */
export function nextQuestion(clock: MockClock, now: number): MockClock {
  if (clock.status === 'finished' || clock.question + 1 >= clock.used.length) return clock;
  return { ...tick(clock, now), question: clock.question + 1 };
}

export function finishClock(clock: MockClock, now: number): MockClock {
  if (clock.status === 'finished') return clock;
  return { ...tick(clock, now), status: 'finished', deadline: null };
}

export function tick(clock: MockClock, now: number): MockClock {
  if (clock.deadline === null) return clock;
  const left = remaining(clock, now);
  const used = clock.used.map((_, question) => elapsedOn(clock, question, now));
  // If the device's clock was set back, the old deadline is too far away.
  return { ...clock, used, deadline: Math.min(clock.deadline, now + left) };
}

export function remaining(clock: MockClock, now: number): number {
  const left = clock.total - sum(clock.used);
  return clock.deadline === null ? left : Math.min(left, Math.max(0, clock.deadline - now));
}

/** Returns the time used for a question, given its index, up to the deadline. */
export function elapsedOn(clock: MockClock, question: number, now: number): number {
  const before = clock.used[question] ?? 0;
  if (question !== clock.question) return before;
  return before + clock.total - sum(clock.used) - remaining(clock, now);
}

function sum(times: readonly number[]): number {
  return times.reduce((total, next) => total + next, 0);
}

export type Alarm = 'half' | 'soon' | 'up';

export const soon = 120_000;

/**
 * Returns the alarm that is due between two values of the remaining time. If several are due,
 * because the device was asleep, returns the latest one.
 */
export function alarmBetween(total: number, before: number, after: number): Alarm | undefined {
  const passes = (time: number): boolean => before > time && after <= time;
  if (passes(0)) return 'up';
  if (passes(soon) && total > soon) return 'soon';
  return passes(total / 2) && total / 2 > soon ? 'half' : undefined;
}
