/**
 * The IndexedDB database `guide` (`guide.ts` sets its name), version 3, with these stores:
 *
 * - `cards`, `reviews`, `notes`, `bookmarks`, `mocks`, `interviews`, and `settings` hold records in
 *   the format of `records.ts`, each under its own key.
 * - `device` holds `{id, …}` entries that concern only this device and are never exported.
 *
 * Version 1 also had `snapshots`, and `quarantine` with records that it couldn't read: `{id, at,
 * store, value, problem}`. Entries that can't be moved back to their store stay there. Version 2
 * had no `interviews`. From version 3 on, the version number is two more than that of the records
 * (`recordFormat`).
 */
import { type IDBPDatabase, type IDBPTransaction, wrap } from 'idb';
import { storeNames } from '../domain/progress/progress-lists.ts';
import { storage } from '../guide.ts';
import { isAbort, StoreError, type StoreFailure, toStoreError } from './store-failures.ts';

export type WriteTransaction = IDBPTransaction<unknown, string[], 'readwrite'>;

export type ReadTransaction = IDBPTransaction<unknown, string[], 'readonly'>;

export interface DatabaseOptions {
  /** Returns IndexedDB. May throw if storage is blocked. */
  readonly factory: () => IDBFactory;
  readonly version: number;
  /** Creates the stores, or upgrades a database of an earlier version. */
  readonly upgrade: (transaction: WriteTransaction, from: number) => Promise<void>;
}

const allStores: readonly string[] = [...storeNames, 'device'];

/** The stores of a transaction. `all` means every store that the database has. */
type Stores = readonly string[] | 'all';

/**
 * The database connection. It is opened on first use, and again if the browser has closed it. It
 * closes the database when another tab needs to upgrade it, so that no upgrade waits for a
 * forgotten tab.
 */
export class Connection {
  readonly #options: DatabaseOptions;
  readonly #onFailure: (failure: StoreFailure) => void;
  #opening: Promise<IDBPDatabase> | undefined;
  #isOutdated = false;

  /**
   * @param onFailure called when the browser blocks or closes the connection, or when it is
   *   outdated
   */
  constructor(options: DatabaseOptions, onFailure: (failure: StoreFailure) => void) {
    this.#options = options;
    this.#onFailure = onFailure;
  }

  read<T>(stores: Stores, work: (tx: ReadTransaction) => Promise<T>): Promise<T> {
    return this.#transact(stores, 'readonly', (tx) => work(tx as ReadTransaction));
  }

  /** Reads and writes in one transaction. Either all of it is saved, or nothing. */
  write<T>(stores: Stores, work: (tx: WriteTransaction) => Promise<T>): Promise<T> {
    return this.#transact(stores, 'readwrite', (tx) => work(tx as WriteTransaction));
  }

  /** Closes the database. Pending writes finish. A later call opens it again. */
  close(): void {
    const opening = this.#opening;
    this.#opening = undefined;
    opening?.then(
      (database) => database.close(),
      () => undefined,
    );
  }

  async #transact<T>(
    stores: Stores,
    mode: 'readonly' | 'readwrite',
    work: (transaction: ReadTransaction | WriteTransaction) => Promise<T>,
  ): Promise<T> {
    const database = await this.#database();
    const names = stores === 'all' ? database.objectStoreNames : stores;
    const transaction = database.transaction([...names], mode) as unknown as ReadTransaction;
    // The rejection is handled from the start, because browsers report an unhandled one as an
    // error.
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
      // Only the transaction knows that storage is full. Its requests just report that they were
      // aborted.
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

  async #open(): Promise<IDBPDatabase> {
    const database = await openDatabase(this.#options, () => this.#report('blocked'));
    database.addEventListener('versionchange', ({ newVersion }) => {
      this.close();
      // If there is no new version, the database is being deleted.
      if (newVersion === null) return;
      this.#isOutdated = true;
      this.#report('outdated');
    });
    database.addEventListener('close', () => {
      this.#opening = undefined;
      this.#report('terminated');
    });
    return database;
  }

  #report(kind: 'blocked' | 'outdated' | 'terminated'): void {
    this.#onFailure(new StoreError(kind).failure);
  }
}

/** How long opening may take, in milliseconds. */
const patience = 5000;

/**
 * Opens the database. Creates or upgrades its stores first if necessary. A failed upgrade changes
 * nothing.
 *
 * @param onBlocked called when another tab has an older version open and doesn't close it; opening
 *   continues when it does
 * @throws {StoreError} if it can't be opened, or lacks stores
 */
async function openDatabase(
  options: DatabaseOptions,
  onBlocked: () => void,
): Promise<IDBPDatabase> {
  let cause: unknown;
  try {
    const request = options.factory().open(storage, options.version);
    request.addEventListener('blocked', onBlocked);
    request.addEventListener('upgradeneeded', ({ oldVersion }) => {
      const transaction = wrap(
        request.transaction as IDBTransaction,
      ) as unknown as WriteTransaction;
      transaction.done.catch(() => undefined);
      options.upgrade(transaction, oldVersion).catch((error: unknown) => {
        cause = error;
        abort(transaction);
      });
    });
    const database = (await withinPatience(request)) as IDBPDatabase;
    if (allStores.every((name) => database.objectStoreNames.contains(name))) return database;
    database.close();
    throw new StoreError('damaged', `has only ${[...database.objectStoreNames].join(', ')}`);
  } catch (error) {
    throw troubleOnOpening(cause ?? error);
  }
}

/**
 * Waits for an open request, but not forever, because some browsers never answer. If another tab
 * blocks it or an upgrade has started, there is no limit.
 */
function withinPatience(request: IDBOpenDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new StoreError('unanswered'));
      // Nothing waits for the database anymore, and an open connection would block upgrades.
      request.addEventListener('success', () => request.result.close());
    }, patience);
    const wait = (): void => clearTimeout(timer);
    request.addEventListener('blocked', wait);
    request.addEventListener('upgradeneeded', wait);
    wrap(request).then(resolve, reject).finally(wait);
  });
}

function abort(transaction: WriteTransaction | ReadTransaction): void {
  // An aborted transaction rejects this promise even if no code awaits it.
  transaction.done.catch(() => undefined);
  try {
    transaction.abort();
  } catch {
    // The transaction has already ended.
  }
}

/**
 * Turns an error during opening into a `StoreError`. If its kind is unknown or it was interrupted,
 * storage counts as blocked.
 */
function troubleOnOpening(error: unknown): StoreError {
  const trouble = toStoreError(error);
  if (trouble !== undefined && trouble.failure.kind !== 'interrupted') return trouble;
  return new StoreError('closed', String(error));
}
