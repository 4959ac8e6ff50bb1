import { now, offsetAt } from '../../../browser/clock.ts';
import { readStorage, writeStorage } from '../../../browser/local-storage.ts';
import { saveFile } from '../../../browser/save-file.ts';
import { storageKeys } from '../../../browser/storage-keys.ts';
import { clearStudyKeys } from '../../../browser/storage-sync.ts';
import type { QuarantinedRecord, SnapshotEntry } from '../../../browser/store.ts';
import type { StoreChangeEvent } from '../../../browser/store-events.ts';
import type { Outcome } from '../../../browser/store-failures.ts';
import type { StorageState } from '../../../browser/store-persistence.ts';
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
import { countRecords, isNoProgress } from '../../../domain/progress/progress-lists.ts';
import type { Progress } from '../../../domain/progress/records.ts';
import { writeUnreadableFile } from '../../../domain/progress/unreadable-file.ts';
import { dayName, dayNumber } from '../../../domain/review/days.ts';
import { guide } from '../../../guide.ts';
import { counted, momentText } from '../base/format.ts';
import { noticeOf, type StudyElement } from '../base/study-element.ts';

export class Backups {
  readonly #host: StudyElement;
  /** Undefined until the browser has answered. */
  storage: StorageState | undefined;
  snapshots: readonly SnapshotEntry[] = [];
  unreadable: readonly QuarantinedRecord[] = [];

  constructor(host: StudyElement) {
    this.#host = host;
  }

  open(signal: AbortSignal): void {
    const own: readonly string[] = ['snapshots', 'quarantine', 'device'];
    const onChange = ({ changes }: StoreChangeEvent) => {
      if (changes.some(({ store }) => own.includes(store))) void this.#load();
    };
    this.#store.listen('change', onChange, signal);
    void this.#load();
  }

  async #load(): Promise<void> {
    const [storage, snapshots, unreadable] = await Promise.all([
      this.#store.storageState(),
      this.#store.snapshots(),
      this.#store.quarantined(),
    ]);
    this.storage = storage;
    if ('value' in snapshots) this.snapshots = snapshots.value;
    if ('value' in unreadable) this.unreadable = unreadable.value;
    this.#host.update();
  }

  async requestPersistence(): Promise<void> {
    this.storage = await this.#store.requestPersistence();
    const text = this.storage.isPersisted
      ? 'Your browser will keep your data.'
      : 'Your browser didn’t agree this time. Some browsers base this on how often you visit, so ask again another day, and export your data now and then.';
    this.#host.notify('storage', { tone: 'good', text });
  }

  async restore(entry: SnapshotEntry): Promise<void> {
    const text = `Your progress from ${momentText(entry.at)} was restored.`;
    await changeProgress(this.#host, 'snapshots', text, () => this.#store.restore(entry));
  }

  async clearSnapshots(): Promise<void> {
    const title = `Delete ${counted(this.snapshots.length, 'snapshot')}?`;
    const lost =
      'Your current progress won’t change, but you will not be able to restore earlier versions.';
    if ((await this.#host.confirm(title, [lost], 'Delete snapshots')) === undefined) return;
    const text = 'Snapshots deleted. Your progress is unchanged.';
    this.#host.notify('snapshots', noticeOf(await this.#store.clearSnapshots(), text));
  }

  downloadUnreadable(): void {
    saveFile('unreadable-records.json', writeUnreadableFile(this.unreadable), 'application/json');
    this.#host.notify('unreadable', { tone: 'good', text: 'Saved as unreadable-records.json.' });
  }

  async clearUnreadable(): Promise<void> {
    const title = `Delete ${counted(this.unreadable.length, 'unreadable record')}?`;
    const lost = 'The guide cannot use them. You cannot undo this.';
    if ((await this.#host.confirm(title, [lost], 'Delete records')) === undefined) return;
    const text = 'Unreadable records deleted.';
    this.#host.notify('unreadable', noticeOf(await this.#store.clearQuarantine(), text));
  }

  /** Resets progress, which can be undone, or deletes all data, if the reader is sure. */
  async reset(): Promise<void> {
    const sentences = [
      'Resetting deletes your cards, answers, notes, bookmarks, mock interviews, settings, and anything unfinished. We save a snapshot first so you can undo it.',
      'Deleting all data also deletes snapshots, unreadable records, and recent searches. You cannot undo this, except by importing a file you exported.',
    ];
    const choices = ['Reset my progress', 'Delete all data'];
    const choice = await this.#host.confirm('Reset or delete your data?', sentences, ...choices);
    if (choice === undefined) return;
    if (choice === 'Reset my progress') {
      const reset = () => this.#store.reset();
      await changeProgress(this.#host, 'reset', 'Your progress was reset.', reset, () => {
        const texts = clearStudyKeys();
        if (texts.size === 0) return undefined;
        return () => texts.forEach((text, key) => void writeStorage(key, text));
      });
      return;
    }
    const done = await this.#store.forgetAll();
    if ('value' in done) {
      clearStudyKeys();
      writeStorage(storageKeys.searches, null);
    }
    this.#host.notify('reset', noticeOf(done, 'All your data was deleted.'));
  }

  get #store() {
    return this.#host.context.model.store;
  }
}

const undoLabels: Readonly<Record<string, string>> = {
  import: 'Undo this import',
  reset: 'Undo the reset',
};

/** Changes all progress, with an undo button. @param also runs afterward; returns its undo */
async function changeProgress(
  host: StudyElement,
  place: string,
  text: string,
  change: () => Promise<Outcome<Progress>>,
  also: () => (() => void) | undefined = () => undefined,
): Promise<void> {
  const { store, progress: before } = host.context.model;
  const newest = async () => {
    const entries = await store.snapshots();
    return 'value' in entries ? entries.value[0] : undefined;
  };
  const last = await newest();
  const done = await change();
  if ('problem' in done) return host.notify(place, noticeOf(done, text));
  const made = await newest();
  // Not earlier, so that the page changes together with the notice, which gets the focus.
  const undoAlso = also();
  const hasSnapshot = made !== undefined && made.id > (last?.id ?? 0);
  // Empty progress has no snapshot.
  const isNew = isNoProgress(before) && !isNoProgress(done.value);
  const run = async (): Promise<void> => {
    undoAlso?.();
    const undone = hasSnapshot
      ? await store.restore(made)
      : isNew
        ? await store.reset()
        : { value: undefined };
    host.notify(place, noticeOf(undone, 'Undone. Everything is as it was before.'));
  };
  const undo = { label: undoLabels[place] ?? 'Undo', run: () => void run() };
  const canUndo = hasSnapshot || isNew || undoAlso !== undefined;
  host.notify(place, { tone: 'good', text, undo: canUndo ? undo : undefined });
}

export interface Incoming {
  readonly name: string;
  readonly file: ProgressFile;
  readonly mode: ImportMode;
}

const fileWord = guide.field.toLowerCase().replace(/\W+/g, '-');

export class Transfer {
  readonly #host: StudyElement;
  incoming: Incoming | undefined;
  /** The progress before the import that is running; a second click would lose the undo. */
  #before: Progress | undefined;
  /** Counts the files, so that a slow one doesn't replace a later one. */
  #turn = 0;

  constructor(host: StudyElement) {
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

  previewOf({ file, mode }: Incoming): ImportPreview {
    // Progress changes before the import ends; its preview must not become empty.
    const progress = this.#before ?? this.#host.context.model.progress;
    return previewImport(progress, file, mode);
  }

  async confirm({ file: { progress }, mode }: Incoming): Promise<void> {
    if (this.#before !== undefined) return;
    const { model } = this.#host.context;
    const { store } = model;
    this.#before = model.progress;
    const text =
      mode === 'merge'
        ? 'Merged. Your progress now includes everything in the file.'
        : 'Replaced. Your progress now matches the file.';
    const change = () => (mode === 'merge' ? store.mergeIn(progress) : store.replaceAll(progress));
    const close = (): undefined => {
      this.incoming = undefined;
    };
    await changeProgress(this.#host, 'import', text, change, close).finally(() => {
      this.#before = undefined;
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
