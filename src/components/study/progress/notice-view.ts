import { html, nothing, type TemplateResult } from 'lit-html';

/** What came of something that the reader did, told beside the button. */
export interface Notice {
  /** `told` is a trouble that the top of the page announces too. */
  readonly tone: 'good' | 'trouble' | 'told';
  readonly text: string;
  /** A way back, if there is one. */
  readonly undo?: { readonly label: string; readonly run: () => void } | undefined;
}

/** The place for a notice; its live regions are there before there is something to tell. */
export function noticeView(id: string, notice: Notice | undefined): TemplateResult {
  const told = (tone: Notice['tone'], look: string): TemplateResult | typeof nothing =>
    notice?.tone === tone ? html`<p class=${look}>${notice.text}</p>` : nothing;
  return html`<div id=${id} class="notice" tabindex="-1">
    <div role="status">${told('good', 'good')}</div>
    <div role="alert">${told('trouble', 'trouble')}</div>
    ${told('told', 'trouble')}
    ${
      notice?.undo === undefined
        ? nothing
        : html`<button type="button" @click=${notice.undo.run}>${notice.undo.label}</button>`
    }
  </div>`;
}
