import { html, nothing, type TemplateResult } from 'lit-html';
import '../base/copy-text-element.ts';

/** How well something is kept on the device; a `KeptState` is one. */
export interface Keeping {
  readonly unreadable: { readonly text: string; readonly problem: string } | undefined;
  readonly isRefused: boolean;
}

/** Says what could not be kept or read; nothing if all is well. */
export function keptView({ unreadable, isRefused }: Keeping): TemplateResult | typeof nothing {
  if (unreadable !== undefined) {
    return html`<div class="trouble stack">
      <p>
        ${unreadable.problem} It stays on this device until you begin something new. You can copy it
        to keep it.
      </p>
      <copy-text data-text=${unreadable.text} data-label="Copy what was kept"></copy-text>
    </div>`;
  }
  return isRefused
    ? html`<p class="trouble">
        This browser does not keep what you do here. Go on, but don’t close or reload this page.
      </p>`
    : nothing;
}
