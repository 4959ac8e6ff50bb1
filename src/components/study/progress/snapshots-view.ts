import { html, type TemplateResult } from 'lit-html';
import type { SnapshotEntry } from '../../../browser/store.ts';
import { counted, momentText } from '../base/format.ts';
import type { Keeping } from './keeping.ts';
import { noticeView, type Told } from './notice-view.ts';
import { snapshotWords } from './progress-text.ts';

/** The snapshots, each with a way back to it. */
export function snapshotsView(keeping: Keeping, told: Told | undefined): TemplateResult {
  const { snapshots } = keeping;
  return html`<h3>Snapshots</h3>
    <p class="note">
      Made by themselves before an import, a reset or an update of the guide changes much at once.
      The last five are kept.
    </p>
    ${
      snapshots.length === 0
        ? html`<p>There are none yet.</p>`
        : html`<ul class="plain lines snapshots">
              ${snapshots.map((entry) => entryView(entry, keeping))}
            </ul>
            <div class="row">
              <button type="button" @click=${() => keeping.askToClearSnapshots()}>
                Delete the snapshots …
              </button>
            </div>`
    }
    ${noticeView('snapshots', told)}`;
}

function entryView(entry: SnapshotEntry, keeping: Keeping): TemplateResult {
  const { id, at, reason, count } = entry;
  return html`<li class="apart">
    <span id="snapshot-${id}">
      ${snapshotWords[reason]}
      <span class="note facts-line">${momentText(at)} · ${counted(count, 'record')}</span>
    </span>
    <button
      type="button"
      aria-describedby="snapshot-${id}"
      @click=${() => void keeping.restore(entry)}
    >
      Restore
    </button>
  </li>`;
}
