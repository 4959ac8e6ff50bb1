import { clearStudyKeys } from '../../../browser/clear-study-keys.ts';
import { now, offsetAt } from '../../../browser/clock.ts';
import { readStorage, writeStorage } from '../../../browser/local-storage.ts';
import { forgetSearches } from '../../../browser/recent-searches.ts';
import { saveFile } from '../../../browser/save-file.ts';
import { storageKeys } from '../../../browser/storage-keys.ts';
import type { StoreChangeEvent } from '../../../browser/store-events.ts';
import type { Outcome } from '../../../browser/store-failures.ts';
import type { StorageState } from '../../../browser/store-persistence.ts';
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
import { countRecords } from '../../../domain/progress/progress-lists.ts';
import type { Rejected } from '../../../domain/progress/records.ts';
import { dayName, dayNumber } from '../../../domain/review/days.ts';
import { guide } from '../../../guide.ts';
import { counted, momentText } from '../base/format.ts';
import { noticeOf, type StudyElement } from '../base/study-element.ts';

const fileWord = guide.field.toLowerCase().replace(/\W+/g, '-');

/** The reader's data as a whole: export, import, reset, and the state of the browser's storage. */
export class Backups {
  readonly #host: StudyElement;
  /** It is undefined until the browser has answered. */
  storage: StorageState | undefined;
  /** Records of the last imported file that can't be read. */
  rejected: readonly Rejected[] = [];

  constructor(host: StudyElement) {
    this.#host = host;
  }

  open(signal: AbortSignal): void {
    const onChange = ({ changes }: StoreChangeEvent) => {
      if (changes.some(({ store }) => store === 'device')) void this.#load();
    };
    this.#store.listen('change', onChange, signal);
    void this.#load();
  }

  async #load(): Promise<void> {
    this.storage = await this.#store.storageState();
    this.#host.update();
  }

  async requestPersistence(): Promise<void> {
    this.storage = await this.#store.requestPersistence();
    const text = this.storage.isPersisted
      ? 'Your browser will keep your data.'
      : 'Your browser didn’t agree this time. Some browsers base this on how often you visit, so ask again another day, and export your data now and then.';
    this.#host.notify('storage', { tone: 'good', text });
  }

  /** When progress was last exported from this browser. It is null if it never was. */
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

  /** Imports a file. If there is progress already, first asks and offers to export it. */
  async importFile(file: File): Promise<void> {
    this.rejected = [];
    this.#host.notify('import', undefined);
    const read = await readFile(file);
    if ('problem' in read) {
      this.#host.notify('import', { tone: 'problem', text: `${file.name}: ${read.problem}` });
      return;
    }
    if (countRecords(this.#host.context.model.progress) > 0) {
      const copy = 'Export first, then import';
      const choice = await this.#host.confirm(
        `Import ${file.name}?`,
        [
          aboutFile(read.value),
          'Records that you don’t have are added. If you have a different version of a record, the newer one stays.',
        ],
        copy,
        'Import',
      );
      if (choice === undefined) return this.#host.focusOn('#import-file');
      if (choice === copy) this.exportFile();
    }
    const { progress, rejected } = read.value;
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

  /**
   * Asks the reader for confirmation. Then resets progress, which can be undone, or deletes all
   * data.
   */
  async reset(): Promise<void> {
    const sentences = [
      'Resetting deletes your cards, answers, notes, bookmarks, mock interviews, settings, and anything unfinished. You can undo it until you leave this page. To keep a copy, export your progress first.',
      'Deleting all data also deletes unreadable records and recent searches. You cannot undo this, except by importing a file you exported.',
    ];
    const choices = ['Reset my progress', 'Delete all data'];
    const choice = await this.#host.confirm('Reset or delete your data?', sentences, ...choices);
    if (choice === undefined) return;
    if (choice === 'Reset my progress') {
      const done = await this.#store.reset();
      const texts = 'value' in done ? clearStudyKeys() : undefined;
      this.#notifyWithUndo('reset', 'Your progress was reset.', done, 'Undo the reset', () =>
        texts?.forEach((text, key) => void writeStorage(key, text)),
      );
      return;
    }
    const done = await this.#store.forgetAll();
    if ('value' in done) {
      clearStudyKeys();
      forgetSearches();
    }
    this.#host.notify('reset', noticeOf(done, 'All your data was deleted.'));
  }

  /**
   * Reports what was changed.
   * @param undoMore undoes what isn't among the records
   */
  #notifyWithUndo(
    place: string,
    text: string,
    done: Outcome<readonly RecordChange[]>,
    label: string,
    undoMore?: () => void,
  ): void {
    const run = async (changes: readonly RecordChange[]): Promise<void> => {
      this.rejected = [];
      undoMore?.();
      const undone = await this.#store.revert(changes);
      this.#host.notify(place, noticeOf(undone, 'Undone. Everything is as it was before.'));
    };
    const canUndo = 'value' in done && (done.value.length > 0 || undoMore !== undefined);
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
  // The size is checked before reading, because a video chosen by mistake must not fill the memory.
  if (file.size > largestFile) return { problem: tooLarge };
  try {
    return readProgressFile(await file.text());
  } catch {
    return { problem: 'We couldn’t open this file. Choose it again.' };
  }
}
