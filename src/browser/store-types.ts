import type { IDBPTransaction } from 'idb';
import type { Upgrade } from '../domain/progress/upgrade.ts';

/** A transaction that may write. */
export type WriteTransaction = IDBPTransaction<unknown, string[], 'readwrite'>;

/** A transaction that reads. */
export type ReadTransaction = IDBPTransaction<unknown, string[], 'readonly'>;

/** Options for opening. */
export interface DatabaseOptions {
  /** Gives IndexedDB; it may throw where storage is closed. */
  readonly factory: () => IDBFactory;
  readonly now: () => number;
  readonly version: number;
  readonly upgrades: readonly Upgrade[];
}
