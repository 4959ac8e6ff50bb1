import { html, nothing } from 'lit-html';
import '../../copy-text/copy-text.ts';
import type { PersistedState } from '../../../browser/persisted-state.ts';

type Stored = Pick<PersistedState<unknown>, 'unreadable' | 'isRefused'>;

/** @param name what is saved there, such as "scorecard" */
export function storageView(name: string, { unreadable, isRefused }: Stored) {
  if (unreadable !== undefined) {
    return html`<div class="trouble stack">
      <p>
        We couldn’t open your ${name}. It stays on this device until you start something new. To keep
        it, copy the raw data.
      </p>
      <details>
        <summary>Details</summary>
        <p>${unreadable.problem}</p>
      </details>
      <copy-text data-text=${unreadable.text} data-label="Copy raw data"></copy-text>
    </div>`;
  }
  return isRefused
    ? html`<p class="trouble">
        This browser can’t save your work. Go ahead, but don’t close or reload this page.
      </p>`
    : nothing;
}
