import { copyText } from '../../../browser/copy-text.ts';
import { readStorage } from '../../../browser/local-storage.ts';
import { readSavedCodes } from '../../../domain/progress/saved-codes.ts';

/**
 * The buttons of a question page. "Save" saves with one press and opens the panel for a note and a set,
 * which load with the first press, so that reading pages load no study code.
 */
export class QuestionToolsElement extends HTMLElement {
  connectedCallback(): void {
    const save = this.querySelector<HTMLButtonElement>('[data-save]');
    const share = this.querySelector<HTMLButtonElement>('[data-share]');
    if (save === null || share === null) return;
    this.show(readSavedCodes(readStorage('guide-saved')).has(this.code));
    save.onclick = () => void this.#save(save.ariaPressed !== 'true');
    share.onclick = () => void this.#share();
  }

  get code(): string {
    return this.dataset['code'] ?? '';
  }

  show(isSaved: boolean, message?: string): void {
    const save = this.querySelector('[data-save]') as HTMLButtonElement;
    save.ariaPressed = String(isSaved);
    save.querySelector('span')?.replaceChildren(isSaved ? 'Saved' : 'Save');
    if (message !== undefined) this.#status.replaceChildren(message);
  }

  async #save(isSaved: boolean): Promise<void> {
    this.show(isSaved, '');
    try {
      const { pressSave } = await import('./press-save.ts');
      await pressSave(this, isSaved);
    } catch {
      // Browsers don't request a script again after it failed to load.
      this.show(!isSaved, 'Not saved. Reload the page and try again.');
    }
  }

  async #share(): Promise<void> {
    const url = location.origin + location.pathname;
    if ('share' in navigator) {
      // Rejected when the reader closes the sheet.
      await navigator.share({ title: document.title, url }).catch(() => {});
      return;
    }
    await copyText(url, 'Link copied', this.#status);
  }

  /** `QuestionTools.astro` has it. */
  get #status(): HTMLElement {
    return this.querySelector('[role=status]') as HTMLElement;
  }
}
