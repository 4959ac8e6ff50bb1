import { counted } from '../../../lib/text.ts';

export { dayText } from '../../../domain/words/date-text.ts';
export { counted };

/** Says how long the reader spent answering, as in "3 answers in 8 minutes". */
export function answersText(answers: number, seconds: number): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  return `${counted(answers, 'answer')} in ${counted(minutes, 'minute')}`;
}

/**
 * Formats a moment in the local time zone, such as "Nov 24, 2026, 10:15 PM". Returns "an unknown
 * day" for an invalid moment.
 */
export function momentText(at: number): string {
  if (Number.isNaN(new Date(at).getTime())) return 'an unknown day';
  return new Date(at).toLocaleString('en-US', { dateStyle: 'medium', timeStyle: 'short' });
}

/** Returns a form's fields, and keeps the browser from submitting the form. */
export function fieldsOf(event: SubmitEvent): FormData {
  event.preventDefault();
  return new FormData(event.target as HTMLFormElement);
}

export function typedIn({ target }: Event): string {
  return (target as HTMLInputElement).value;
}

/**
 * Returns the number in a field, rounded and limited to the range from 1 to `max`. Returns
 * undefined if the field doesn't contain a number.
 */
export function numberIn({ target }: Event, max: number): number | undefined {
  const number = (target as HTMLInputElement).valueAsNumber;
  return Number.isNaN(number) ? undefined : Math.min(max, Math.max(1, Math.round(number)));
}
