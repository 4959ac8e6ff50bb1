/**
 * The search link in the header. With scripts it opens a dialog, as do Ctrl+K, ⌘K and "/";
 * the dialog's code and the search engine are loaded at that moment.
 */
export class SiteSearchElement extends HTMLElement {
  #stop: AbortController | undefined;

  connectedCallback(): void {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const link = this.querySelector('a');
    const keys = this.querySelector('kbd');
    if (keys) {
      keys.hidden = false;
      if (/Mac|iPhone|iPad/.test(navigator.platform)) keys.textContent = '⌘ K';
    }
    link?.setAttribute('aria-haspopup', 'dialog');
    link?.setAttribute('aria-keyshortcuts', 'Control+K Meta+K /');
    link?.addEventListener(
      'click',
      (event) => {
        // A modified click opens the search page elsewhere, as any link does.
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        void this.#open();
      },
      { signal },
    );
    document.addEventListener('keydown', (event) => this.#onKey(event), { signal });
  }

  disconnectedCallback(): void {
    this.#stop?.abort();
  }

  #onKey(event: KeyboardEvent): void {
    const isShortcut = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !isTyping(event);
    if (event.defaultPrevented || (!isShortcut && !isSlash)) return;
    event.preventDefault();
    void this.#open();
  }

  async #open(): Promise<void> {
    const { bundle = '', page = '' } = this.dataset;
    try {
      const { openSearchDialog } = await import('./search-dialog.ts');
      openSearchDialog({ bundle, page });
    } catch {
      // The dialog can't be loaded: the search page says what is wrong.
      location.assign(page);
    }
  }
}

function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
