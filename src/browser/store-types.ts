import type { IDBPTransaction } from 'idb';
import type { Upgrade } from '../domain/progress/upgrade.ts';

/** A transaction that may write. */
export type WriteTransaction = IDBPTransaction<unknown, string[], 'readwrite'>;

/** A transaction that reads. */
export type ReadTransaction = IDBPTransaction<unknown, string[], 'readonly'>;

/** Options for opening. */
export interface DatabaseOptions {
  /** Returns IndexedDB; may throw if storage is blocked. */
  readonly factory: () => IDBFactory;
  readonly now: () => number;
  readonly version: number;
  readonly upgrades: readonly Upgrade[];
}
