import { html, nothing, render, type TemplateResult } from 'lit-html';
import {
  makeOfflineCopy,
  type OfflineCopy,
  offlineCopy,
  removeOfflineCopy,
} from '../../browser/offline-copy.ts';
import { sizeText } from '../../domain/export/size-text.ts';

/** What goes on when the reader has pressed a button. */
interface Work {
  /** Said while it goes on. */
  readonly text: string;
  readonly run: (base: string) => Promise<void>;
}

const making: Work = { text: 'Fetching the guide …', run: makeOfflineCopy };
const removing: Work = { text: 'Removing …', run: removeOfflineCopy };

/** Says what of the guide is kept for reading offline, and removes it or fetches it again. */
export class OfflineControlElement extends HTMLElement {
  #copy: OfflineCopy | undefined;
  /** What is going on or has failed; undefined: the state speaks for itself. */
  #said: string | undefined;
  /** Counting what is kept; while it goes on nothing may be removed: it would be made anew. */
  #looking: Promise<void> = Promise.resolve();

  connectedCallback(): void {
    void this.#look();
    // The first visit may be to this page: then the guide arrives while it is open.
    void navigator.serviceWorker?.ready.then(() => this.#look());
  }

  /** One look after the other. */
  #look(): Promise<void> {
    this.#looking = this.#looking.then(async () => {
      this.#copy = await offlineCopy(this.#base);
      this.#show();
    });
    return this.#looking;
  }

  async #work({ text, run }: Work): Promise<void> {
    this.#said = text;
    this.#show();
    await this.#looking;
    try {
      await run(this.#base);
      this.#said = undefined;
    } catch (error) {
      this.#said = `The browser refused: ${error instanceof Error ? error.message : error}`;
    }
    await this.#look();
  }

  #show(): void {
    if (this.#copy === undefined) return;
    const { state, bytes } = this.#copy;
    render(
      html`<div class="panel stack">
        <p role="status" class="state">${this.#said ?? stateText(this.#copy)}</p>
        <div class="row">
          ${bytes > 0 || state === 'kept' ? this.#button('Remove it from this device', removing) : nothing}
          ${state === 'off' ? this.#button('Make the guide available offline', making) : nothing}
        </div>
      </div>`,
      this,
    );
  }

  #button(label: string, work: Work): TemplateResult {
    return html`<button type="button" @click=${() => void this.#work(work)}>${label}</button>`;
  }

  get #base(): string {
    return this.dataset['base'] ?? '/';
  }
}

function stateText({ state, bytes }: OfflineCopy): string {
  const size = sizeText(bytes);
  switch (state) {
    case 'impossible':
      return 'This browser keeps no pages for reading offline, or not in this window.';
    case 'off':
      return bytes > 0
        ? `Not all of it is removed yet: ${size}.`
        : 'Nothing is kept: you turned it off.';
    case 'arriving':
      return 'The guide is not on this device yet. It is fetched some seconds after you begin to read.';
    case 'kept':
      return `The guide is on this device: ${size}.`;
  }
}
