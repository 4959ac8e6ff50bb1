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
    this.button('note').onclick = () => void this.#press('pressNote');
    this.button('save').onclick = () => void this.#press('pressSave');
    this.button('share').onclick = () => void this.#share();
  }

  /** `QuestionTools.astro` has them. */
  button(name: 'note' | 'save' | 'share'): HTMLButtonElement {
    return this.querySelector(`[data-${name}]`) as HTMLButtonElement;
  }

  /** Shows whether the question is saved, and a message if there is one. */
  show(isSaved: boolean, message?: string): void {
    const save = this.button('save');
    save.ariaPressed = `${isSaved}`;
    save.querySelector('span')?.replaceChildren(isSaved ? 'Saved' : 'Save');
    if (message !== undefined) this.say(message);
  }

  say(message: string): void {
    this.#status.replaceChildren(message);
  }

  async #press(press: 'pressNote' | 'pressSave'): Promise<void> {
    try {
      const tool = await import('./press-tool.ts');
      await tool[press](this);
    } catch {
      // Browsers don't request a script again after it failed to load.
      this.say('This didn’t load. Reload the page and try again.');
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

  get #status(): HTMLElement {
    return this.querySelector('[role=status]') as HTMLElement;
  }
}
