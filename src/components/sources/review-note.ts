import { dateText } from '../../domain/words/date-text.ts';

/**
 * If the sources of a question are overdue (`data-review-by` is in the past), says so in its note.
 */
export function showOverdueNotice(note: HTMLElement): void {
  const on = dateText(note.dataset['reviewBy'] ?? '');
  note.textContent = `Some of these sources were due to be checked again by ${on}. Verify them before you rely on this page.`;
  note.hidden = false;
}
