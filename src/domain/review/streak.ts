import type { ReviewRecord } from '../progress/records.ts';
import { dayName, dayNumber, type OffsetAt } from './days.ts';

export type Streak = ReturnType<typeof readStreak>;
export type StudyDay = Streak['days'][number];

/**
 * Counts days with answers, the first one first, and those in a row up to today. Today counts once
 * there is an answer; until then, days in a row up to yesterday still count. Reviews after today
 * come from a wrong clock and are ignored.
 */
export function readStreak(reviews: readonly ReviewRecord[], now: number, offsetAt: OffsetAt) {
  const today = dayNumber(now, offsetAt);
  const byDay = Map.groupBy(reviews, ({ at }) => dayNumber(at, offsetAt));
  const days = [...byDay].filter(([day]) => day <= today).sort(([a], [b]) => a - b);
  let first = byDay.has(today) ? today : today - 1;
  const last = first;
  while (byDay.has(first)) first -= 1;
  return {
    days: days.map(([day, answers]) => ({
      day: dayName(day),
      answers: answers.length,
      seconds: answers.reduce((sum, { seconds }) => sum + seconds, 0),
    })),
    current: last - first,
  };
}

/** The last `count` days up to now, the first one first, including days without answers. */
export function recentDays(
  { days }: Streak,
  now: number,
  offsetAt: OffsetAt,
  count: number,
): StudyDay[] {
  const today = dayNumber(now, offsetAt);
  const studied = new Map(days.map((day) => [day.day, day]));
  return Array.from({ length: count }, (_, index) => {
    const day = dayName(today - count + 1 + index);
    return studied.get(day) ?? { day, answers: 0, seconds: 0 };
  });
}
