import { html, nothing } from 'lit-html';
import type { StorageState } from '../../../browser/store-persistence.ts';
import { rejectedLine, storeLabels } from '../../../domain/progress/import-report.ts';
import { countRecords, storeNames } from '../../../domain/progress/progress-lists.ts';
import type { Progress, Rejected } from '../../../domain/progress/records.ts';
import { sizeText } from '../../../domain/words/size-text.ts';
import { counted, momentText } from '../base/format.ts';
import type { Backups } from './backups.ts';
import type { ProgressPage } from './progress-page.ts';

export function dataView(room: ProgressPage) {
  const { progress } = room.context.model;
  return html`<p>
      We save your work in this browser, on this device, and nowhere else. No one else can see it, and
      no one can recover it for you.
    </p>
    ${countRecords(progress) === 0 ? nothing : countsView(progress)} ${storageView(room)}
    ${exportView(room)} ${importView(room)} ${unreadableView(room)}
    <h3>Reset</h3>
    <div class="row">
      <button type="button" @click=${() => void room.backups.reset()}>Reset…</button>
      <span class="note">We’ll ask you first.</span>
    </div>
    ${room.noticeAt('reset')}`;
}

function countsView(progress: Progress) {
  const names = storeNames.filter((name) => name !== 'settings');
  return html`<dl class="counts">
    ${names.map(
      (name) => html`<div>
        <dt>${storeLabels[name]}</dt>
        <dd>${progress[name].length}</dd>
      </div>`,
    )}
  </dl>`;
}

function storageView(room: ProgressPage) {
  const { backups } = room;
  return html`<h3>Storage</h3>
    ${backups.storage && stateView(backups.storage, backups)}
    ${room.noticeAt('storage')}
    <p class="note">
      Safari deletes a site’s data after seven days of browsing without a visit, unless you add the
      site to your home screen. Private windows delete everything when you close them. An exported
      file is safe from both.
    </p>`;
}

function stateView(storage: StorageState, backups: Backups) {
  const ask = html`<div class="row">
    <button type="button" @click=${() => void backups.requestPersistence()}>
      Ask the browser to keep my data
    </button>
  </div>`;
  return html`<p>${promiseText(storage)} ${roomText(storage)}</p>
    ${storage.isPersisted === false && storage.canAsk ? ask : nothing}`;
}

function promiseText({ isPersisted, asked }: StorageState): string {
  if (isPersisted === null) return 'This browser doesn’t say how long it keeps your data.';
  if (isPersisted) return 'This browser keeps your data until you delete it.';
  const was =
    asked === null ? '' : ` We last asked it on ${momentText(asked.at)} to keep your data.`;
  return `This browser may delete your data if the device runs low on space.${was}`;
}

function roomText({ usage, quota }: StorageState): string {
  if (usage === null) return '';
  const used = `The guide uses ${sizeText(usage)}`;
  return quota === null ? `${used}.` : `${used} of the ${sizeText(quota)} that it can use.`;
}

function unreadableView(room: ProgressPage) {
  const { backups, context } = room;
  const { unreadable } = context.model;
  const notice = room.noticeAt('unreadable');
  if (unreadable.length === 0) return notice;
  return html`<h3>Unreadable records</h3>
    <p>
      This version of the guide can’t read ${counted(unreadable.length, 'saved record')}. Everything
      else is safe. A later version may be able to read more, so unreadable records stay where they
      are. They aren’t part of an export. Download them to import that file later.
    </p>
    ${rejectedView(unreadable)}
    <div class="row">
      <button type="button" @click=${() => backups.downloadUnreadable()}>Download records</button>
      <button type="button" @click=${() => void backups.deleteUnreadable()}>Delete records…</button>
    </div>
    ${notice}`;
}

const maxListed = 20;

function rejectedView(records: readonly Rejected[]) {
  const more = html`<li>And ${records.length - maxListed} more.</li>`;
  return html`<ul class="plain lines rejected">
    ${records.slice(0, maxListed).map((record) => html`<li>${rejectedLine(record)}</li>`)}
    ${records.length > maxListed ? more : nothing}
  </ul>`;
}

function exportView(room: ProgressPage) {
  const { backups, context } = room;
  const { lastExport } = backups;
  const since = context.model.progress.reviews.filter(({ at }) => at > (lastExport ?? 0)).length;
  const last = html`<span class="note">
    Last export: ${momentText(lastExport ?? 0)}, ${counted(since, 'answer')} since
  </span>`;
  return html`<h3>Export</h3>
    <p>One file with everything, as a backup or for another device.</p>
    <div class="row">
      <button type="button" @click=${() => backups.exportFile()}>Export to a file</button>
      ${lastExport === null ? nothing : last}
    </div>
    ${room.noticeAt('export')}`;
}

function importView(room: ProgressPage) {
  const { backups } = room;
  const { rejected } = backups;
  const open = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file !== undefined) void backups.importFile(file);
  };
  const onChange = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    open(input.files);
    // After this, the reader can choose the same file again.
    input.value = '';
  };
  const leftOut = html`<p>${counted(rejected.length, 'record')} in the file can’t be read:</p>
    ${rejectedView(rejected)}`;
  const onDrag = (event: DragEvent) => event.preventDefault();
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    open(event.dataTransfer?.files);
  };
  return html`<h3>Import</h3>
    <div class="panel stack" @dragover=${onDrag} @drop=${onDrop}>
      <label class="field">
        Choose an exported file, or drop it here
        <input id="import-file" type="file" accept=".json,application/json" @change=${onChange} />
      </label>
      <p class="note">
        Its records are added to yours. If you have a different version of a record, the newer one
        stays.
      </p>
      ${room.noticeAt('import')}
      ${rejected.length === 0 ? nothing : leftOut}
    </div>`;
}
