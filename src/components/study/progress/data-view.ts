import { html, nothing } from 'lit-html';
import type { QuarantinedRecord, SnapshotEntry } from '../../../browser/store.ts';
import type { SnapshotReason } from '../../../browser/store-bulk.ts';
import type { StorageState } from '../../../browser/store-persistence.ts';
import {
  changesNothing,
  type ImportMode,
  previewSentences,
  problemWords,
  storeLabels,
} from '../../../domain/progress/preview.ts';
import { countRecords, isStoreName, storeNames } from '../../../domain/progress/progress-lists.ts';
import type { Progress } from '../../../domain/progress/records.ts';
import { rawText } from '../../../domain/progress/unreadable-file.ts';
import { counted, momentText } from '../base/format.ts';
import type { Backups, Incoming, Transfer } from './backups.ts';
import type { ProgressPage } from './progress-page.ts';
import { figureView } from './readiness-view.ts';

export function dataView(room: ProgressPage) {
  const { progress } = room.context.model;
  return html`<section class="stack" aria-labelledby="your-data">
    <h2 id="your-data" tabindex="-1">Your data</h2>
    <p>
      We save your work in this browser, on this device, and nowhere else. No one else can see it, and
      no one can recover it for you.
    </p>
    ${countRecords(progress) === 0 ? nothing : countsView(progress)} ${storageView(room)}
    ${exportView(room)} ${importView(room)} ${snapshotsView(room)} ${unreadableView(room)}
    <h3>Reset</h3>
    <div class="row">
      <button type="button" @click=${() => void room.backups.reset()}>Reset…</button>
      <span class="note">We’ll ask you first.</span>
    </div>
    ${room.noticeAt('reset')}
  </section>`;
}

function countsView(progress: Progress) {
  const names = storeNames.filter((name) => name !== 'settings');
  return html`<dl class="counts">
    ${names.map((name) => figureView(storeLabels[name], progress[name].length))}
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

function sizeText(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  if (megabytes >= 1000) return `${Math.round(megabytes / 1000)} GB`;
  if (megabytes >= 10) return `${Math.round(megabytes)} MB`;
  return megabytes < 0.1 ? 'less than 0.1 MB' : `${megabytes.toFixed(1)} MB`;
}

function snapshotsView(room: ProgressPage) {
  const { backups } = room;
  const { snapshots } = backups;
  const none = html`<p>
    No snapshots yet. The first one is saved before your next import or reset.
  </p>`;
  const list = html`<ul class="plain lines snapshots">
      ${snapshots.map((entry) => entryView(entry, backups))}
    </ul>
    <div class="row">
      <button type="button" @click=${() => void backups.clearSnapshots()}>Delete snapshots…</button>
    </div>`;
  return html`<h3>Snapshots</h3>
    <p class="note">
      Saved automatically before an import, a reset, or a restore. We keep the last five.
    </p>
    ${snapshots.length === 0 ? none : list} ${room.noticeAt('snapshots')}`;
}

const snapshotWords: Readonly<Record<SnapshotReason, string>> = {
  import: 'Before an import',
  reset: 'Before a reset',
  restore: 'Before restoring a snapshot',
};

function entryView(entry: SnapshotEntry, backups: Backups) {
  const { id, at, reason, count } = entry;
  const restore = () => void backups.restore(entry);
  return html`<li class="apart">
    <span id="snapshot-${id}">
      ${snapshotWords[reason]}
      <span class="note facts-line">${momentText(at)} · ${counted(count, 'record')}</span>
    </span>
    <button type="button" aria-describedby="snapshot-${id}" @click=${restore}>Restore</button>
  </li>`;
}

const maxListed = 20;

function unreadableView(room: ProgressPage) {
  const { backups } = room;
  const { unreadable } = backups;
  const notice = room.noticeAt('unreadable');
  if (unreadable.length === 0) return notice;
  const more = html`<p class="note">And ${unreadable.length - maxListed} more, in the file.</p>`;
  return html`<h3>Unreadable records</h3>
    <p>
      We couldn’t read ${counted(unreadable.length, 'saved record')}. Everything else is safe. If you
      want someone to look into this, choose “Download records.”
    </p>
    <ul class="plain lines">
      ${unreadable.slice(0, maxListed).map(recordView)}
    </ul>
    ${unreadable.length > maxListed ? more : nothing}
    <div class="row">
      <button type="button" @click=${() => backups.downloadUnreadable()}>Download records</button>
      <button type="button" @click=${() => void backups.clearUnreadable()}>Delete records…</button>
    </div>
    ${notice}`;
}

function recordView({ store, at, problem, value }: QuarantinedRecord) {
  const label = isStoreName(store) ? storeLabels[store] : store;
  return html`<li>
    <details>
      <summary>${label}: ${problemWords(problem)}</summary>
      <p class="note">Found on ${momentText(at)}</p>
      <pre tabindex="0">${rawText(value)}</pre>
    </details>
  </li>`;
}

function exportView(room: ProgressPage) {
  const { transfer, context } = room;
  const { lastExport } = transfer;
  const since = context.model.progress.reviews.filter(({ at }) => at > (lastExport ?? 0)).length;
  const last = html`<span class="note">
    Last export: ${momentText(lastExport ?? 0)}, ${counted(since, 'answer')} since
  </span>`;
  return html`<h3>Export</h3>
    <p>One file with everything, as a backup or for another device.</p>
    <div class="row">
      <button type="button" @click=${() => transfer.exportFile()}>Export to a file</button>
      ${lastExport === null ? nothing : last}
    </div>
    ${room.noticeAt('export')}`;
}

function importView(room: ProgressPage) {
  const { transfer } = room;
  const open = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file !== undefined) void transfer.openFile(file);
  };
  const onChange = ({ target }: Event) => {
    const input = target as HTMLInputElement;
    open(input.files);
    // So that the same file can be chosen again.
    input.value = '';
  };
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
      <p class="note">You’ll see what changes before anything is imported.</p>
      ${transfer.incoming === undefined ? nothing : incomingView(transfer, transfer.incoming)}
      ${room.noticeAt('import')}
    </div>`;
}

const modes: readonly { readonly mode: ImportMode; readonly label: string }[] = [
  { mode: 'merge', label: 'Merge (recommended): keep what’s here and add what’s in the file' },
  { mode: 'replace', label: 'Replace: delete what’s on this device and use the file instead' },
];

function incomingView(transfer: Transfer, incoming: Incoming) {
  const { name, file, mode } = incoming;
  const preview = transfer.previewOf(incoming);
  const isIdle = changesNothing(preview.differences);
  const written = file.exportedAt === null ? '' : `, exported on ${momentText(file.exportedAt)}`;
  const action = mode === 'merge' ? 'Merge this file' : 'Replace with this file';
  const confirm = () => void transfer.confirm(incoming);
  const button = html`<button type="button" class="primary" @click=${confirm}>${action}</button>`;
  return html`<div class="incoming stack">
    <h4 id="import-title" tabindex="-1">What this file would change</h4>
    <p class="note file-name">
      ${name}${written}: ${counted(countRecords(file.progress), 'record')}
    </p>
    <fieldset class="stack">
      <legend>How to import it</legend>
      ${modes.map(
        (one) => html`<label class="check">
          <input type="radio" name="mode" .checked=${mode === one.mode}
            @change=${() => transfer.chooseMode(one.mode)} />
          ${one.label}
        </label>`,
      )}
    </fieldset>
    <div role="status">
      <ul class="plain preview">
        ${previewSentences(preview).map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
    </div>
    <div class="row">
      ${isIdle ? nothing : button}
      <button type="button" @click=${() => transfer.cancel()}>${isIdle ? 'Close' : 'Cancel'}</button>
    </div>
  </div>`;
}
