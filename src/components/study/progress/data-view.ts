import { html, nothing } from 'lit-html';
import { rejectedLine } from '../../../domain/progress/import-report.ts';
import { countRecords } from '../../../domain/progress/record-lists.ts';
import type { Rejected } from '../../../domain/progress/records.ts';
import { foldedList } from '../base/folded-list.ts';
import { counted, momentText } from '../base/format.ts';
import type { ProgressPage } from './progress-page.ts';

export function dataView(room: ProgressPage) {
  return html`<p>
      We save your work in this browser, on this device, and nowhere else. No one else can see it, and
      no one can recover it for you.
    </p>
    ${storageView(room)} ${exportView(room)} ${importView(room)} ${unreadableView(room)}
    <h3>Delete</h3>
    <div class="row">
      <button type="button" @click=${() => void room.backups.deleteAll()}>Delete all data…</button>
      <span class="note">We’ll ask you first.</span>
    </div>
    ${room.noticeAt('delete')}`;
}

function storageView(room: ProgressPage) {
  const { isPersisted } = room.backups;
  const ask = html`<div class="row">
    <button type="button" @click=${() => void room.backups.requestPersistence()}>
      Ask the browser to keep my data
    </button>
  </div>`;
  const promise =
    isPersisted === true
      ? 'This browser keeps your data until you delete it.'
      : 'This browser may delete your data if the device runs low on space.';
  return html`<h3>Storage</h3>
    <p>${promise}</p>
    ${isPersisted === false ? ask : nothing} ${room.noticeAt('storage')}
    <p class="note">
      Safari deletes a site’s data after seven days of browsing without a visit, unless you add the
      site to your home screen. Private windows delete everything when you close them. An exported
      file is safe from both.
    </p>`;
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
  const view = (record: Rejected) => html`<li>${rejectedLine(record)}</li>`;
  return foldedList(records, maxListed, view, { look: 'lines rejected', noun: 'more record' });
}

function exportView(room: ProgressPage) {
  const { backups, context } = room;
  const { lastExport } = backups;
  const records = `all your records (${countRecords(context.model.progress)})`;
  const since = context.model.progress.reviews.filter(({ at }) => at > (lastExport ?? 0)).length;
  const last = html`<span class="note">
    Last export: ${momentText(lastExport ?? 0)}, ${counted(since, 'answer')} since
  </span>`;
  return html`<h3>Export</h3>
    <p>One file with ${records}, as a backup or for another device.</p>
    <div class="row">
      <button type="button" @click=${() => void backups.exportFile()}>Export to a file</button>
      ${lastExport === null ? nothing : last}
    </div>
    ${room.noticeAt('export')}`;
}

function importView(room: ProgressPage) {
  const { backups } = room;
  const { rejected } = backups;
  const onChange = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    const file = input.files?.[0];
    if (file !== undefined) void backups.importFile(file);
    // Clearing the field lets the reader choose the same file again.
    input.value = '';
  };
  const leftOut = html`<p>${counted(rejected.length, 'record')} in the file can’t be read:</p>
    ${rejectedView(rejected)}`;
  return html`<h3>Import</h3>
    <div class="panel stack">
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
