import { html, nothing, type TemplateResult } from 'lit-html';
import { storeLabels } from '../../../domain/progress/preview-sentences.ts';
import { countRecords, storeNames } from '../../../domain/progress/progress-lists.ts';
import type { Progress } from '../../../domain/progress/records.ts';
import type { StudyHost } from '../base/study-element.ts';
import type { Keeping } from './keeping.ts';
import type { ResetControl } from './reset-control.ts';
import { setAsideView } from './set-aside-view.ts';
import { snapshotsView } from './snapshots-view.ts';
import { storageView } from './storage-view.ts';
import type { Transfer } from './transfer.ts';
import { exportView, importView } from './transfer-view.ts';

/** What acts on the reader's data. */
export interface DataControls {
  readonly keeping: Keeping;
  readonly transfer: Transfer;
  readonly reset: ResetControl;
}

/** The reader's data: where it is, how to move it, restore it, and delete it. */
export function dataView(
  progress: Progress,
  { keeping, transfer, reset }: DataControls,
  host: StudyHost,
): TemplateResult {
  return html`<section class="stack" aria-labelledby="your-data">
    <h2 id="your-data" tabindex="-1">Your data</h2>
    <p>
      We save your work in this browser, on this device, and nowhere else. No one else can see it, and
      no one can recover it for you.
    </p>
    ${countRecords(progress) === 0 ? nothing : countsView(progress)} ${storageView(keeping, host)}
    ${exportView(transfer, progress, host)} ${importView(transfer, host)}
    ${snapshotsView(keeping, host)}
    ${setAsideView(keeping, host)}
    <h3>Reset</h3>
    <div class="row">
      <button type="button" @click=${() => void reset.ask()}>Reset…</button>
      <span class="note">We ask you first.</span>
    </div>
    ${host.noticeAt('reset')}
  </section>`;
}

function countsView(progress: Progress): TemplateResult {
  return html`<dl class="counts">
    ${storeNames
      .filter((name) => name !== 'settings')
      .map(
        (name) =>
          html`<div>
            <dt>${storeLabels[name]}</dt>
            <dd>${progress[name].length}</dd>
          </div>`,
      )}
  </dl>`;
}
