import type { IDBPTransaction } from 'idb';

export type WriteTransaction = IDBPTransaction<unknown, string[], 'readwrite'>;

export type ReadTransaction = IDBPTransaction<unknown, string[], 'readonly'>;

export interface DatabaseOptions {
  /** Returns IndexedDB; may throw if storage is blocked. */
  readonly factory: () => IDBFactory;
  readonly version: number;
}
