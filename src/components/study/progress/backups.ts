import { now, offsetAt } from '../../../browser/clock.ts';
import { readStorage, writeStorage } from '../../../browser/local-storage.ts';
import { saveFile } from '../../../browser/save-file.ts';
import { type StorageKey, storageKeys } from '../../../browser/storage-keys.ts';
import type { Outcome } from '../../../browser/store-failures.ts';
import { askToPersist, isPersisted } from '../../../browser/store-persistence.ts';
import { importReport } from '../../../domain/progress/import-report.ts';
import { readLastExport, writeLastExport } from '../../../domain/progress/last-export.ts';
import type { RecordChange } from '../../../domain/progress/merge.ts';
import {
  largestFile,
  type ProgressFile,
  readProgressFile,
  tooLarge,
  writeProgressFile,
  writeUnreadableFile,
} from '../../../domain/progress/progress-file.ts';
import { countRecords } from '../../../domain/progress/record-lists.ts';
import type { Rejected } from '../../../domain/progress/records.ts';
import { dayOfMoment } from '../../../domain/review/days.ts';
import { settings } from '../../../guide-settings.ts';
import { counted, momentText } from '../base/format.ts';
import { noticeOf, type StudyElement } from '../base/study-element.ts';

const fileWord = settings.field.toLowerCase().replace(/\W+/g, '-');

/** What is kept when all data is deleted: the choices about shortcuts and offline reading. */
const lasting: readonly StorageKey[] = [storageKeys.letters, storageKeys.offline];

export class Backups {
  readonly #host: StudyElement;
  /**
   * True if the browser has agreed to keep the data, and null if it doesn't say. Undefined until it
   * has answered.
   */
  isPersisted: boolean | null | undefined;
  /** The records in the last imported file that couldn't be read. */
  rejected: readonly Rejected[] = [];

  constructor(host: StudyElement) {
    this.#host = host;
  }

  async open(): Promise<void> {
    this.isPersisted = await isPersisted();
    this.#host.update();
  }

  async requestPersistence(): Promise<void> {
    this.isPersisted = await askToPersist();
    const text = this.isPersisted
      ? 'Your browser will keep your data.'
      : 'Your browser didn’t agree this time. Some browsers base this on how often you visit. Ask again another day, and export your data now and then.';
    this.#host.notify('storage', { tone: 'good', text });
  }

  /** When progress was last exported from this browser. Null if it never was. */
  get lastExport(): number | null {
    return readLastExport(readStorage(storageKeys.exported));
  }

  async exportFile(): Promise<void> {
    const { model } = this.#host.context;
    // The file must include changes made a moment ago, here or in another tab.
    await model.read();
    const { progress } = model;
    const at = now();
    const name = `${fileWord}-progress-${dayOfMoment(at, offsetAt)}.json`;
    saveFile(name, writeProgressFile(progress, at), 'application/json');
    writeStorage(storageKeys.exported, writeLastExport(at));
    const text = `Exported ${counted(countRecords(progress), 'record')} to ${name}.`;
    this.#host.notify('export', { tone: 'good', text });
  }

  /** Imports a file. If progress is already stored, asks first and offers to export it. */
  async importFile(file: File): Promise<void> {
    this.rejected = [];
    this.#host.notify('import', undefined);
    const parsed = await readFile(file);
    if ('problem' in parsed) {
      this.#host.notify('import', { tone: 'problem', text: `${file.name}: ${parsed.problem}` });
      return;
    }
    const { model } = this.#host.context;
    // Count what was stored a moment ago, too.
    await model.read();
    if (countRecords(model.progress) > 0) {
      const copy = 'Export first, then import';
      const choice = await this.#host.confirm(
        `Import ${file.name}?`,
        [
          aboutFile(parsed.value),
          'Records that you don’t have are added. If you have a different version of a record, the newer one stays.',
        ],
        copy,
        'Import',
      );
      if (choice === undefined) return this.#host.focusOn('#import-file');
      if (choice === copy) await this.exportFile();
    }
    const { progress, rejected } = parsed.value;
    const done = await this.#store.importRecords(progress);
    if ('value' in done) this.rejected = rejected;
    const report = importReport(progress, 'value' in done ? done.value : []);
    this.#notifyWithUndo('import', `Imported ${file.name}. ${report}`, done, 'Undo this import');
  }

  downloadUnreadable(): void {
    const { unreadable } = this.#host.context.model;
    const name = 'unreadable-records.json';
    saveFile(name, writeUnreadableFile(unreadable, now()), 'application/json');
    this.#host.notify('unreadable', { tone: 'good', text: `Saved as ${name}.` });
  }

  async deleteUnreadable(): Promise<void> {
    const { unreadable } = this.#host.context.model;
    const title = `Delete ${counted(unreadable.length, 'unreadable record')}?`;
    const lost =
      'This version of the guide cannot use them; a later one may be able to. Download them first.';
    if ((await this.#host.confirm(title, [lost], 'Delete records')) === undefined) return;
    const done = await this.#store.deleteUnreadable(unreadable);
    this.#notifyWithUndo('unreadable', 'Unreadable records deleted.', done, 'Undo');
  }

  /** Deletes all of the reader's data, but first asks for confirmation and offers an export. */
  async deleteAll(): Promise<void> {
    const copy = 'Export first, then delete';
    const choice = await this.#host.confirm(
      'Delete all your data?',
      [
        'This deletes your answers, notes, bookmarks, plan, and settings, your mock interviews, and your interviews of candidates.',
        'It also deletes recordings, question sets, recent searches, and anything unfinished, which an exported file doesn’t have.',
        'You cannot undo this.',
      ],
      copy,
      'Delete all data',
    );
    if (choice === undefined) return;
    if (choice === copy) await this.exportFile();
    const done = await this.#store.deleteAll();
    if ('value' in done) {
      for (const key of Object.values(storageKeys)) {
        if (!lasting.includes(key)) writeStorage(key, null);
      }
    }
    this.#host.notify('delete', noticeOf(done, 'All your data was deleted.'));
  }

  #notifyWithUndo(
    place: string,
    text: string,
    done: Outcome<readonly RecordChange[]>,
    label: string,
  ): void {
    const run = async (changes: readonly RecordChange[]): Promise<void> => {
      this.rejected = [];
      const undone = await this.#store.revert(changes);
      this.#host.notify(place, noticeOf(undone, 'Undone. Everything is as it was before.'));
    };
    const canUndo = 'value' in done && done.value.length > 0;
    this.#host.notify(place, {
      ...noticeOf(done, text),
      actions: canUndo ? [{ label, run: () => void run(done.value) }] : [],
    });
  }

  get #store() {
    return this.#host.context.model.store;
  }
}

function aboutFile({ progress, exportedAt }: ProgressFile): string {
  const written = exportedAt === null ? '' : `, exported on ${momentText(exportedAt)}`;
  return `The file has ${counted(countRecords(progress), 'record')}${written}.`;
}

async function readFile(file: File): Promise<ReturnType<typeof readProgressFile>> {
  // Check the size first, because reading a video that was chosen by mistake could use up the
  // memory.
  if (file.size > largestFile) return { problem: tooLarge };
  try {
    return readProgressFile(await file.text());
  } catch {
    return { problem: 'We couldn’t open this file. Choose it again.' };
  }
}
