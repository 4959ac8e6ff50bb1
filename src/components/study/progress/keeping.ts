import { keepText, takeKeptTexts } from '../../../browser/kept-texts.ts';
import { forgetSearches } from '../../../browser/recent-searches.ts';
import { saveFile } from '../../../browser/save-file.ts';
import type { QuarantinedRecord, SnapshotEntry } from '../../../browser/store.ts';
import type { Outcome } from '../../../browser/store-failures.ts';
import type { StorageState } from '../../../browser/store-persistence.ts';
import { writeSetAsideFile } from '../../../domain/progress/set-aside-file.ts';
import { counted, momentText } from '../base/format.ts';
import type { Host } from './host.ts';
import type { Notice } from './notice-view.ts';
import { withWayBack } from './way-back.ts';

/** Where something about the reader's data is told. */
export type NoticePlace = 'storage' | 'snapshots' | 'set-aside' | 'reset';

/** How the reader's data is kept: the browser's promise, snapshots, what was set aside, the end. */
export class Keeping {
  readonly #host: Host;
  /** Undefined until the browser has told. */
  storage: StorageState | undefined;
  snapshots: readonly SnapshotEntry[] = [];
  setAside: readonly QuarantinedRecord[] = [];
  notices: Readonly<Partial<Record<NoticePlace, Notice>>> = {};

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
    this.#tell('storage', { tone: 'good', text });
  }

  /** Goes back to a snapshot. */
  async restore(entry: SnapshotEntry): Promise<void> {
    const done = await withWayBack(this.#host.context.model, () => this.#store.restore(entry));
    const text = `Your progress is again as it was on ${momentText(entry.at)}.`;
    const back = 'value' in done ? done.value : undefined;
    this.#tellOf('snapshots', done, { tone: 'good', text, undo: this.#undo('snapshots', back) });
  }

  /** Lets go of the snapshots, if the reader is sure. */
  askToClearSnapshots(): void {
    const run = async (): Promise<void> => {
      const text = 'The snapshots are gone. Your progress is as it was.';
      this.#tellOf('snapshots', await this.#store.clearSnapshots(), { tone: 'good', text });
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
    this.#tell('set-aside', { tone: 'good', text: 'Saved as set-aside.json.' });
  }

  /** Lets go of what was set aside, if the reader is sure. */
  askToClearSetAside(): void {
    const run = async (): Promise<void> => {
      const text = 'What was set aside is gone.';
      this.#tellOf('set-aside', await this.#store.clearQuarantine(), { tone: 'good', text });
    };
    this.#host.ask({
      title: `Let go of ${counted(this.setAside.length, 'record')}?`,
      sentences: ['The guide can not read them and does not use them. They go for good.'],
      choices: [{ label: 'Let go of them', run: () => void run() }],
    });
  }

  /** Starts over, if the reader is sure. */
  askToReset(): void {
    this.#host.ask({
      title: 'Start over?',
      sentences: [
        'Reset forgets your cards, answers, notes, bookmarks, mock interviews and settings, and what is under way or being put together. A snapshot stays, so that you can go back.',
        'Forget everything also deletes the snapshots, what was set aside, and your recent searches. There is no way back then, except from a file that you exported.',
      ],
      choices: [
        { label: 'Reset my progress', run: () => void this.#reset() },
        { label: 'Forget everything', run: () => void this.#forgetAll() },
      ],
    });
  }

  async #reset(): Promise<void> {
    const done = await withWayBack(this.#host.context.model, () => this.#store.reset());
    if ('failure' in done) return this.#tellOf('reset', done, undefined);
    const texts = takeKeptTexts();
    const back = async (): Promise<Outcome<unknown>> => {
      for (const [key, text] of texts) keepText(key, text);
      return done.value === undefined ? { value: undefined } : done.value();
    };
    const isEmpty = done.value === undefined && texts.size === 0;
    const undo = isEmpty ? undefined : this.#undo('reset', back);
    this.#tell('reset', { tone: 'good', text: 'Your progress was reset.', undo });
  }

  async #forgetAll(): Promise<void> {
    const done = await this.#store.forgetAll();
    if ('value' in done) {
      takeKeptTexts();
      forgetSearches();
    }
    this.#tellOf('reset', done, { tone: 'good', text: 'Everything is forgotten.' });
  }

  #undo(place: NoticePlace, back: (() => Promise<Outcome<unknown>>) | undefined): Notice['undo'] {
    if (back === undefined) return undefined;
    const run = async (): Promise<void> => {
      const text = 'Undone. Everything is as it was before.';
      this.#tellOf(place, await back(), { tone: 'good', text });
    };
    return { label: 'Undo', run: () => void run() };
  }

  /** Tells what came of it: the notice if all is well, else the failure. */
  #tellOf(place: NoticePlace, done: Outcome<unknown>, notice: Notice | undefined): void {
    this.#tell(place, 'failure' in done ? { tone: 'told', text: done.failure.message } : notice);
  }

  #tell(place: NoticePlace, notice: Notice | undefined): void {
    const { [place]: _, ...others } = this.notices;
    this.notices = notice === undefined ? others : { ...others, [place]: notice };
    this.#host.update(`#${place}-notice`);
  }

  get #store() {
    return this.#host.context.model.store;
  }
}
