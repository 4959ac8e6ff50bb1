import '../../copy-text/copy-text-element.ts';
import { html } from 'lit-html';

interface Unreadable {
  readonly problem: string;
  /** The stored text, unchanged. */
  readonly text: string;
}

/** Says what can't be opened, and offers the raw data, so that nothing is lost. */
export function unreadableView(message: string, { problem, text }: Unreadable) {
  return html`<div class="trouble stack">
    <p>${message}</p>
    <details>
      <summary>Details</summary>
      <p>${problem}</p>
    </details>
    <copy-text data-text=${text} data-label="Copy raw data"></copy-text>
  </div>`;
}
