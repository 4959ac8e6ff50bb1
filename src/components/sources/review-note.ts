import { today } from '../../browser/clock.ts';

export function showOverdueNotice(): void {
  const note = document.querySelector<HTMLElement>('review-note');
  const day = note?.dataset['reviewBy'];
  if (!note || day === undefined || day >= today()) return;
  const on = new Date(day).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' });
  note.textContent = `Some of these sources were due to be checked again by ${on}. Verify them before you rely on this page.`;
  note.hidden = false;
}
