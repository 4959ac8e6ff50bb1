import type { DraftSet } from '../../../browser/draft-set.ts';
import type { SetLink, StudySet } from '../../../domain/study-set/set-link.ts';

/** The reader's own set on its page: with what was just done to it, and one step back. */
export class OwnSet {
  readonly #draft: DraftSet;
  readonly #changed: () => void;
  #before: StudySet | undefined;
  #message = '';

  /** @param changed called after each change here or in another tab */
  constructor(draft: DraftSet, changed: () => void, signal: AbortSignal) {
    this.#draft = draft;
    this.#changed = changed;
    draft.onElsewhere(() => this.settle(), signal);
  }

  get set(): SetLink {
    return this.#draft.set;
  }

  /** False if the browser refused to keep the set. */
  get isKept(): boolean {
    return this.#draft.isKept;
  }

  /** What was just done, for people; empty if nothing was. */
  get message(): string {
    return this.#message;
  }

  get canUndo(): boolean {
    return this.#before !== undefined;
  }

  /** Changes the set. */
  change(edit: (set: StudySet) => StudySet, message: string): void {
    this.#draft.change(edit);
    this.#before = undefined;
    this.#message = message;
    this.#changed();
  }

  /** Changes it so that the reader may want it back as it was. */
  changeBoldly(edit: (set: StudySet) => StudySet, message: string): void {
    const { name, codes } = this.set;
    this.change(edit, message);
    this.#before = { name, codes };
    this.#changed();
  }

  /** Takes the last bold change back. */
  undo(): void {
    const before = this.#before;
    if (before !== undefined) this.change(() => before, 'Your set is as it was.');
  }

  /** The last change is no longer new. */
  settle(): void {
    this.#before = undefined;
    this.#message = '';
    this.#changed();
  }
}
