import { copyText } from '../../../browser/copy-text.ts';
import { readStorage } from '../../../browser/local-storage.ts';
import { readSavedCodes } from '../../../domain/progress/saved-codes.ts';
import type { QuestionPanelElement } from './question-panel.ts';

/**
 * The buttons of a question page. "Save" saves with one press and opens the panel for a note and a set,
 * which load with the first press, so that reading pages load no study code.
 */
export class QuestionToolsElement extends HTMLElement {
  #panel: Promise<QuestionPanelElement> | undefined;

  connectedCallback(): void {
    const save = this.querySelector<HTMLButtonElement>('[data-save]');
    const share = this.querySelector<HTMLButtonElement>('[data-share]');
    if (save === null || share === null) return;
    this.#show(save, readSavedCodes(readStorage('guide-saved')).has(this.#code));
    save.onclick = () => void this.#save(save);
    share.onclick = () => void this.#share();
  }

  get #code(): string {
    return this.dataset['code'] ?? '';
  }

  #show(save: HTMLButtonElement, isSaved: boolean): void {
    save.ariaPressed = String(isSaved);
    save.querySelector('span')?.replaceChildren(isSaved ? 'Saved' : 'Save');
  }

  async #save(save: HTMLButtonElement): Promise<void> {
    const isSaved = save.ariaPressed !== 'true';
    this.#show(save, isSaved);
    try {
      this.#panel ??= this.#load(save);
      const panel = await this.#panel;
      panel.hidden = !isSaved;
      await panel.save(isSaved);
      panel.hidden &&= !panel.hasNote;
    } catch {
      this.#panel = undefined;
      this.#show(save, !isSaved);
      // Browsers don't request a script again after it failed to load.
      this.#status.replaceChildren('Not saved. Reload the page and try again.');
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

  async #load(save: HTMLButtonElement): Promise<QuestionPanelElement> {
    const { questionPanel } = await import('./question-panel.ts');
    const onSaved = (isSaved: boolean) => this.#show(save, isSaved);
    const panel = questionPanel(this.dataset['base'] ?? '/', this.#code, onSaved);
    (document.querySelector('.recorder') ?? this).after(panel);
    return panel;
  }
}
