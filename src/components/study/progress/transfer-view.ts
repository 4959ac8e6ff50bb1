import { html, nothing, type TemplateResult } from 'lit-html';
import type { Progress } from '../../../domain/progress/records.ts';
import { counted, momentText } from '../base/format.ts';
import type { StudyHost } from '../base/study-element.ts';
import { incomingView } from './incoming-view.ts';
import type { Transfer } from './transfer.ts';

/** A way to take all progress out into a file. */
export function exportView(
  transfer: Transfer,
  { reviews }: Progress,
  host: StudyHost,
): TemplateResult {
  const { lastExport } = transfer;
  const since = reviews.filter(({ at }) => at > (lastExport ?? 0)).length;
  return html`<h3>Export</h3>
    <p>One file with everything, as a backup or for another device.</p>
    <div class="row">
      <button type="button" @click=${() => transfer.exportFile()}>Export to a file</button>
      ${
        lastExport === null
          ? nothing
          : html`<span class="note"
              >Last export: ${momentText(lastExport)}, ${counted(since, 'answer')} since</span
            >`
      }
    </div>
    ${host.noticeAt('export')}`;
}

/** A way to take a file in, by choosing or dropping it. */
export function importView(transfer: Transfer, host: StudyHost): TemplateResult {
  const open = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file !== undefined) void transfer.openFile(file);
  };
  const onChange = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    open(input.files);
    // So that the same file can be chosen again.
    input.value = '';
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    open(event.dataTransfer?.files);
  };
  return html`<h3>Import</h3>
    <div
      class="panel stack"
      @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${onDrop}
    >
      <label class="field">
        Choose an exported file, or drop it here
        <input id="import-file" type="file" accept=".json,application/json" @change=${onChange} />
      </label>
      <p class="note">You’ll see what changes before anything is imported.</p>
      ${transfer.incoming === undefined ? nothing : incomingView(transfer, transfer.incoming)}
      ${host.noticeAt('import')}
    </div>`;
}
