import { html, type nothing, render, type TemplateResult } from 'lit-html';
import { openStudy, type StudyContext } from './study-context.ts';
import { troubleView } from './trouble-view.ts';

/**
 * An element that shows something of the reader's study. Its server HTML, useful without
 * scripts, is replaced once the data is there; what is shown follows from the state alone and is
 * drawn again by `update`.
 */
export abstract class StudyElement extends HTMLElement {
  #stop: AbortController | undefined;
  #context: StudyContext | undefined;
  #root: HTMLElement | undefined;

  connectedCallback(): void {
    this.#stop = new AbortController();
    void this.#open(this.#stop.signal);
  }

  disconnectedCallback(): void {
    this.#stop?.abort();
    this.#context?.model.store.close();
  }

  /** Sets up the element's own state and listeners, once; may wait. */
  protected start(_context: StudyContext, _signal: AbortSignal): void | Promise<void> {}

  /** What is shown. Pure: it follows from the state. */
  protected abstract view(context: StudyContext): TemplateResult | typeof nothing;

  /** Draws what is shown anew. */
  protected update(): void {
    if (this.#context === undefined || this.#root === undefined) return;
    const { model, paths } = this.#context;
    render(html`${troubleView(model, paths)}${this.view(this.#context)}`, this.#root);
  }

  async #open(signal: AbortSignal): Promise<void> {
    const opened = await openStudy(this.dataset['base'] ?? '/');
    if (signal.aborted) return;
    const root = document.createElement('div');
    // Starlight's styles for prose space out whatever follows something else, buttons too.
    root.className = 'study not-content';
    if ('problem' in opened) {
      render(html`<p role="alert" class="trouble">${opened.problem}</p>`, root);
      this.prepend(root);
      return;
    }
    this.#context = opened.value;
    await this.start(opened.value, signal);
    if (signal.aborted) return;
    this.#root = root;
    this.update();
    this.replaceChildren(root);
    this.dataset['ready'] = '';
    opened.value.model.addEventListener('change', () => this.update(), { signal });
  }
}
