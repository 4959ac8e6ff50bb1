import type { DraftSet } from '../../../browser/draft-set.ts';
import type { SetLink, StudySet } from '../../../domain/study-set/set-link.ts';
import type { StudyHost } from '../base/study-element.ts';

/** Milliseconds for which the page says what was just done; Undo stays until the next change. */
const shown = 6000;

export const noticePlace = 'set';

/** The reader's own set on its page: with what was just done to it, and one step back. */
export class OwnSet {
  readonly #draft: DraftSet;
  readonly #host: StudyHost;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(draft: DraftSet, host: StudyHost, signal: AbortSignal) {
    this.#draft = draft;
    this.#host = host;
    draft.onElsewhere(() => this.settle(), signal);
    signal.addEventListener('abort', () => clearTimeout(this.#timer));
  }

  get set(): SetLink {
    return this.#draft.set;
  }

  get isKept(): boolean {
    return this.#draft.isKept;
  }

  change(edit: (set: StudySet) => StudySet, message: string): void {
    this.#draft.change(edit);
    this.settle();
    if (message === '') return;
    this.#host.notify(noticePlace, { tone: 'good', text: message });
    this.#timer = setTimeout(() => this.settle(), shown);
  }

  changeBoldly(edit: (set: StudySet) => StudySet, message: string): void {
    const { name, codes } = this.set;
    this.change(edit, '');
    const undo = (): void => {
      this.change(() => ({ name, codes }), 'Undone.');
      this.#host.focusOn('.name input, #choose-title');
    };
    this.#host.notify(noticePlace, {
      tone: 'good',
      text: message,
      undo: { label: 'Undo', run: undo },
    });
  }

  settle(): void {
    clearTimeout(this.#timer);
    this.#host.notify(noticePlace, undefined);
  }
}
