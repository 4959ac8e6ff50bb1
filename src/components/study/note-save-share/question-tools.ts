import { copyText, linkCopied } from '../../../browser/copy-text.ts';
import { readStorage } from '../../../browser/local-storage.ts';
import { readSavedCodes } from '../../../domain/progress/saved-codes.ts';

/** If a script fails to load, browsers don't request it again until the page is reloaded. */
const notLoaded = 'This didn’t load. Reload the page.';

/**
 * The buttons on a question page. Their code loads when one is first pressed, so that reading a
 * page loads no study code.
 */
export class QuestionToolsElement extends HTMLElement {
  connectedCallback(): void {
    this.show(readSavedCodes(readStorage('guide-saved')).has(this.dataset['code'] ?? ''));
    this.button('note').onclick = () => void this.#note();
    this.button('save').onclick = () => void this.#save();
    this.button('share').onclick = () => void this.#share();
  }

  button(name: 'note' | 'save' | 'share'): HTMLButtonElement {
    return this.querySelector(`[data-${name}]`) as HTMLButtonElement;
  }

  show(isSaved: boolean): void {
    const save = this.button('save');
    save.ariaPressed = `${isSaved}`;
    save.querySelector('span')?.replaceChildren(isSaved ? 'Saved' : 'Save');
  }

  say(message: string): void {
    this.#status.replaceChildren(message);
  }

  async #note(): Promise<void> {
    try {
      const { toggleNote } = await import('./question-panel.ts');
      await toggleNote(this, this.button('note'));
    } catch {
      this.say(notLoaded);
    }
  }

  /** Saves or unsaves the question. The button changes once that is stored. */
  async #save(): Promise<void> {
    const isSaved = this.button('save').ariaPressed !== 'true';
    this.say('');
    try {
      const { saveQuestion } = await import('../../../browser/bookmarks-and-notes.ts');
      const outcome = await saveQuestion(this.dataset['code'] ?? '', isSaved);
      if ('problem' in outcome) this.say(outcome.problem.message);
      else this.show(isSaved);
    } catch {
      this.say(notLoaded);
    }
  }

  async #share(): Promise<void> {
    const url = location.origin + location.pathname;
    if ('share' in navigator) {
      // If the reader closes the share sheet, this promise is rejected.
      await navigator.share({ title: document.title, url }).catch(() => {});
      return;
    }
    await copyText(url, linkCopied, this.#status);
  }

  get #status(): HTMLElement {
    return this.querySelector('[role=status]') as HTMLElement;
  }
}
