/**
 * The reader's progress, only on this device. All reads and writes go through a `Store`;
 * `store-database.ts` documents the database, and `store-events.ts` the messages between tabs. Each
 * method is one transaction: it happens completely or not at all, even if the tab closes, and two
 * tabs can't lose each other's changes.
 */
import { mergeProgress } from '../domain/progress/merge.ts';
import {
  keyOf,
  noProgress,
  type StoredRecord,
  storeNames,
} from '../domain/progress/progress-lists.ts';
import { type ReadProgress, readProgress } from '../domain/progress/read-progress.ts';
import type { CardRecord, Progress, ReviewRecord, StoreName } from '../domain/progress/records.ts';
import { StoreBase, type StoreOptions } from './store-base.ts';
import {
  type QuarantinedRecord,
  quarantinedRecord,
  readSnapshot,
  readStored,
  type SnapshotEntry,
  type SnapshotReason,
  setAside,
  snapshotEntry,
} from './store-bulk.ts';
import {
  mustBeRight,
  rightRecord,
  takeBackReview,
  updateRecord,
  writeReview,
} from './store-changes.ts';
import type { Outcome } from './store-failures.ts';
import { reviewsBeforeAsking, type StorageState } from './store-persistence.ts';

export type { QuarantinedRecord, SnapshotEntry } from './store-bulk.ts';

/** Opens the guide's memory. The database itself is opened by the first call that needs it. */
export function openStore(options: StoreOptions = {}): Store {
  return new Store(options);
}

/**
 * Reads and writes progress. Events: `change` (`StoreChangeEvent`) after each change in this tab or
 * another, and `failure` (`StoreFailureEvent`) after each failure. The call's result has the
 * failure too; methods reject only for bugs of ours.
 */
export class Store extends StoreBase {
  /** Reads everything. Records that are wrong are moved to the quarantine and listed. */
  readAll(): Promise<Outcome<ReadProgress>> {
    return this.attempt(async () => {
      const read = readProgress(await this.connection.read(storeNames, readStored));
      if (read.rejected.length === 0) return read;
      // Full storage must not block loading: the invalid records then stay where they are.
      const moved = await this.attempt(() => this.#moveBadRecords());
      return 'value' in moved ? moved.value : read;
    });
  }

  /** Reads one record; undefined if there is none, or none that is right. */
  get<Name extends StoreName>(
    store: Name,
    key: string,
  ): Promise<Outcome<StoredRecord<Name> | undefined>> {
    return this.attempt(async () => {
      const value = await this.connection.read([store], (tx) => tx.objectStore(store).get(key));
      return rightRecord(store, value);
    });
  }

  /** Writes a record, replacing the one with the same key. */
  put<Name extends StoreName>(
    store: Name,
    record: StoredRecord<Name>,
  ): Promise<Outcome<StoredRecord<Name>>> {
    return this.attempt(async () => {
      const right = mustBeRight(store, record);
      await this.connection.write([store], (tx) => tx.objectStore(store).put(right));
      this.announce([{ store, key: keyOf<Name>(store, right) }]);
      return right;
    });
  }

  /** Removes a record, if it is there. */
  remove(store: StoreName, key: string): Promise<Outcome<undefined>> {
    return this.attempt(async () => {
      await this.connection.write([store], (tx) => tx.objectStore(store).delete(key));
      this.announce([{ store, key }]);
      return undefined;
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
    return this.attempt(async () => {
      const place = { store, key, at: this.options.now() };
      const { record, isChanged } = await this.connection.write([store, 'quarantine'], (tx) =>
        updateRecord(tx, place, change),
      );
      if (isChanged) this.announce([{ store, key }]);
      return record;
    });
  }

  /**
   * Writes an answer and its new card. `review.before` must be the stored card (null or a new card
   * if there is none): if another tab has answered it since, nothing is overwritten and the failure
   * is `changed`. After the third answer, we ask the browser for persistent storage.
   */
  putReview(card: CardRecord, review: ReviewRecord): Promise<Outcome<undefined>> {
    return this.attempt(async () => {
      const count = await this.connection.write(['cards', 'reviews'], (tx) =>
        writeReview(tx, card, review),
      );
      this.announceReview(review);
      if (count >= reviewsBeforeAsking) void this.askToPersist();
      return undefined;
    });
  }

  /**
   * Takes an answer back; the card is again as it was before. Gives the card, undefined if it was
   * new. Only a card's last answer can be taken back: else the failure is `changed`.
   */
  undoReview(id: string): Promise<Outcome<CardRecord | undefined>> {
    return this.attempt(async () => {
      const review = await this.connection.write(['cards', 'reviews'], (tx) =>
        takeBackReview(tx, id),
      );
      this.announceReview(review);
      return review.before ?? undefined;
    });
  }

  /** Replaces all progress, with a snapshot. Returns the new progress. */
  replaceAll(progress: Progress, reason: SnapshotReason = 'import'): Promise<Outcome<Progress>> {
    return this.changeAll(reason, () => progress);
  }

  /** Merges other progress into the stored one, with a snapshot. Returns the new progress. */
  mergeIn(progress: Progress, reason: SnapshotReason = 'import'): Promise<Outcome<Progress>> {
    return this.changeAll(reason, (before) => mergeProgress(before, progress));
  }

  /** Deletes all progress, with a snapshot. Returns the new progress. */
  reset(): Promise<Outcome<Progress>> {
    return this.changeAll('reset', () => noProgress);
  }

  /** Deletes everything, including snapshots and quarantined records. It can't be undone. */
  forgetAll(): Promise<Outcome<undefined>> {
    return this.attempt(async () => {
      const stores = [...storeNames, 'quarantine', 'snapshots'] as const;
      await this.connection.write(stores, (tx) =>
        Promise.all(stores.map((name) => tx.objectStore(name).clear())),
      );
      // Loaded when it is wanted: every question page loads this file.
      await (await import('./recordings.ts')).deleteRecordings();
      this.announce(stores.map((store) => ({ store, key: '*' })));
      return undefined;
    });
  }

  /** Restores a snapshot, with a snapshot of the current state. Returns the new progress. */
  restore({ id }: Pick<SnapshotEntry, 'id'>): Promise<Outcome<Progress>> {
    return this.changeAll('restore', (_before, tx) => readSnapshot(tx, id, this.options));
  }

  /** The snapshots of which something can be read, latest first. */
  snapshots(): Promise<Outcome<readonly SnapshotEntry[]>> {
    return this.attempt(async () => {
      const all: readonly unknown[] = await this.connection.read(['snapshots'], (tx) =>
        tx.objectStore('snapshots').getAll(),
      );
      return all.flatMap((stored) => snapshotEntry(stored, this.options) ?? []).reverse();
    });
  }

  /** Deletes all snapshots, for space or privacy. */
  clearSnapshots(): Promise<Outcome<undefined>> {
    return this.#clear('snapshots');
  }

  /** The records that were set aside because they could not be read, first ones first. */
  quarantined(): Promise<Outcome<readonly QuarantinedRecord[]>> {
    return this.attempt(async () => {
      const all: readonly unknown[] = await this.connection.read(['quarantine'], (tx) =>
        tx.objectStore('quarantine').getAll(),
      );
      return all.map(quarantinedRecord);
    });
  }

  /** Deletes the quarantined records. */
  clearQuarantine(): Promise<Outcome<undefined>> {
    return this.#clear('quarantine');
  }

  /** How safe the storage is and how much of it is used. Null: the browser does not say. */
  storageState(): Promise<StorageState> {
    return this.persistence.state();
  }

  /** Asks the browser to keep the storage because the reader wants it. Gives how safe it is now. */
  async askToKeep(): Promise<StorageState> {
    await this.persistence.askAgain();
    this.announce([{ store: 'device', key: '*' }]);
    return this.persistence.state();
  }

  /** Read again in the transaction that writes: another tab may have been here first. */
  async #moveBadRecords(): Promise<ReadProgress> {
    const stores = [...storeNames, 'quarantine'];
    const read = await this.connection.write(stores, async (tx) => {
      const found = readProgress(await readStored(tx));
      await setAside(tx, found.rejected, this.options.now());
      return found;
    });
    this.announce([{ store: 'quarantine', key: '*' }]);
    return read;
  }

  #clear(store: 'snapshots' | 'quarantine'): Promise<Outcome<undefined>> {
    return this.attempt(async () => {
      await this.connection.write([store], (tx) => tx.objectStore(store).clear());
      this.announce([{ store, key: '*' }]);
      return undefined;
    });
  }
}
