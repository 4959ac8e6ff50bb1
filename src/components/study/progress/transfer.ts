import { now, offsetAt } from '../../../browser/clock.ts';
import { readStorage, writeStorage } from '../../../browser/local-storage.ts';
import { saveFile } from '../../../browser/save-file.ts';
import { storageKeys } from '../../../browser/storage-keys.ts';
import { readLastExport, writeLastExport } from '../../../domain/progress/last-export.ts';
import {
  type ImportMode,
  type ImportPreview,
  previewImport,
} from '../../../domain/progress/preview.ts';
import {
  largestFile,
  type ProgressFile,
  readProgressFile,
  tooLarge,
  writeProgressFile,
} from '../../../domain/progress/progress-file.ts';
import { countRecords } from '../../../domain/progress/progress-lists.ts';
import type { Progress } from '../../../domain/progress/records.ts';
import { dayName, dayNumber } from '../../../domain/review/days.ts';
import { guide } from '../../../guide.ts';
import { counted } from '../base/format.ts';
import type { StudyHost } from '../base/study-element.ts';
import { changeProgress } from './backups.ts';

export interface Incoming {
  readonly name: string;
  readonly file: ProgressFile;
  readonly mode: ImportMode;
}

const fileWord = guide.field.toLowerCase().replace(/\W+/g, '-');

export class Transfer {
  readonly #host: StudyHost;
  incoming: Incoming | undefined;
  #preview:
    | { readonly of: Incoming; readonly on: Progress; readonly preview: ImportPreview }
    | undefined;
  /** Whether an import is running; a second click would lose the undo. */
  #isBusy = false;
  /** Counts the files, so that a slow one doesn't replace a later one. */
  #turn = 0;

  constructor(host: StudyHost) {
    this.#host = host;
  }

  /** When progress was last exported from this browser; null if it was not. */
  get lastExport(): number | null {
    return readLastExport(readStorage(storageKeys.exported));
  }

  exportFile(): void {
    const { progress } = this.#host.context.model;
    const at = now();
    const name = `${fileWord}-progress-${dayName(dayNumber(at, offsetAt))}.json`;
    saveFile(name, writeProgressFile(progress, at), 'application/json');
    writeStorage(storageKeys.exported, writeLastExport(at));
    const text = `Exported ${counted(countRecords(progress), 'record')} to ${name}.`;
    this.#host.notify('export', { tone: 'good', text });
  }

  async openFile(file: File): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const read = await readFile(file);
    if (turn !== this.#turn) return;
    if ('problem' in read) {
      this.incoming = undefined;
      this.#host.notify('import', { tone: 'problem', text: `${file.name}: ${read.problem}` });
    } else {
      this.incoming = { name: file.name, file: read.value, mode: 'merge' };
      this.#host.notify('import', undefined);
      this.#host.focusOn('#import-title');
    }
  }

  chooseMode(mode: ImportMode): void {
    if (this.incoming !== undefined) this.incoming = { ...this.incoming, mode };
    this.#host.update();
  }

  cancel(): void {
    this.incoming = undefined;
    this.#host.update();
    this.#host.focusOn('#import-file');
  }

  previewOf(incoming: Incoming): ImportPreview {
    const { progress } = this.#host.context.model;
    // Progress changes before the import ends; its preview must not become empty.
    if (this.#isBusy && this.#preview !== undefined) return this.#preview.preview;
    if (this.#preview?.of !== incoming || this.#preview.on !== progress) {
      const preview = previewImport(progress, incoming.file, incoming.mode);
      this.#preview = { of: incoming, on: progress, preview };
    }
    return this.#preview.preview;
  }

  async confirm({ file: { progress }, mode }: Incoming): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    const { store } = this.#host.context.model;
    const text =
      mode === 'merge'
        ? 'Merged. Your progress now includes the file.'
        : 'Replaced. Your progress is now what’s in the file.';
    const change = () => (mode === 'merge' ? store.mergeIn(progress) : store.replaceAll(progress));
    const close = (): undefined => {
      this.incoming = undefined;
    };
    await changeProgress(this.#host, 'import', text, change, close).finally(() => {
      this.#isBusy = false;
    });
  }
}

async function readFile(file: File): Promise<ReturnType<typeof readProgressFile>> {
  // Before reading: a video chosen by mistake must not fill the memory.
  if (file.size > largestFile) return { problem: tooLarge };
  try {
    return readProgressFile(await file.text());
  } catch {
    return { problem: 'We couldn’t open this file. Choose it again.' };
  }
}
