/**
 * The reader's progress, on this device only. Everything that reads or writes progress
 * goes through a `Store`; the database itself is described in `store-connection.ts`, messages
 * between tabs in `store-events.ts`. Each method is one transaction: it is saved completely or not
 * at all, even if the tab is closed meanwhile, and two tabs can't lose each other's changes.
 */
import { mergeProgress } from '../domain/progress/merge.ts';
import {
  keyOf,
  noProgress,
  type ReadProgress,
  readProgress,
  type StoredRecord,
  storeNames,
} from '../domain/progress/progress-lists.ts';
import {
  type CardRecord,
  type Progress,
  type ReviewRecord,
  recordsVersion,
  type StoreName,
} from '../domain/progress/records.ts';
import {
  changeAll,
  mustBeRight,
  type QuarantinedRecord,
  quarantinedRecord,
  readSnapshot,
  readStored,
  rightRecord,
  type SnapshotEntry,
  type SnapshotReason,
  snapshotEntry,
  takeBackReview,
  unreadable,
  updateRecord,
  writeReview,
} from './store-bulk.ts';
import { Connection, type WriteTransaction } from './store-connection.ts';
import { type Change, type StoreEvents, TabChannel } from './store-events.ts';
import { type Outcome, type StoreFailure, toStoreError } from './store-failures.ts';
import {
  Persistence,
  reviewsBeforeAsking,
  type StorageControl,
  type StorageState,
} from './store-persistence.ts';

export type { QuarantinedRecord, SnapshotEntry } from './store-bulk.ts';

export interface StoreOptions {
  readonly indexedDB?: IDBFactory;
  readonly navigator?: { readonly storage?: StorageControl };
  /** Milliseconds since 1970. */
  readonly now?: () => number;
  /** Version of the database; tests open the next one, as a later guide will. */
  readonly version?: number;
}

/** Creates the store. The first call that needs the database opens it. */
export function openStore(options: StoreOptions = {}): Store {
  return new Store(options);
}

/**
 * Reads and writes progress. Events: `change` after each change in this tab or another, and
 * `failure` after each failure. The call's result has the failure too; methods reject only for bugs.
 */
export class Store extends EventTarget {
  readonly #now: () => number;
  readonly #connection: Connection;
  readonly #persistence: Persistence;
  readonly #tabs: TabChannel;

  constructor(options: StoreOptions) {
    super();
    this.#now = options.now ?? Date.now;
    const database = {
      factory: () => options.indexedDB ?? indexedDB,
      version: options.version ?? recordsVersion,
    };
    this.#connection = new Connection(database, (failure) => this.#report(failure));
    const storage = (options.navigator ?? navigator).storage ?? {};
    this.#persistence = new Persistence(this.#connection, storage, this.#now);
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

  /** Closes the database and the channel to other tabs. Pending writes finish. */
  close(): void {
    this.#connection.close();
    this.#tabs.close();
  }

  /** Reads everything. Invalid records are moved to the quarantine and listed. */
  readAll(): Promise<Outcome<ReadProgress>> {
    return this.#attempt(async () => {
      const read = readProgress(await this.#connection.read(storeNames, readStored));
      if (read.rejected.length === 0) return read;
      // Full storage must not block loading: invalid records then stay in their stores.
      const moved = await this.#attempt(() => this.#moveBadRecords());
      return 'value' in moved ? moved.value : read;
    });
  }

  /** Reads one record; undefined if there is none, or it is invalid. */
  get<Name extends StoreName>(
    store: Name,
    key: string,
  ): Promise<Outcome<StoredRecord<Name> | undefined>> {
    return this.#attempt(async () => {
      const value = await this.#connection.read([store], (tx) => tx.objectStore(store).get(key));
      return rightRecord(store, value);
    });
  }

  put<Name extends StoreName>(
    store: Name,
    record: StoredRecord<Name>,
  ): Promise<Outcome<StoredRecord<Name>>> {
    return this.#attempt(async () => {
      const right = mustBeRight(store, record);
      await this.#connection.write([store], (tx) => tx.objectStore(store).put(right));
      this.#announce([{ store, key: keyOf<Name>(store, right) }]);
      return right;
    });
  }

  remove(store: StoreName, key: string): Promise<Outcome<void>> {
    return this.#attempt(async () => {
      await this.#connection.write([store], (tx) => tx.objectStore(store).delete(key));
      this.#announce([{ store, key }]);
    });
  }

  /**
   * Updates a record from its current value in one transaction, so that no other tab can interfere.
   * `change` gets undefined if there is no record, and returns undefined to delete it; it must be
   * synchronous. If it throws, nothing changes and the error is rethrown.
   */
  update<Name extends StoreName>(
    store: Name,
    key: string,
    change: (record: StoredRecord<Name> | undefined) => StoredRecord<Name> | undefined,
  ): Promise<Outcome<StoredRecord<Name> | undefined>> {
    return this.#attempt(async () => {
      const place = { store, key, at: this.#now() };
      const { record, isChanged } = await this.#connection.write([store, 'quarantine'], (tx) =>
        updateRecord(tx, place, change),
      );
      if (isChanged) this.#announce([{ store, key }]);
      return record;
    });
  }

  /**
   * Writes an answer and its new card. `review.before` must be the stored card (null or a new card
   * if there is none): if another tab has answered it since, nothing is overwritten and the failure
   * is `changed`. After the third answer, we ask the browser for persistent storage.
   */
  putReview(card: CardRecord, review: ReviewRecord): Promise<Outcome<void>> {
    return this.#attempt(async () => {
      const count = await this.#connection.write(['cards', 'reviews'], (tx) =>
        writeReview(tx, card, review),
      );
      this.#announceReview(review);
      if (count >= reviewsBeforeAsking) void this.#askToPersist();
    });
  }

  /**
   * Undoes an answer and restores the card. Returns the card, undefined if it was new. Only a
   * card's last answer can be undone; otherwise the failure is `changed`.
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

  /** Replaces all progress, with a snapshot. Returns the new progress. */
  replaceAll(progress: Progress): Promise<Outcome<Progress>> {
    return this.#changeAll('import', () => progress);
  }

  mergeIn(progress: Progress): Promise<Outcome<Progress>> {
    return this.#changeAll('import', (before) => mergeProgress(before, progress));
  }

  reset(): Promise<Outcome<Progress>> {
    return this.#changeAll('reset', () => noProgress);
  }

  /** Deletes everything, including snapshots and quarantined records. It can't be undone. */
  forgetAll(): Promise<Outcome<void>> {
    return this.#attempt(async () => {
      const stores = [...storeNames, 'quarantine', 'snapshots'] as const;
      await this.#connection.write(stores, (tx) =>
        Promise.all(stores.map((name) => tx.objectStore(name).clear())),
      );
      // Loaded on demand, because every question page loads this file.
      await (await import('./recordings.ts')).deleteRecordings();
      this.#announce(stores.map((store) => ({ store, key: '*' })));
    });
  }

  restore({ id }: Pick<SnapshotEntry, 'id'>): Promise<Outcome<Progress>> {
    return this.#changeAll('restore', (_before, tx) => readSnapshot(tx, id, this.#now()));
  }

  /** The snapshots that have readable records, latest first. */
  snapshots(): Promise<Outcome<readonly SnapshotEntry[]>> {
    return this.#attempt(async () => {
      const all = await this.#allIn('snapshots');
      return all.flatMap((stored) => snapshotEntry(stored) ?? []).reverse();
    });
  }

  clearSnapshots(): Promise<Outcome<void>> {
    return this.#clear('snapshots');
  }

  quarantined(): Promise<Outcome<readonly QuarantinedRecord[]>> {
    return this.#attempt(async () => (await this.#allIn('quarantine')).map(quarantinedRecord));
  }

  clearQuarantine(): Promise<Outcome<void>> {
    return this.#clear('quarantine');
  }

  storageState(): Promise<StorageState> {
    return this.#persistence.state();
  }

  async requestPersistence(): Promise<StorageState> {
    await this.#persistence.askAgain();
    this.#announce([{ store: 'device', key: '*' }]);
    return this.#persistence.state();
  }

  /** Read again in the transaction that writes: another tab may have been here first. */
  async #moveBadRecords(): Promise<ReadProgress> {
    const stores = [...storeNames, 'quarantine'];
    const read = await this.#connection.write(stores, async (tx) => {
      const found = readProgress(await readStored(tx));
      await unreadable(tx, found.rejected, this.#now());
      return found;
    });
    this.#announce([{ store: 'quarantine', key: '*' }]);
    return read;
  }

  #allIn(store: 'snapshots' | 'quarantine'): Promise<readonly unknown[]> {
    return this.#connection.read([store], (tx) => tx.objectStore(store).getAll());
  }

  #clear(store: 'snapshots' | 'quarantine'): Promise<Outcome<void>> {
    return this.#attempt(async () => {
      await this.#connection.write([store], (tx) => tx.objectStore(store).clear());
      this.#announce([{ store, key: '*' }]);
    });
  }

  #changeAll(
    reason: SnapshotReason,
    change: (before: Progress, tx: WriteTransaction) => Progress | Promise<Progress>,
  ): Promise<Outcome<Progress>> {
    return this.#attempt(async () => {
      const occasion = { reason, at: this.#now() };
      const stores = [...storeNames, 'quarantine', 'snapshots'];
      const { progress, changes } = await this.#connection.write(stores, (tx) =>
        changeAll(tx, occasion, (before) => change(before, tx)),
      );
      this.#announce(changes);
      return progress;
    });
  }

  async #askToPersist(): Promise<void> {
    if (await this.#persistence.askOnce()) this.#announce([{ store: 'device', key: '*' }]);
  }

  /** Runs something and reports a failure both as an event and as the result. Bugs are rethrown. */
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
