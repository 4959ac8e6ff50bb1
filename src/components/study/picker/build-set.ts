import { readStorage } from '../../../browser/local-storage.ts';
import { storageKeys } from '../../../browser/storage-keys.ts';
import { onStorageChange } from '../../../browser/storage-sync.ts';
import { peekAtSet } from '../../../domain/study-set/saved-sets.ts';
import { draftName } from '../../../domain/study-set/set-link.ts';
import { element } from '../../button.ts';

/**
 * The button above lists of questions that lets the reader select some for a set. Its label is
 * "Build a set", or the name of the set being built and its number of questions. The code for
 * selecting loads when the button is pressed.
 */
export class BuildSetElement extends HTMLElement {
  #stop: AbortController | undefined;
  #picking: AbortController | undefined;

  connectedCallback(): void {
    const button = this.querySelector('button');
    if (button === null) return;
    this.#stop = new AbortController();
    button.onclick = () => void this.#toggle(button);
    const count = () => showCount(button);
    onStorageChange(storageKeys.set, count, this.#stop.signal);
    count();
  }

  disconnectedCallback(): void {
    this.#picking?.abort();
    this.#stop?.abort();
  }

  async #toggle(button: HTMLButtonElement): Promise<void> {
    if (this.#picking !== undefined) return this.#picking.abort();
    const picking = new AbortController();
    this.#picking = picking;
    button.ariaExpanded = 'true';
    picking.signal.addEventListener('abort', () => {
      this.#picking = undefined;
      button.ariaExpanded = 'false';
      showCount(button);
    });
    try {
      const { pickQuestions } = await import('./pick-questions.ts');
      await pickQuestions(this, picking);
    } catch {
      picking.abort();
      // Browsers don't request a script again after it failed to load.
      button.textContent = 'Couldn’t load. Reload the page.';
    }
  }
}

function showCount(button: HTMLButtonElement): void {
  const set = peekAtSet(readStorage(storageKeys.set) ?? '');
  const { length } = set.all;
  if (length === 0 && set.name === '') button.replaceChildren('Build a set');
  else button.replaceChildren('Add to ', element('bdi', {}, draftName(set)), ` (${length})`);
}
