import type { IDBPDatabase } from 'idb';
import { abort, openDatabase } from './store-database.ts';
import { isAbort, StoreError, type StoreFailure } from './store-failures.ts';
import type { DatabaseOptions, ReadTransaction, WriteTransaction } from './store-types.ts';

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

  /** Reads in one transaction. */
  read<T>(stores: readonly string[], work: (tx: ReadTransaction) => Promise<T>): Promise<T> {
    return this.#transact(stores, 'readonly', (tx) => work(tx as ReadTransaction));
  }

  /** Reads and writes in one transaction: all of it is saved, or nothing. */
  write<T>(stores: readonly string[], work: (tx: WriteTransaction) => Promise<T>): Promise<T> {
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
    stores: readonly string[],
    mode: 'readonly' | 'readwrite',
    work: (transaction: ReadTransaction | WriteTransaction) => Promise<T>,
  ): Promise<T> {
    const database = await this.#database();
    const transaction = database.transaction([...stores], mode) as unknown as ReadTransaction;
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
      // Without a new version it is being deleted: then there is nothing to be too old for.
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
