/**
 * The reader's progress, which stays on this device. Everything that reads or writes progress goes
 * through a `Store`. `store-connection.ts` describes the database, and `store-events.ts` describes
 * the messages between tabs. Each method is one transaction. It is saved completely or not at all,
 * even if the tab is closed in the meantime, and two tabs can't lose each other's changes.
 */
import { mergeChanges, type RecordChange, reversed } from '../domain/progress/merge.ts';
import {
  keyOf,
  type ReadProgress,
  readProgress,
  type StoredRecord,
  storeNames,
} from '../domain/progress/record-lists.ts';
import { type RecordFormat, recordFormat } from '../domain/progress/record-versions.ts';
import type { CardRecord, Progress, ReviewRecord, StoreName } from '../domain/progress/records.ts';
import { Connection } from './store-connection.ts';
import { type Change, type StoreEvents, TabChannel } from './store-events.ts';
import { type Outcome, type StoreFailure, toStoreError } from './store-failures.ts';
import { askToPersist } from './store-persistence.ts';
import {
  applyChanges,
  readStored,
  type StoredValue,
  storedRecord,
  takeBackReview,
  updateRecord,
  writeReview,
} from './store-records.ts';

/**
 * We ask the browser for persistent storage after this many answers. Before that, there is little
 * to lose.
 */
const reviewsBeforeAsking = 3;

/**
 * Reads and writes progress. The store fires `change` after each change in this tab or another, and
 * `failure` after each failure. The call's result also includes the failure. Methods reject only if
 * there is a bug. The first call that needs the database opens it.
 */
export class Store extends EventTarget {
  readonly #connection: Connection;
  readonly #tabs: TabChannel;

  /** @param format the record format; tests use the next one, as a later version will */
  constructor(format: RecordFormat = recordFormat) {
    super();
    this.#connection = new Connection(format, (failure) => this.#report(failure));
    this.#tabs = new TabChannel((changes) => this.#emit('change', { changes, isElsewhere: true }));
  }

  listen<Type extends keyof StoreEvents>(
    type: Type,
    hear: (event: StoreEvents[Type]) => void,
    signal?: AbortSignal,
  ): void {
    const listener = (event: Event) => hear((event as CustomEvent<StoreEvents[Type]>).detail);
    this.addEventListener(type, listener, { ...(signal && { signal }) });
  }

  /** Pending writes finish. */
  close(): void {
    this.#connection.close();
    this.#tabs.close();
  }

  /** Invalid records are listed and kept. */
  readAll(): Promise<Outcome<ReadProgress<StoredValue>>> {
    return this.#attempt(async () => readProgress(await this.#connection.read('all', readStored)));
  }

  get<Name extends StoreName>(
    store: Name,
    key: string,
  ): Promise<Outcome<StoredRecord<Name> | undefined>> {
    return this.#attempt(() =>
      this.#connection.read([store], (tx) => storedRecord(tx, store, key)),
    );
  }

  put<Name extends StoreName>(
    store: Name,
    record: StoredRecord<Name>,
  ): Promise<Outcome<StoredRecord<Name> | undefined>> {
    return this.update(store, keyOf<Name>(store, record), () => record);
  }

  /**
   * Updates a record from its current value in one transaction, so that no other tab can interfere.
   * `change` gets undefined if there is no record, and returns undefined to delete it. It must be
   * synchronous. If it throws, nothing changes and the error is rethrown. An unreadable record is
   * never overwritten; the result is then the failure `unreadable`.
   */
  update<Name extends StoreName>(
    store: Name,
    key: string,
    change: (record: StoredRecord<Name> | undefined) => StoredRecord<Name> | undefined,
  ): Promise<Outcome<StoredRecord<Name> | undefined>> {
    return this.#attempt(async () => {
      const { record, isChanged } = await this.#connection.write([store], (tx) =>
        updateRecord(tx, { store, key }, change),
      );
      if (isChanged) this.#announce([{ store, key }]);
      return record;
    });
  }

  /**
   * Writes an answer and its updated card. `review.before` must be the stored card (null or a new
   * card if there is none). If another tab has changed it since, nothing is overwritten, and the
   * result is the failure `changed`. After the third answer, we ask the browser for persistent
   * storage.
   */
  putReview(card: CardRecord, review: ReviewRecord): Promise<Outcome<void>> {
    return this.#attempt(async () => {
      const count = await this.#connection.write(['cards', 'reviews'], (tx) =>
        writeReview(tx, card, review),
      );
      this.#announceReview(review);
      if (count === reviewsBeforeAsking) void askToPersist();
    });
  }

  /**
   * Undoes an answer and restores the card. Returns the card, or undefined if it was new. Only a
   * card's last answer can be undone. For any other answer, the result is the failure `changed`.
   */
  undoReview(id: string): Promise<Outcome<CardRecord | undefined>> {
    return this.#attempt(async () => {
      const review = await this.#connection.write(['cards', 'reviews'], (tx) =>
        takeBackReview(tx, id),
      );
      this.#announceReview(review);
      return review.before ?? undefined;
    });
  }

  /**
   * Merges the records in a file into the progress. If two records have the same key, the newer one
   * stays.
   */
  importRecords(incoming: Progress): Promise<Outcome<readonly RecordChange[]>> {
    return this.#changeFrom((current) => mergeChanges(current, incoming));
  }

  /** Undoes changes, except to records that have changed again since. */
  revert(changes: readonly RecordChange[]): Promise<Outcome<readonly RecordChange[]>> {
    return this.#changeFrom(() => reversed(changes));
  }

  /** Deletes unreadable records unless they have changed. */
  deleteUnreadable(records: readonly StoredValue[]): Promise<Outcome<readonly RecordChange[]>> {
    return this.#changeFrom(() =>
      records.map(({ value, ...key }) => ({ ...key, before: value, after: undefined })),
    );
  }

  /** Deletes everything, including unreadable records. This can't be undone. */
  deleteAll(): Promise<Outcome<void>> {
    return this.#attempt(async () => {
      await this.#connection.write('all', (tx) =>
        Promise.all([...tx.objectStoreNames].map((name) => tx.objectStore(name).clear())),
      );
      // Load the module on demand, because question pages load this file, too, and they never
      // delete recordings.
      await (await import('./recordings.ts')).deleteRecordings();
      this.#announce(storeNames.map((store) => ({ store, key: '*' })));
    });
  }

  #changeFrom(
    changesFrom: (current: Progress) => readonly RecordChange[],
  ): Promise<Outcome<readonly RecordChange[]>> {
    return this.#attempt(async () => {
      const made = await this.#connection.write('all', async (tx) =>
        applyChanges(tx, changesFrom(readProgress(await readStored(tx)).progress)),
      );
      this.#announce(made.map(({ store, key }) => ({ store, key: String(key) }) as Change));
      return made;
    });
  }

  /** Runs an operation. If it fails, returns the failure and fires an event. Bugs are rethrown. */
  async #attempt<T>(work: () => Promise<T>): Promise<Outcome<T>> {
    try {
      return { value: await work() };
    } catch (error) {
      const trouble = toStoreError(error);
      if (trouble === undefined) throw error;
      this.#report(trouble.failure);
      return { problem: trouble.failure };
    }
  }

  #announceReview({ id, card }: ReviewRecord): void {
    this.#announce([
      { store: 'cards', key: card },
      { store: 'reviews', key: id },
    ]);
  }

  #announce(changes: readonly Change[]): void {
    if (changes.length === 0) return;
    this.#tabs.post(changes);
    this.#emit('change', { changes, isElsewhere: false });
  }

  #report(failure: StoreFailure): void {
    this.#emit('failure', { failure });
  }

  #emit<Type extends keyof StoreEvents>(type: Type, detail: StoreEvents[Type]): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
