import { html, nothing, type TemplateResult } from 'lit-html';
import { changesNothing, type ImportMode } from '../../../domain/progress/preview.ts';
import { previewSentences } from '../../../domain/progress/preview-sentences.ts';
import { countRecords } from '../../../domain/progress/progress-lists.ts';
import { counted, momentText } from '../base/format.ts';
import type { Incoming, Transfer } from './transfer.ts';

const modes: readonly { readonly mode: ImportMode; readonly label: string }[] = [
  { mode: 'merge', label: 'Merge (recommended): keep what’s here and add what the file has' },
  { mode: 'replace', label: 'Replace: delete what’s on this device and use the file instead' },
];

/** A file that was read: what it is, what it would change, and the choice. */
export function incomingView(transfer: Transfer, incoming: Incoming): TemplateResult {
  const { name, file, mode } = incoming;
  const preview = transfer.previewOf(incoming);
  const isIdle = changesNothing(preview.differences);
  const written = file.exportedAt === null ? '' : `, exported on ${momentText(file.exportedAt)}`;
  return html`<div class="incoming stack">
    <h4 id="import-title" tabindex="-1">What this file would change</h4>
    <p class="note file-name">
      ${name}${written}: ${counted(countRecords(file.progress), 'record')}
    </p>
    <fieldset class="stack">
      <legend>How to import it</legend>
      ${modes.map(
        (one) => html`<label class="check">
          <input
            type="radio"
            name="mode"
            .checked=${mode === one.mode}
            @change=${() => transfer.chooseMode(one.mode)}
          />
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
      ${
        isIdle
          ? nothing
          : html`<button
              type="button"
              class="primary"
              @click=${() => void transfer.confirm(incoming)}
            >
              ${mode === 'merge' ? 'Merge this file' : 'Replace with this file'}
            </button>`
      }
      <button type="button" @click=${() => transfer.cancel()}>${isIdle ? 'Close' : 'Cancel'}</button>
    </div>
  </div>`;
}
