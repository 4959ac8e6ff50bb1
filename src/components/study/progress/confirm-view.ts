import { html, nothing, type TemplateResult } from 'lit-html';

/** A question that the reader answers by a choice or by leaving everything as it is. */
export interface Confirmation {
  readonly title: string;
  /** What would happen, one paragraph each. */
  readonly sentences: readonly string[];
  readonly choices: readonly { readonly label: string; readonly run: () => void }[];
}

/** The dialog that asks; `onClose` is called however it is closed. */
export function confirmView(
  question: Confirmation | undefined,
  onClose: () => void,
): TemplateResult {
  return html`<dialog aria-labelledby="confirm-title" @close=${onClose}>
    ${question === undefined ? nothing : questionView(question)}
  </dialog>`;
}

function questionView({ title, sentences, choices }: Confirmation): TemplateResult {
  return html`<form method="dialog" class="stack">
    <h2 id="confirm-title">${title}</h2>
    ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
    <div class="row">
      ${choices.map(({ label, run }) => html`<button @click=${run}>${label}</button>`)}
      <button class="quiet" autofocus>Cancel</button>
    </div>
  </form>`;
}
