import { saveFile } from '../../../browser/save-file.ts';
import type { QuarantinedRecord, SnapshotEntry } from '../../../browser/store.ts';
import type { StorageState } from '../../../browser/store-persistence.ts';
import { writeSetAsideFile } from '../../../domain/progress/set-aside-file.ts';
import { counted, momentText } from '../base/format.ts';
import { noticeOf } from '../base/notice.ts';
import type { StudyHost } from '../base/study-element.ts';
import { undoWith, withWayBack } from './way-back.ts';

/** How the reader's data is stored: persistence, snapshots, unreadable records. */
export class Keeping {
  readonly #host: StudyHost;
  /** Undefined until the browser has answered. */
  storage: StorageState | undefined;
  snapshots: readonly SnapshotEntry[] = [];
  setAside: readonly QuarantinedRecord[] = [];

  constructor(host: StudyHost, signal: AbortSignal) {
    this.#host = host;
    const own: readonly string[] = ['snapshots', 'quarantine', 'device'];
    this.#store.listen(
      'change',
      ({ changes }) => {
        if (changes.some(({ store }) => own.includes(store))) void this.load();
      },
      signal,
    );
  }

  /** Reads all of it. */
  async load(): Promise<void> {
    const [storage, snapshots, setAside] = await Promise.all([
      this.#store.storageState(),
      this.#store.snapshots(),
      this.#store.quarantined(),
    ]);
    this.storage = storage;
    if ('value' in snapshots) this.snapshots = snapshots.value;
    if ('value' in setAside) this.setAside = setAside.value;
    this.#host.update();
  }

  /** Asks the browser to make the storage persistent. */
  async askToKeep(): Promise<void> {
    this.storage = await this.#store.askToKeep();
    const text = this.storage.isPersisted
      ? 'Your browser will keep your data.'
      : 'Your browser didn’t agree this time. Some decide by how often you visit, so ask again another day, and export your data now and then.';
    this.#host.notify('storage', { tone: 'good', text });
  }

  /** Restores a snapshot. */
  async restore(entry: SnapshotEntry): Promise<void> {
    const done = await withWayBack(this.#host.context.model, () => this.#store.restore(entry));
    const text = `Your progress from ${momentText(entry.at)} is restored.`;
    const back = 'value' in done ? done.value : undefined;
    this.#host.notify(
      'snapshots',
      noticeOf(done, { text, undo: undoWith(back, 'snapshots', this.#host) }),
    );
  }

  /** Deletes the snapshots, if the reader is sure. */
  async clearSnapshots(): Promise<void> {
    const choice = await this.#host.confirm({
      title: `Delete ${counted(this.snapshots.length, 'snapshot')}?`,
      sentences: [
        'Your current progress won’t change, but you will not be able to restore earlier versions.',
      ],
      choices: ['Delete snapshots'],
    });
    if (choice === undefined) return;
    const text = 'Snapshots deleted. Your progress is unchanged.';
    this.#host.notify('snapshots', noticeOf(await this.#store.clearSnapshots(), { text }));
  }

  /** Saves the unreadable records as a file. */
  downloadSetAside(): void {
    saveFile('set-aside.json', writeSetAsideFile(this.setAside), 'application/json');
    this.#host.notify('set-aside', { tone: 'good', text: 'Saved as set-aside.json.' });
  }

  /** Deletes the unreadable records, if the reader is sure. */
  async clearSetAside(): Promise<void> {
    const choice = await this.#host.confirm({
      title: `Delete ${counted(this.setAside.length, 'unreadable record')}?`,
      sentences: ['The guide cannot use them. You cannot undo this.'],
      choices: ['Delete records'],
    });
    if (choice === undefined) return;
    const text = 'Unreadable records deleted.';
    this.#host.notify('set-aside', noticeOf(await this.#store.clearQuarantine(), { text }));
  }

  get #store() {
    return this.#host.context.model.store;
  }
}
