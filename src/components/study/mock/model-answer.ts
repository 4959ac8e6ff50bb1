import { html, nothing, render } from 'lit-html';
import { QuestionParts } from '../../../browser/question-parts.ts';
import type { Result } from '../../../lib/result.ts';

/**
 * The model answer of a question, folded; it is taken from the question's page (`data-page`) when
 * it is first opened.
 */
class ModelAnswerElement extends HTMLElement {
  #isAsked = false;
  #parts: Result<QuestionParts> | undefined;

  connectedCallback(): void {
    this.#update();
  }

  #onToggle({ target }: Event): void {
    if ((target as HTMLDetailsElement).open && !this.#isAsked) void this.#load();
  }

  async #load(): Promise<void> {
    this.#isAsked = true;
    this.#parts = undefined;
    this.#update();
    this.#parts = await QuestionParts.fetch(this.dataset['page'] ?? '');
    this.#update();
  }

  #update(): void {
    render(
      html`<details class="panel" @toggle=${(event: Event) => this.#onToggle(event)}>
        <summary><h3>Model answer</h3></summary>
        <div class="prose">${this.#content()}</div>
      </details>`,
      this,
    );
  }

  #content(): unknown {
    if (!this.#isAsked) return nothing;
    if (this.#parts === undefined) return html`<p role="status">Loading the model answer…</p>`;
    if ('value' in this.#parts) return this.#parts.value.part('answer');
    return html`<div class="warning stack" role="alert">
      <p>${this.#parts.problem}</p>
      <p><button type="button" @click=${() => void this.#load()}>Try again</button></p>
    </div>`;
  }
}

if (customElements.get('model-answer') === undefined) {
  customElements.define('model-answer', ModelAnswerElement);
}
