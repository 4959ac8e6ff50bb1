import { dateText } from '../../domain/words/date-text.ts';

/**
 * Says in the note that the question's sources are overdue for checking. Called if `data-review-by`
 * is in the past.
 */
export function showOverdueNotice(note: HTMLElement): void {
  const on = dateText(note.dataset['reviewBy'] ?? '');
  note.textContent = `Some of these sources were due to be checked again by ${on}. Verify them before you rely on this page.`;
  note.hidden = false;
}
