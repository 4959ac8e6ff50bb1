import { html, type TemplateResult } from 'lit-html';

/** A second step before something is lost or ended. */
export interface Confirmation {
  readonly question: string;
  readonly yes: string;
  readonly no: string;
}

/** Asks once more; the safe answer comes first and gets the focus. */
export function confirmView(
  { question, yes, no }: Confirmation,
  actions: { readonly confirm: () => void; readonly cancel: () => void },
): TemplateResult {
  return html`<div class="confirm panel stack" role="group" aria-label=${question}>
    <p>${question}</p>
    <div class="row">
      <button type="button" @click=${actions.cancel}>${no}</button>
      <button type="button" @click=${actions.confirm}>${yes}</button>
    </div>
  </div>`;
}
