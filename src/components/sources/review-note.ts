import { today } from '../../browser/today.ts';

/** Has the page say that its sources are overdue, once their review date has passed. */
export function sayIfOverdue(): void {
  const note = document.querySelector<HTMLElement>('review-note');
  const day = note?.dataset['reviewBy'];
  if (!note || day === undefined || day >= today()) return;
  note.textContent = `Some of these sources were due for another look by ${day}: check them before you rely on the page.`;
  note.hidden = false;
}
