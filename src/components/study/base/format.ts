export { counted } from '../../../lib/text.ts';

/** A day `YYYY-MM-DD` as text, such as "Tue, Nov 24", or "Tuesday, Nov 24" if it is long. */
export function dayText(day: string, weekday: 'short' | 'long' = 'short'): string {
  const format = { weekday, month: 'short', day: 'numeric', timeZone: 'UTC' } as const;
  return new Date(`${day}T12:00:00Z`).toLocaleDateString('en-US', format);
}

/** A moment in the local time zone, such as "Nov 24, 2026, 10:15 PM"; a phrase if it is none. */
export function momentText(at: number): string {
  if (Number.isNaN(new Date(at).getTime())) return 'an unknown day';
  return new Date(at).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' });
}

/** The fields of a form that the script handles instead of the browser. */
export function fieldsOf(event: SubmitEvent): FormData {
  event.preventDefault();
  return new FormData(event.target as HTMLFormElement);
}

export function typedIn({ target }: Event): string {
  return (target as HTMLInputElement).value;
}

/** The whole number in a field, from 1 to `max`; undefined if it has none. */
export function numberIn({ target }: Event, max: number): number | undefined {
  const number = (target as HTMLInputElement).valueAsNumber;
  return Number.isNaN(number) ? undefined : Math.min(max, Math.max(1, Math.round(number)));
}
