import type { IDBPTransaction } from 'idb';
import type { Upgrade } from '../domain/progress/upgrade.ts';

export type WriteTransaction = IDBPTransaction<unknown, string[], 'readwrite'>;

export type ReadTransaction = IDBPTransaction<unknown, string[], 'readonly'>;

/** What opening needs to know. */
export interface DatabaseOptions {
  /** Gives IndexedDB; it may throw where storage is closed. */
  readonly factory: () => IDBFactory;
  readonly now: () => number;
  readonly version: number;
  readonly upgrades: readonly Upgrade[];
}
