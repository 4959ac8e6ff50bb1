import { shortcutsEnabled } from '../keys/shortcuts-enabled.ts';
import { fetchIndex, type Loaded, loadSearch } from './load-search.ts';

interface Prepared {
  readonly dialog: Promise<typeof import('./search-dialog.ts')>;
  readonly loaded: Promise<Loaded>;
}

/**
 * The search link in the header. With JavaScript, it opens a dialog, as do Ctrl+K, ⌘K, and "/". The
 * dialog appears even while the search engine is still loading.
 */
export class SiteSearchElement extends HTMLElement {
  #prepared: Prepared | undefined;
  /** What the reader has typed while the dialog is loading. Undefined when nothing is loading. */
  #typed: string | undefined;

  connectedCallback(): void {
    const link = this.querySelector('a');
    if (link === null) return;
    link.ariaHasPopup = 'dialog';
    link.onclick = (event) => {
      // If a modifier key is pressed, a click opens the search page in a new tab or window, as with
      // any link.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void this.#open();
    };
    link.onpointerenter = () => this.#prepare();
    document.addEventListener('keydown', (event) => this.#onKey(event));
  }

  #onKey(event: KeyboardEvent): void {
    const { key, ctrlKey, metaKey } = event;
    if (event.defaultPrevented) return;
    // Ctrl+K and ⌘K open search anywhere. The browser's own shortcuts, such as Ctrl+R, don't count
    // as text.
    const isCommand = ctrlKey || metaKey;
    if (this.#typed !== undefined && !isCommand && key.length === 1) this.#typed += key;
    else if (isCommand ? /^k$/i.test(key) : key === '/' && shortcutsEnabled(event))
      void this.#open();
    else return;
    event.preventDefault();
  }

  /**
   * When the reader is about to search, starts loading the code and the index. The index and the
   * dialog are requested before the engine's code, because over HTTP/1.1, browsers send at most six
   * requests at once.
   */
  #prepare(): Prepared {
    if (this.#prepared === undefined) {
      const index = fetchIndex();
      const dialog = import('./search-dialog.ts');
      this.#prepared = { dialog, loaded: loadSearch(index) };
      // Whatever awaits these promises reports their failures.
      void Promise.allSettled([dialog, this.#prepared.loaded]);
    }
    return this.#prepared;
  }

  async #open(): Promise<void> {
    // The reader pressed the key again while the dialog was loading.
    if (this.#typed !== undefined) return;
    this.#typed = '';
    const { dialog, loaded } = this.#prepare();
    try {
      const { openSearchDialog } = await dialog;
      openSearchDialog(loaded, this.#typed);
    } catch {
      // If the dialog can't load, the search page reports the problem.
      location.assign(`${import.meta.env.BASE_URL}search/`);
    } finally {
      this.#typed = undefined;
    }
  }
}
