import { readStorage } from '../../../browser/local-storage.ts';
import { readSavedCodes } from '../../../domain/progress/saved-codes.ts';
import { copyText } from '../../copy-link/copy-link.ts';
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
    const label = save.querySelector('span');
    if (label !== null) label.textContent = isSaved ? 'Saved' : 'Save';
  }

  async #save(save: HTMLButtonElement): Promise<void> {
    const isSaved = save.ariaPressed !== 'true';
    this.#show(save, isSaved);
    try {
      this.#panel ??= this.#load((now) => this.#show(save, now));
      const panel = await this.#panel;
      panel.hidden = !isSaved;
      await panel.save(isSaved);
    } catch {
      this.#panel = undefined;
      this.#show(save, !isSaved);
      // Browsers don't request a script again after it failed to load.
      this.#say('Not saved. Reload the page and try again.');
    }
  }

  async #share(): Promise<void> {
    const url = location.origin + location.pathname;
    if ('share' in navigator) {
      // Rejected when the reader closes the sheet.
      await navigator.share({ title: document.title, url }).catch(() => {});
      return;
    }
    const status = this.querySelector<HTMLElement>('[role=status]');
    if (status !== null) await copyText(url, 'Link copied', status);
  }

  #say(text: string): void {
    const status = this.querySelector('[role=status]');
    if (status !== null) status.textContent = text;
  }

  async #load(onSaved: (isSaved: boolean) => void): Promise<QuestionPanelElement> {
    const { questionPanel } = await import('./question-panel.ts');
    const panel = questionPanel(this.dataset['base'] ?? '/', this.#code, onSaved);
    (document.querySelector('.recorder') ?? this).after(panel);
    return panel;
  }
}
