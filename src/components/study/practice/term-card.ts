import { now } from '../../../browser/clock.ts';
import type { Flashcard } from '../../../domain/practice/flashcards.ts';

/** A term being recalled: the back is nowhere on the page until it is turned. */
export class TermCard {
  readonly flashcard: Flashcard;
  isTurned = false;
  readonly #changed: () => void;
  readonly #since = now();

  constructor(flashcard: Flashcard, changed: () => void) {
    this.flashcard = flashcard;
    this.#changed = changed;
  }

  /** Whole seconds since it was shown, ten minutes at most: after more, nobody was there. */
  get seconds(): number {
    return Math.floor(Math.min(600_000, Math.max(0, now() - this.#since)) / 1000);
  }

  turn(): void {
    if (this.isTurned) return;
    this.isTurned = true;
    this.#changed();
  }
}
