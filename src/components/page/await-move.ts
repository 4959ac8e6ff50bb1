import { keptText } from '../../browser/kept-text.ts';

/** What tells that somebody is there: a finger or a pointer, a key or what stands for one, a page that moves, a fold. */
const moves = ['pointerover', 'keydown', 'focusin', 'scroll', 'toggle'];

/** Loads what a reader can only meet after a first move when there is one, or where none is needed. */
export function awaitMove(): void {
  const load = async (): Promise<void> => {
    try {
      (await import('./first-move.ts')).onFirstMove();
    } catch {
      // Then the page is as it is without scripts; browsers do not ask again for such a file.
    }
  };
  for (const move of moves) document.addEventListener(move, load, { capture: true, once: true });
  const isMoved =
    // Opened at a part, or come back to.
    scrollY ||
    location.hash ||
    // Parts that were unfolded today are unfolded again.
    keptText('guide-open')?.includes(':') ||
    // A lab's own page begins with it.
    document.querySelector('.text > guide-lab');
  if (isMoved) void load();
}
