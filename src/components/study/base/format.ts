export { counted } from '../../../lib/text.ts';

/** Formats a day `YYYY-MM-DD`, such as "Tue, Nov 24", or "Tuesday, Nov 24" with a long weekday. */
export function dayText(day: string, weekday: 'short' | 'long' = 'short'): string {
  const format = { weekday, month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
  return new Date(`${day}T12:00:00Z`).toLocaleDateString('en-US', format);
}

/**
 * Formats a moment in the local time zone, such as "Nov 24, 2026, 10:15 PM". An invalid moment
 * becomes "an unknown day".
 */
export function momentText(at: number): string {
  if (Number.isNaN(new Date(at).getTime())) return 'an unknown day';
  return new Date(at).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' });
}

/** Returns the fields of a form and keeps the browser from submitting it. */
export function fieldsOf(event: SubmitEvent): FormData {
  event.preventDefault();
  return new FormData(event.target as HTMLFormElement);
}

export function typedIn({ target }: Event): string {
  return (target as HTMLInputElement).value;
}

/**
 * Returns the whole number in a field, from 1 to `max`. Returns undefined if the field has no such
 * number.
 */
export function numberIn({ target }: Event, max: number): number | undefined {
  const number = (target as HTMLInputElement).valueAsNumber;
  return Number.isNaN(number) ? undefined : Math.min(max, Math.max(1, Math.round(number)));
}
