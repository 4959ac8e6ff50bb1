import { html, type TemplateResult } from 'lit-html';
import type { SnapshotEntry } from '../../../browser/store.ts';
import { counted, momentText } from '../base/format.ts';
import type { StudyHost } from '../base/study-element.ts';
import type { Keeping } from './keeping.ts';
import { snapshotWords } from './progress-text.ts';

/** The snapshots, each with a button that restores it. */
export function snapshotsView(keeping: Keeping, host: StudyHost): TemplateResult {
  const { snapshots } = keeping;
  return html`<h3>Snapshots</h3>
    <p class="note">
      Saved automatically before an import, a reset, or a guide update. We keep the last five.
    </p>
    ${
      snapshots.length === 0
        ? html`<p>No snapshots yet. The first one is saved before your next import or reset.</p>`
        : html`<ul class="plain lines snapshots">
              ${snapshots.map((entry) => entryView(entry, keeping))}
            </ul>
            <div class="row">
              <button type="button" @click=${() => void keeping.clearSnapshots()}>
                Delete snapshots…
              </button>
            </div>`
    }
    ${host.noticeAt('snapshots')}`;
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
