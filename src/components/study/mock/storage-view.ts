import { html, nothing, type TemplateResult } from 'lit-html';
import '../base/copy-text.ts';

interface Stored {
  readonly unreadable: { readonly text: string; readonly problem: string } | undefined;
  readonly isRefused: boolean;
}

export function storageView({ unreadable, isRefused }: Stored): TemplateResult | typeof nothing {
  if (unreadable !== undefined) {
    return html`<div class="trouble stack">
      <p>
        ${unreadable.problem} It stays on this device until you start something new. You can copy
        the raw data to keep it.
      </p>
      <copy-text data-text=${unreadable.text} data-label="Copy raw data"></copy-text>
    </div>`;
  }
  return isRefused
    ? html`<p class="trouble">
        This browser can’t save your work. Go ahead, but don’t close or reload this page.
      </p>`
    : nothing;
}
