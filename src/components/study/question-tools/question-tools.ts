import { copyText } from '../../../browser/copy-text.ts';
import { readStorage } from '../../../browser/local-storage.ts';
import { readSavedCodes } from '../../../domain/progress/saved-codes.ts';

/**
 * The buttons of a question page. Their code loads with the first press, so that reading pages load
 * no study code.
 */
export class QuestionToolsElement extends HTMLElement {
  connectedCallback(): void {
    this.show(readSavedCodes(readStorage('guide-saved')).has(this.dataset['code'] ?? ''));
    this.#button('note').onclick = () => void this.#note();
    this.#button('save').onclick = ({ currentTarget }) =>
      void this.#save((currentTarget as Element).ariaPressed !== 'true');
    this.#button('share').onclick = () => void this.#share();
  }

  /** Shows whether the question is saved, and a message if there is one. */
  show(isSaved: boolean, message?: string): void {
    const save = this.#button('save');
    save.ariaPressed = `${isSaved}`;
    save.querySelector('span')?.replaceChildren(isSaved ? 'Saved' : 'Save');
    if (message !== undefined) this.#status.replaceChildren(message);
  }

  async #save(isSaved: boolean): Promise<void> {
    this.show(isSaved, '');
    try {
      const { saveQuestion } = await import('../../../browser/save-question.ts');
      const outcome = await saveQuestion(this.dataset['code'] ?? '', isSaved);
      if ('problem' in outcome) this.show(!isSaved, outcome.problem.message);
    } catch {
      // Browsers don't request a script again after it failed to load.
      this.show(!isSaved, 'Not saved. Reload the page and try again.');
    }
  }

  async #note(): Promise<void> {
    try {
      const { toggleNote } = await import('./question-panel.ts');
      await toggleNote(this, this.#button('note'));
    } catch {
      this.#status.replaceChildren('The note didn’t load. Reload the page.');
    }
  }

  async #share(): Promise<void> {
    const url = location.origin + location.pathname;
    if ('share' in navigator) {
      // The promise is rejected when the reader closes the sheet.
      await navigator.share({ title: document.title, url }).catch(() => {});
      return;
    }
    await copyText(url, 'Link copied', this.#status);
  }

  /** `QuestionTools.astro` renders these buttons. */
  #button(name: 'note' | 'save' | 'share'): HTMLButtonElement {
    return this.querySelector(`[data-${name}]`) as HTMLButtonElement;
  }

  get #status(): HTMLElement {
    return this.querySelector('[role=status]') as HTMLElement;
  }
}
