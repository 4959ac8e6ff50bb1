import { dayLength, dayName } from './days.ts';

/**
 * Returns the day that `YYYY-MM-DD` names, or undefined for anything else, such as `2026-02-30`.
 */
export function readDay(name: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(name)) return undefined;
  const day = Date.parse(`${name}T00:00:00Z`) / dayLength;
  return Number.isInteger(day) && dayName(day) === name ? day : undefined;
}
