/**
 * IndexedDB database `guide`, by the name that `guide.ts` gives to storage. Its version is that of the records, `recordsVersion`; version 1:
 *
 * - `cards`, `reviews`, `notes`, `bookmarks`, `mocks`, `settings`: records as `records.ts` has
 *   them, by their own key;
 * - `quarantine`: records that failed their check, `{id, at, store, value, problem}`;
 * - `snapshots`: all progress before something changed much of it, at most five,
 *   `{id, at, reason, version, records: [{store, value}]}`, `version` being that of its records;
 * - `device`: what concerns this device alone and is never exported, `{id, …}`.
 */
import { type IDBPDatabase, wrap } from 'idb';
import { storeNames } from '../domain/progress/progress-lists.ts';
import { storeSchemas } from '../domain/progress/records.ts';
import { storage } from '../guide.ts';
import { migrate } from './store-bulk.ts';
import { isAbort, StoreError, toStoreError } from './store-failures.ts';
import type { DatabaseOptions, ReadTransaction, WriteTransaction } from './store-types.ts';

/** Timeout for opening, in milliseconds. */
const patience = 5000;

/**
 * Opens the database, and creates or upgrades it first if need be. An upgrade that fails leaves
 * everything as it was.
 *
 * @param onBlocked called when another tab has an older version open and doesn't close it;
 *   opening goes on when it does
 * @throws {StoreError} if it can't be opened, or lacks stores
 */
export async function openDatabase(
  options: DatabaseOptions,
  onBlocked: () => void,
): Promise<IDBPDatabase> {
  let cause: unknown;
  const noteCause = (error: unknown): void => {
    if (!isAbort(error)) cause ??= error;
  };
  try {
    const request = options.factory().open(storage, options.version);
    request.addEventListener('blocked', onBlocked);
    request.addEventListener('upgradeneeded', ({ oldVersion }) => {
      createStores(wrap(request.result));
      if (oldVersion > 0) upgradeWithin(request, oldVersion, options, noteCause);
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
 * Waits for an open request, with a timeout: some browsers never answer. If another tab blocks it
 * or an upgrade has started, it waits without a timeout.
 */
function withinPatience(request: IDBOpenDBRequest): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new StoreError('unanswered'));
      // Nobody waits for it anymore, and open it would block upgrades.
      request.addEventListener('success', () => request.result.close());
    }, patience);
    const wait = (): void => clearTimeout(timer);
    request.addEventListener('blocked', wait);
    request.addEventListener('upgradeneeded', wait);
    wrap(request).then(resolve, reject).finally(wait);
  });
}

/** Aborts a transaction; nothing of it is saved. */
export function abort(transaction: WriteTransaction | ReadTransaction): void {
  // An aborted transaction rejects this promise even if no code awaits it.
  transaction.done.catch(() => undefined);
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}

/** Upgrades the records in the transaction of an open request, and aborts it on failure. */
function upgradeWithin(
  request: IDBOpenDBRequest,
  from: number,
  options: DatabaseOptions,
  noteCause: (error: unknown) => void,
): void {
  if (request.transaction === null) return;
  // It may write like any other transaction.
  const transaction = wrap(request.transaction) as unknown as WriteTransaction;
  transaction.done.catch(noteCause);
  migrate(transaction, from, options).catch((error: unknown) => {
    noteCause(error);
    abort(transaction);
  });
}

const allStores: readonly string[] = [...storeNames, 'quarantine', 'snapshots', 'device'];

function createStores(database: IDBPDatabase): void {
  const create = (name: string, options: IDBObjectStoreParameters): void => {
    if (!database.objectStoreNames.contains(name)) database.createObjectStore(name, options);
  };
  for (const name of storeNames) create(name, { keyPath: storeSchemas[name].key });
  create('quarantine', { keyPath: 'id', autoIncrement: true });
  create('snapshots', { keyPath: 'id', autoIncrement: true });
  create('device', { keyPath: 'id' });
}

/** While opening, an error about neither version nor space means that storage is blocked. */
function troubleOnOpening(error: unknown): StoreError {
  const trouble = toStoreError(error);
  if (trouble !== undefined && trouble.failure.kind !== 'interrupted') return trouble;
  return new StoreError('closed', String(error));
}
