import { html, type TemplateResult } from 'lit-html';

/** A question before something is done that is hard to undo. */
export interface Confirmation {
  readonly title: string;
  /** What would happen, one paragraph each. */
  readonly sentences: readonly string[];
  /** Labels of the buttons, beside Cancel. */
  readonly choices: readonly string[];
}

/** The dialog that asks. @param answer called with the label chosen; undefined if it was canceled */
export function confirmDialog(
  { title, sentences, choices }: Confirmation,
  answer: (choice: string | undefined) => void,
): TemplateResult {
  const close = ({ currentTarget }: Event): void =>
    answer((currentTarget as HTMLDialogElement).returnValue || undefined);
  return html`<dialog class="confirm" aria-labelledby="confirm-title" @close=${close}>
    <form method="dialog" class="stack">
      <h2 id="confirm-title">${title}</h2>
      ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
      <div class="row">
        ${choices.map((choice) => html`<button value=${choice}>${choice}</button>`)}
        <button value="" class="quiet" autofocus>Cancel</button>
      </div>
    </form>
  </dialog>`;
}
