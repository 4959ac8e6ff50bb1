import { offerLinks } from '../copy-link/copy-link.ts';
import { watchLabs } from '../labs/watch-labs.ts';
import { keepReadingPlace } from '../question/reading-place.ts';
import { wireMenu } from '../sidebar/wire-menu.ts';
import { sayIfOverdue } from '../sources/review-note.ts';
import { offerNextPages } from './next-pages.ts';

let isDone = false;

/**
 * What a page does once its reader has moved on it: what can not be met before, or takes up what was
 * opened. A page that only flashes by does without. Called again it does nothing.
 */
export function onFirstMove(): void {
  if (isDone) return;
  isDone = true;
  // The frame (`Page.astro`) has it on each page.
  wireMenu(document.querySelector('#menu') as HTMLElement);
  offerLinks();
  watchLabs();
  offerNextPages();
  const { code } = document.querySelector<HTMLElement>('question-tools')?.dataset ?? {};
  if (code === undefined) return;
  keepReadingPlace(code);
  sayIfOverdue();
}
