import { now } from '../../../browser/clock.ts';
import {
  type Flashcard,
  type FlashcardTerm,
  flashcardOf,
  nextDirection,
} from '../../../domain/practice/flashcards.ts';
import type { CardRecord } from '../../../domain/progress/records.ts';

/** A term being recalled: the back is nowhere on the page until it is turned. */
export class TermCard {
  readonly flashcard: Flashcard;
  readonly id: string;
  isTurned = false;
  readonly #changed: () => void;
  readonly #since = now();

  constructor(term: FlashcardTerm, record: CardRecord | undefined, changed: () => void) {
    this.id = term.id;
    this.flashcard = flashcardOf(term, nextDirection(record?.reps ?? 0));
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
