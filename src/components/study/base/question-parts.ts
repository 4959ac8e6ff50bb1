import { html, nothing, render } from 'lit-html';
import { keyed } from 'lit-html/directives/keyed.js';
import { QuestionParts } from '../../../browser/question-parts.ts';
import { type AnyPartId, partById } from '../../../domain/guide/parts.ts';

/**
 * Shows parts of a question's page as rows that unfold. `data-page` is the page's address, and
 * `data-parts` lists the part ids.
 */
class QuestionPartsElement extends HTMLElement {
  connectedCallback(): void {
    void this.#load();
  }

  async #load(): Promise<void> {
    render(html`<p role="status">Loading this question’s parts…</p>`, this);
    const parts = await QuestionParts.fetch(this.dataset['page'] ?? '');
    const again = () => void this.#load();
    if ('problem' in parts) {
      render(
        html`<div class="warning stack" role="alert">
          <p>${parts.problem}</p>
          <p><button type="button" @click=${again}>Try again</button></p>
        </div>`,
        this,
      );
      return;
    }
    const ids = (this.dataset['parts'] ?? '').split(' ') as AnyPartId[];
    render(
      html`<div class="rows">${ids.map((id) => partView(id, parts.value.part(id)))}</div>`,
      this,
    );
  }
}

function partView(id: AnyPartId, content: DocumentFragment | undefined) {
  if (content === undefined) return nothing;
  const { label, note } = partById(id);
  // Beside the rubric, there is room for the hint. On phones, it would push the scores off the
  // screen.
  const isOpen = id === 'hint' && matchMedia('(min-width: 64rem)').matches;
  return html`<details class="part" ?open=${isOpen}>
    <summary>
      <div>
        <h3>${label}</h3>
        <small>${note}</small>
      </div>
    </summary>
    <div class="prose">${content}</div>
  </details>`;
}

customElements.define('question-parts', QuestionPartsElement);

export function questionParts(page: string, ...ids: readonly AnyPartId[]) {
  return keyed(
    page,
    html`<question-parts data-page=${page} data-parts=${ids.join(' ')}></question-parts>`,
  );
}
