/**
 * A lab on a page. Its code is loaded when the reader first touches it, or at once if the address
 * is a link to it: pages that are only read load none.
 */
export class GuideLabElement extends HTMLElement {
  #stop: AbortController | undefined;
  #isLoading = false;
  /** What a button set that was pressed before the code had come. */
  #pressed: string | undefined;
  #wantsCopy = false;

  connectedCallback(): void {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const form = this.querySelector('form');
    if (form) form.hidden = false;
    for (const event of ['pointerdown', 'focusin', 'input']) {
      this.addEventListener(event, () => void this.#load(signal), { signal });
    }
    this.addEventListener('click', ({ target }) => this.#remember(target), { signal });
    window.addEventListener('hashchange', () => this.#followLink(signal), { signal });
    this.#followLink(signal);
  }

  disconnectedCallback(): void {
    this.#stop?.abort();
  }

  #remember(target: EventTarget | null): void {
    if (this.dataset['ready'] !== undefined || !(target instanceof Element)) return;
    this.#pressed = target.closest<HTMLElement>('[data-set]')?.dataset['set'] ?? this.#pressed;
    this.#wantsCopy ||= target.closest('[data-copy]') !== null;
  }

  #followLink(signal: AbortSignal): void {
    if (!location.hash.startsWith(`#lab-${this.dataset['lab']}?`)) return;
    this.closest('details')?.toggleAttribute('open', true);
    this.scrollIntoView();
    void this.#load(signal);
  }

  async #load(signal: AbortSignal): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      const { runLab } = await import('./lab-runner.ts');
      const runner = await runLab(this, this.dataset['lab'] ?? '', signal);
      if (runner === undefined || signal.aborted) return;
      // What was typed or pressed while the code was on its way counts.
      runner.start();
      if (this.#pressed !== undefined) runner.press(this.#pressed);
      if (this.#wantsCopy) void runner.copy();
      this.dataset['ready'] = '';
    } catch {
      this.#isLoading = false;
      const said = this.querySelector('[data-said]');
      if (said)
        said.textContent = 'The lab could not be loaded. Check the connection and try again.';
    }
  }
}
