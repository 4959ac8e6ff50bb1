import { saveFile } from '../../../browser/save-file.ts';
import type { QuarantinedRecord, SnapshotEntry } from '../../../browser/store.ts';
import type { StorageState } from '../../../browser/store-persistence.ts';
import { writeSetAsideFile } from '../../../domain/progress/set-aside-file.ts';
import { counted, momentText } from '../base/format.ts';
import type { Host } from './host.ts';
import { noticeOf } from './notice-view.ts';
import { undoWith, withWayBack } from './way-back.ts';

/** How the reader's data is kept: the browser's promise, snapshots, what was set aside. */
export class Keeping {
  readonly #host: Host;
  /** Undefined until the browser has told. */
  storage: StorageState | undefined;
  snapshots: readonly SnapshotEntry[] = [];
  setAside: readonly QuarantinedRecord[] = [];

  constructor(host: Host, signal: AbortSignal) {
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

  /** Asks the browser to keep the storage. */
  async askToKeep(): Promise<void> {
    this.storage = await this.#store.askToKeep();
    const text = this.storage.isPersisted
      ? 'The browser promised to keep it.'
      : 'The browser did not promise it this time. Some decide by how often you come: ask again another day, and export now and then.';
    this.#host.tell('storage', { tone: 'good', text });
  }

  /** Goes back to a snapshot. */
  async restore(entry: SnapshotEntry): Promise<void> {
    const done = await withWayBack(this.#host.context.model, () => this.#store.restore(entry));
    const text = `Your progress is again as it was on ${momentText(entry.at)}.`;
    const back = 'value' in done ? done.value : undefined;
    this.#host.tell(
      'snapshots',
      noticeOf(done, { text, undo: undoWith(back, 'snapshots', this.#host) }),
    );
  }

  /** Lets go of the snapshots, if the reader is sure. */
  askToClearSnapshots(): void {
    const run = async (): Promise<void> => {
      const text = 'The snapshots are gone. Your progress is as it was.';
      this.#host.tell('snapshots', noticeOf(await this.#store.clearSnapshots(), { text }));
    };
    this.#host.ask({
      title: `Delete ${counted(this.snapshots.length, 'snapshot')}?`,
      sentences: ['Your progress stays as it is. The ways back to earlier states go for good.'],
      choices: [{ label: 'Delete', run: () => void run() }],
    });
  }

  /** Gives what was set aside as a file. */
  downloadSetAside(): void {
    saveFile('set-aside.json', writeSetAsideFile(this.setAside), 'application/json');
    this.#host.tell('set-aside', { tone: 'good', text: 'Saved as set-aside.json.' });
  }

  /** Lets go of what was set aside, if the reader is sure. */
  askToClearSetAside(): void {
    const run = async (): Promise<void> => {
      const text = 'What was set aside is gone.';
      this.#host.tell('set-aside', noticeOf(await this.#store.clearQuarantine(), { text }));
    };
    this.#host.ask({
      title: `Let go of ${counted(this.setAside.length, 'record')}?`,
      sentences: ['The guide can not read them and does not use them. They go for good.'],
      choices: [{ label: 'Let go of them', run: () => void run() }],
    });
  }

  get #store() {
    return this.#host.context.model.store;
  }
}
