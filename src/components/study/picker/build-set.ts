import { readStorage } from '../../../browser/local-storage.ts';
import { onStorageChange } from '../../../browser/storage-sync.ts';
import { element } from '../../button.ts';

const buildSet = 'Build a set';

/**
 * The button above question lists that lets the reader select questions for a set. Its label is
 * "Build a set" or, if a set is being built, "Add to" with the set's name and number of questions.
 * The code for sets loads only if there is a set, and the code for selecting loads when the button
 * is pressed.
 */
export class BuildSetElement extends HTMLElement {
  #stop: AbortController | undefined;
  #picking: AbortController | undefined;
  #isBroken = false;

  connectedCallback(): void {
    const button = this.querySelector('button');
    if (button === null) return;
    this.#stop = new AbortController();
    button.onclick = () => void this.#toggle(button);
    const show = () => void this.#showLabel(button);
    onStorageChange('guide-set', show, this.#stop.signal);
    show();
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
      void this.#showLabel(button);
    });
    try {
      const { pickQuestions } = await import('./pick-questions.ts');
      await pickQuestions(this, picking);
    } catch {
      this.#isBroken = true;
      picking.abort();
    }
  }

  async #showLabel(button: HTMLButtonElement): Promise<void> {
    const label = await draftLabel().catch(() => [buildSet]);
    // If a script fails to load, browsers don't request it again until the page is reloaded.
    if (this.#isBroken) button.replaceChildren('Couldn’t load. Reload the page.');
    else button.replaceChildren(...label);
  }
}

async function draftLabel(): Promise<(string | Node)[]> {
  const link = readStorage('guide-set') ?? '';
  if (link === '') return [buildSet];
  const { draftName, peekAtSet } = await import('../../../domain/study-set/set-link.ts');
  const set = peekAtSet(link);
  const { length } = set.all;
  if (length === 0 && set.name === '') return [buildSet];
  return ['Add to ', element('bdi', {}, draftName(set)), ` (${length})`];
}
