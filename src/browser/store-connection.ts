/**
 * The IndexedDB database `guide` (`guide-settings.ts` sets its name), version 3, with these stores:
 * - `cards`, `reviews`, `notes`, `bookmarks`, `mocks`, `interviews`, and `settings` hold records in
 *   the format of `records.ts`, each under its own key.
 * - `device` is no longer used. Until December 2026, it stored when the browser was asked for
 *   persistent storage. Earlier versions of the guide need it to open the database.
 * Version 1 also had `snapshots`, and `quarantine` for records that it couldn't read: `{id, at,
 * store, value, problem}`. Entries that can't be moved back to their store stay there. Version 2
 * had no `interviews`. From version 3 on, the version number is two more than that of the records
 * (`recordFormat`).
 */
import { type IDBPDatabase, openDB } from 'idb';
import { isNewer } from '../domain/progress/merge.ts';
import { isStoreName, storeNames } from '../domain/progress/record-lists.ts';
import { type RecordFormat, upgrade } from '../domain/progress/record-versions.ts';
import { readRecord, storeSchemas } from '../domain/progress/records.ts';
import { storage } from '../guide-settings.ts';
import { isAbort, StoreError, type StoreFailure, toStoreError } from './store-failures.ts';
import { type ReadTransaction, readStored, type WriteTransaction } from './store-records.ts';

const allStores: readonly string[] = [...storeNames, 'device'];

type Stores = readonly string[] | 'all';

/** How long opening may take, in milliseconds. Some browsers never answer. */
const patience = 5000;

/**
 * The database connection. It is opened on first use, and reopened if the browser has closed it. If
 * another tab needs to upgrade the database, this connection closes, so that no upgrade waits for a
 * forgotten tab.
 */
export class Connection {
  readonly #format: RecordFormat;
  readonly #onFailure: (failure: StoreFailure) => void;
  #opening: Promise<IDBPDatabase> | undefined;
  #isOutdated = false;

  /**
   * @param onFailure called if another tab blocks an upgrade, the browser closes the connection, or
   * this version of the guide is outdated
   */
  constructor(format: RecordFormat, onFailure: (failure: StoreFailure) => void) {
    this.#format = format;
    this.#onFailure = onFailure;
  }

  read<T>(stores: Stores, work: (tx: ReadTransaction) => Promise<T>): Promise<T> {
    return this.#transact(stores, 'readonly', (tx) => work(tx as ReadTransaction));
  }

  /** Reads and writes in one transaction, which saves everything or nothing. */
  write<T>(stores: Stores, work: (tx: WriteTransaction) => Promise<T>): Promise<T> {
    return this.#transact(stores, 'readwrite', (tx) => work(tx as WriteTransaction));
  }

  /** Closes the database. Pending writes finish. A later call opens it again. */
  close(): void {
    const opening = this.#opening;
    this.#opening = undefined;
    closeOnceOpen(opening);
  }

  async #transact<T>(
    stores: Stores,
    mode: 'readonly' | 'readwrite',
    work: (transaction: ReadTransaction | WriteTransaction) => Promise<T>,
  ): Promise<T> {
    const database = await this.#database();
    const names = stores === 'all' ? database.objectStoreNames : stores;
    const transaction = database.transaction([...names], mode) as unknown as ReadTransaction;
    // Handle the rejection right away, because browsers report an unhandled one as an error.
    const ended: Promise<unknown> = transaction.done.then(
      () => undefined,
      (error: unknown) => error,
    );
    try {
      const value = await work(transaction);
      const problem = await ended;
      if (problem !== undefined) throw problem;
      return value;
    } catch (error) {
      abort(transaction);
      // Only the transaction's error says that storage is full. Errors from its requests only say
      // that they were aborted.
      throw isAbort(error) ? ((await ended) ?? error) : error;
    }
  }

  async #database(): Promise<IDBPDatabase> {
    if (this.#isOutdated) throw new StoreError('outdated');
    this.#opening ??= this.#open();
    try {
      return await this.#opening;
    } catch (error) {
      this.#opening = undefined;
      throw error;
    }
  }

  /**
   * Opens the database. If necessary, creates or upgrades its stores first. A failed upgrade
   * changes nothing.
   * @throws {StoreError} if the database can't be opened or lacks stores
   */
  async #open(): Promise<IDBPDatabase> {
    const { promise: isLate, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new StoreError('unanswered')), patience);
    let cause: unknown;
    try {
      const opening = openDB(storage, this.#format.version + 2, {
        upgrade: (_database, from, _to, transaction) => {
          clearTimeout(timer);
          transaction.done.catch(() => undefined);
          const writing = transaction as unknown as WriteTransaction;
          upgradeDatabase(writing, from, this.#format).catch((error: unknown) => {
            cause = error;
            abort(writing);
          });
        },
        // Opening continues once the other tab has closed the database.
        blocked: () => {
          clearTimeout(timer);
          this.#report('blocked');
        },
        blocking: (_from, to) => this.#makeWay(to),
        terminated: () => {
          this.#opening = undefined;
          this.#report('terminated');
        },
      });
      // Nothing waits for a database that opens late, but its connection would block upgrades.
      isLate.catch(() => closeOnceOpen(opening));
      const database = await Promise.race([opening, isLate]);
      if (allStores.every((name) => database.objectStoreNames.contains(name))) return database;
      database.close();
      throw new StoreError('damaged', `has only ${[...database.objectStoreNames].join(', ')}`);
    } catch (error) {
      throw troubleOnOpening(cause ?? error);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Lets another tab upgrade the database or, if there is no new version, delete it. */
  #makeWay(version: number | null): void {
    this.close();
    if (version === null) return;
    this.#isOutdated = true;
    this.#report('outdated');
  }

  #report(kind: 'blocked' | 'outdated' | 'terminated'): void {
    this.#onFailure(new StoreError(kind).failure);
  }
}

function closeOnceOpen(opening: Promise<IDBPDatabase> | undefined): void {
  opening?.then(
    (database) => database.close(),
    () => undefined,
  );
}

function abort(transaction: WriteTransaction | ReadTransaction): void {
  // When a transaction is aborted, this promise is rejected even if no code awaits it.
  transaction.done.catch(() => undefined);
  try {
    transaction.abort();
  } catch {
    // The transaction has already ended.
  }
}

/**
 * Turns an error during opening into a `StoreError`. Unknown errors and interruptions have the kind
 * `closed`.
 */
function troubleOnOpening(error: unknown): StoreError {
  const trouble = toStoreError(error);
  if (trouble !== undefined && trouble.failure.kind !== 'interrupted') return trouble;
  return new StoreError('closed', String(error));
}

/**
 * Creates the stores of a new database, or upgrades those of an earlier version, in the transaction
 * that opens it.
 */
async function upgradeDatabase(
  transaction: WriteTransaction,
  from: number,
  format: RecordFormat,
): Promise<void> {
  const database = transaction.db as IDBPDatabase;
  const create = (name: string, keyPath: string): void => {
    if (!database.objectStoreNames.contains(name)) database.createObjectStore(name, { keyPath });
  };
  for (const name of storeNames) create(name, storeSchemas[name].key);
  create('device', 'id');
  if (database.objectStoreNames.contains('snapshots')) database.deleteObjectStore('snapshots');
  if (database.objectStoreNames.contains('quarantine')) {
    await restoreQuarantined(transaction, database);
  }
  if (from > 0) await upgradeRecords(transaction, Math.max(1, from - 2), format);
}

/** Moves quarantined records back, because this version may be able to read them. */
async function restoreQuarantined(
  transaction: WriteTransaction,
  database: IDBPDatabase,
): Promise<void> {
  const quarantine = transaction.objectStore('quarantine');
  for (const key of await quarantine.getAllKeys()) {
    const isRestored = await restore(transaction, await quarantine.get(key)).catch(() => false);
    if (isRestored) await quarantine.delete(key);
  }
  if ((await quarantine.count()) === 0) database.deleteObjectStore('quarantine');
}

/**
 * Moves one record back if its key is unused or belongs to an older record. Returns false if it has
 * to stay where it is: its store is unknown, or its key is in use and one of the two records can't
 * be read.
 * @throws {Error} if the record has no key
 */
async function restore(transaction: WriteTransaction, entry: unknown): Promise<boolean> {
  const { store, value } = entry as { readonly store: unknown; readonly value: unknown };
  if (!isStoreName(store)) return false;
  const target = transaction.objectStore(store);
  const key = (value as Readonly<Record<string, IDBValidKey>>)[storeSchemas[store].key];
  const there: unknown = await target.get(key as IDBValidKey);
  const [record, other] = [readRecord(store, value), readRecord(store, there)];
  if (there !== undefined) {
    if ('problem' in record || 'problem' in other) return false;
    if (!isNewer(record.value, other.value)) return true;
  }
  await target.put(value);
  return true;
}

/** A record that can't be upgraded stays as it is. */
async function upgradeRecords(
  transaction: WriteTransaction,
  from: number,
  format: RecordFormat,
): Promise<void> {
  if (from === format.version) return;
  const records = await readStored(transaction);
  for (const [index, { store, value }] of (upgrade(from, records, format) ?? []).entries()) {
    const before = records[index];
    if (before === undefined || value === before.value) continue;
    const key = await transaction.objectStore(store).put(value);
    if (store !== before.store || key !== before.key) {
      await transaction.objectStore(before.store).delete(before.key);
    }
  }
}
