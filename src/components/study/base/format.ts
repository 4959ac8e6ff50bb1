/** A day `YYYY-MM-DD` as text, such as "Tue, Nov 24". */
export function dayText(day: string): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString('en-US', {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
}

/** A day `YYYY-MM-DD` in full, such as "Monday, Nov 30". */
export function longDayText(day: string): string {
  return new Date(`${day}T12:00:00Z`).toLocaleDateString('en-US', {
    weekday: 'long',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
}

/**
 * A moment as text in the local time zone, such as "Nov 24, 2026, 10:15 PM"; a phrase if the
 * stored value isn't a date.
 */
export function momentText(at: number): string {
  if (Number.isNaN(new Date(at).getTime())) return 'an unknown day';
  return new Date(at).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' });
}

/** A share from 0 to 1 as a whole percentage. */
export function percentText(share: number): string {
  return `${Math.round(share * 100)}%`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
