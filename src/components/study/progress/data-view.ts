import { html, nothing, type TemplateResult } from 'lit-html';
import { storeLabels } from '../../../domain/progress/preview-sentences.ts';
import { countRecords, storeNames } from '../../../domain/progress/progress-lists.ts';
import type { Progress } from '../../../domain/progress/records.ts';
import type { Keeping } from './keeping.ts';
import { noticeView, type Told } from './notice-view.ts';
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

/** The reader's data: where it is, how to move it, the ways back, and how to be rid of it. */
export function dataView(
  progress: Progress,
  { keeping, transfer, reset }: DataControls,
  told: Told | undefined,
): TemplateResult {
  return html`<section class="stack" aria-labelledby="your-data">
    <h2 id="your-data" tabindex="-1">Your data</h2>
    <p>
      All of it is kept in this browser, on this device, and nowhere else. Nobody else sees it, and
      nobody can bring it back for you.
    </p>
    ${countRecords(progress) === 0 ? nothing : countsView(progress)} ${storageView(keeping, told)}
    ${exportView(transfer, progress, told)} ${importView(transfer, told)} ${snapshotsView(keeping, told)}
    ${setAsideView(keeping, told)}
    <h3>Start over</h3>
    <div class="row">
      <button type="button" @click=${() => reset.ask()}>Reset …</button>
      <span class="note">You are asked first.</span>
    </div>
    ${noticeView('reset', told)}
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
