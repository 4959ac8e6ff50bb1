/**
 * IndexedDB database `guide`, by the name that `guide.ts` gives to storage, version 3:
 *
 * - `cards`, `reviews`, `notes`, `bookmarks`, `mocks`, `interviews`, `settings`: records as
 *   `records.ts` has them, by their own key;
 * - `device`: what concerns this device alone and is never exported, `{id, …}`.
 *
 * Version 1 also had `snapshots`, and `quarantine` with records that it couldn't read,
 * `{id, at, store, value, problem}`. Entries that have no room in their store stay there.
 * Version 2 had no `interviews`. From version 3 on, the version is two more than that of the records
 * (`recordFormat`).
 */
import { type IDBPDatabase, type IDBPTransaction, wrap } from 'idb';
import { storeNames } from '../domain/progress/progress-lists.ts';
import { storage } from '../guide.ts';
import { isAbort, StoreError, type StoreFailure, toStoreError } from './store-failures.ts';

export type WriteTransaction = IDBPTransaction<unknown, string[], 'readwrite'>;

export type ReadTransaction = IDBPTransaction<unknown, string[], 'readonly'>;

export interface DatabaseOptions {
  /** Returns IndexedDB; may throw if storage is blocked. */
  readonly factory: () => IDBFactory;
  readonly version: number;
  /** Creates the stores, or upgrades a database of an earlier version. */
  readonly upgrade: (transaction: WriteTransaction, from: number) => Promise<void>;
}

const allStores: readonly string[] = [...storeNames, 'device'];

/** Stores of a transaction: `all` is every store that the database has. */
type Stores = readonly string[] | 'all';

/**
 * The database connection: opened on first use, and again after the browser has closed it. It
 * closes the database when another tab needs to upgrade it, so that no upgrade waits for a
 * forgotten tab.
 */
export class Connection {
  readonly #options: DatabaseOptions;
  readonly #onFailure: (failure: StoreFailure) => void;
  #opening: Promise<IDBPDatabase> | undefined;
  #isOutdated = false;

  /** @param onFailure called when the browser blocks, closes, or outdates the connection */
  constructor(options: DatabaseOptions, onFailure: (failure: StoreFailure) => void) {
    this.#options = options;
    this.#onFailure = onFailure;
  }

  read<T>(stores: Stores, work: (tx: ReadTransaction) => Promise<T>): Promise<T> {
    return this.#transact(stores, 'readonly', (tx) => work(tx as ReadTransaction));
  }

  /** Reads and writes in one transaction: all of it is saved, or nothing. */
  write<T>(stores: Stores, work: (tx: WriteTransaction) => Promise<T>): Promise<T> {
    return this.#transact(stores, 'readwrite', (tx) => work(tx as WriteTransaction));
  }

  /** Closes the database. Pending writes finish; a later call opens it again. */
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
    // Handled from the start, since browsers report an unhandled rejection as an error.
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
      // Only the transaction knows that storage is full; its requests just report that it was
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
      // Without a new version, the database is being deleted.
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
 * Opens the database, and creates or upgrades its stores first if necessary. A failed upgrade
 * changes nothing.
 *
 * @param onBlocked called when another tab has an older version open and doesn't close it;
 *   opening continues when it does
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
 * Waits for an open request, but not forever: some browsers never answer. If another tab blocks it
 * or an upgrade has started, it waits without a limit.
 */
function withinPatience(request: IDBOpenDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new StoreError('unanswered'));
      // Nothing waits for it anymore, and an open connection would block upgrades.
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
    // It has ended already.
  }
}

/** While opening, any other error means that storage is blocked. */
function troubleOnOpening(error: unknown): StoreError {
  const trouble = toStoreError(error);
  if (trouble !== undefined && trouble.failure.kind !== 'interrupted') return trouble;
  return new StoreError('closed', String(error));
}
