import { sayIfOverdue } from '../sources/review-note.ts';
import { keepReadingPlace } from './reading-place.ts';

/** What a question page does once its reader has moved on it; a page that only flashes by does without. */
export function onFirstMove(code: string): void {
  keepReadingPlace(code);
  sayIfOverdue();
}
