import { takeKeptTexts } from '../../../browser/keep-texts.ts';
import { keepText } from '../../../browser/kept-text.ts';
import { keptKeys } from '../../../browser/kept-texts.ts';
import type { ProgressModel } from '../../../browser/progress-model.ts';
import { saveFile } from '../../../browser/save-file.ts';
import type { QuarantinedRecord, SnapshotEntry } from '../../../browser/store.ts';
import type { Outcome } from '../../../browser/store-failures.ts';
import type { StorageState } from '../../../browser/store-persistence.ts';
import { isNoProgress } from '../../../domain/progress/read-progress.ts';
import type { Progress } from '../../../domain/progress/records.ts';
import { writeSetAsideFile } from '../../../domain/progress/set-aside-file.ts';
import { counted, momentText } from '../base/format.ts';
import { type Notice, noticeOf } from '../base/notice.ts';
import type { StudyHost } from '../base/study-element.ts';

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

  async askToKeep(): Promise<void> {
    this.storage = await this.#store.askToKeep();
    const text = this.storage.isPersisted
      ? 'Your browser will keep your data.'
      : 'Your browser didn’t agree this time. Some decide by how often you visit, so ask again another day, and export your data now and then.';
    this.#host.notify('storage', { tone: 'good', text });
  }

  async restore(entry: SnapshotEntry): Promise<void> {
    const done = await withWayBack(this.#host.context.model, () => this.#store.restore(entry));
    const text = `Your progress from ${momentText(entry.at)} is restored.`;
    const back = 'value' in done ? done.value : undefined;
    this.#host.notify(
      'snapshots',
      noticeOf(done, { text, undo: undoWith(back, 'snapshots', this.#host) }),
    );
  }

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

  downloadSetAside(): void {
    saveFile('set-aside.json', writeSetAsideFile(this.setAside), 'application/json');
    this.#host.notify('set-aside', { tone: 'good', text: 'Saved as set-aside.json.' });
  }

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

export class ResetControl {
  readonly #host: StudyHost;

  constructor(host: StudyHost) {
    this.#host = host;
  }

  async ask(): Promise<void> {
    const choice = await this.#host.confirm({
      title: 'Reset or delete your data?',
      sentences: [
        'Reset deletes your cards, answers, notes, bookmarks, mock interviews, settings, and anything unfinished. We save a snapshot first so you can undo it.',
        'Delete all data also deletes snapshots, unreadable records, and recent searches. You cannot undo this, except by importing a file you exported.',
      ],
      choices: ['Reset my progress', 'Delete all data'],
    });
    if (choice === 'Reset my progress') await this.#reset();
    else if (choice !== undefined) await this.#deleteAll();
  }

  async #reset(): Promise<void> {
    const done = await withWayBack(this.#host.context.model, () =>
      this.#host.context.model.store.reset(),
    );
    if ('problem' in done) return this.#host.notify('reset', noticeOf(done, { text: '' }));
    const texts = takeKeptTexts();
    const back = async (): Promise<Outcome<unknown>> => {
      for (const [key, text] of texts) keepText(key, text);
      return done.value === undefined ? { value: undefined } : done.value();
    };
    const isEmpty = done.value === undefined && texts.size === 0;
    const undo = isEmpty ? undefined : undoWith(back, 'reset', this.#host);
    this.#host.notify('reset', { tone: 'good', text: 'Your progress was reset.', undo });
  }

  async #deleteAll(): Promise<void> {
    const done = await this.#host.context.model.store.forgetAll();
    if ('value' in done) {
      takeKeptTexts();
      keepText(keptKeys.searches, null);
    }
    this.#host.notify('reset', noticeOf(done, { text: 'All your data was deleted.' }));
  }
}

type WayBack = () => Promise<Outcome<Progress>>;

/** The button of a notice that takes something back and tells so; none if there is no way back. */
export function undoWith(
  wayBack: (() => Promise<Outcome<unknown>>) | undefined,
  place: string,
  host: StudyHost,
): Notice['undo'] {
  if (wayBack === undefined) return undefined;
  const run = async (): Promise<void> => {
    host.notify(
      place,
      noticeOf(await wayBack(), { text: 'Undone. Everything is as it was before.' }),
    );
  };
  return { label: undoLabels[place] ?? 'Undo', run: () => void run() };
}

const undoLabels: Readonly<Partial<Record<string, string>>> = {
  import: 'Undo this import',
  reset: 'Undo the reset',
};

/** Makes a change to all progress and gives the way back; undefined if nothing was changed. */
export async function withWayBack(
  { store, progress: before }: ProgressModel,
  change: () => Promise<Outcome<Progress>>,
): Promise<Outcome<WayBack | undefined>> {
  const newest = async () => {
    const entries = await store.snapshots();
    return 'value' in entries ? entries.value[0] : undefined;
  };
  const last = await newest();
  const done = await change();
  if ('problem' in done) return done;
  const made = await newest();
  if (made !== undefined && made.id > (last?.id ?? 0)) return { value: () => store.restore(made) };
  // Of nothing there is no snapshot.
  const isNew = isNoProgress(before) && !isNoProgress(done.value);
  return { value: isNew ? () => store.reset() : undefined };
}
