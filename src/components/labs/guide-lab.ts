/**
 * A lab on a page. Its code is loaded when the reader first touches it, or at once if the address
 * is a link to it: pages that are only read load none.
 */
export class GuideLabElement extends HTMLElement {
  #stop: AbortController | undefined;
  #isLoading = false;
  /** What was pressed or moved last before the code had come. */
  #touched: EventTarget | null = null;

  connectedCallback(): void {
    this.#stop = new AbortController();
    const { signal } = this.#stop;
    const form = this.querySelector('form');
    if (form) form.hidden = false;
    this.addEventListener('focusin', () => void this.#load(signal));
    const touch = ({ target }: Event): void => {
      this.#touched = target;
      void this.#load(signal);
    };
    this.onclick = touch;
    this.oninput = touch;
    addEventListener('hashchange', () => this.#followLink(signal), { signal });
    this.#followLink(signal);
  }

  disconnectedCallback(): void {
    this.#stop?.abort();
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
      // What was typed or pressed while the code was on its way counts.
      await runLab(this, this.dataset['lab'] ?? '', signal, () => this.#touched);
    } catch {
      this.#isLoading = false;
      const said = this.querySelector('[data-said]');
      if (said) said.textContent = 'The lab did not load. Try again.';
    }
  }
}
