const months =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/**
 * Formats a day, a month, or a year (`2026-11-24`, `2026-11`, or `2026`), as in "November 24,
 * 2026".
 */
export function dateText(date: string): string {
  const [year = '', month, day] = date.split('-');
  const name = month === undefined ? undefined : months[Number(month) - 1];
  if (name === undefined) return year;
  return day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`;
}

const styles = {
  /** Nov 24 */
  date: { month: 'short', day: 'numeric' },
  /** Tuesday */
  weekday: { weekday: 'long' },
  /** Tue, Nov 24 */
  short: { weekday: 'short', month: 'short', day: 'numeric' },
  /** Tuesday, November 24 */
  long: { weekday: 'long', month: 'long', day: 'numeric' },
} as const;

/** Formats a day (`YYYY-MM-DD`) without its year, as in "Tue, Nov 24". */
export function dayText(day: string, style: keyof typeof styles = 'short'): string {
  const format = { ...styles[style], timeZone: 'UTC' } as const;
  return new Date(`${day}T12:00:00Z`).toLocaleDateString('en-US', format);
}

/**
 * Says when a past day was: "today", "yesterday", "Tuesday", or "November 24, 2026".
 * @param ago how many days ago it was
 */
export function pastDayText(day: string, ago: number): string {
  if (ago === 0) return 'today';
  if (ago === 1) return 'yesterday';
  return ago > 1 && ago < 7 ? dayText(day, 'weekday') : dateText(day);
}

/** Formats a date for use where space is tight, as in "Nov 24, 2026". */
export function shortDateText(date: string): string {
  return dateText(date).replace(/^([A-Z][a-z]{2})[a-z]*/, '$1');
}
