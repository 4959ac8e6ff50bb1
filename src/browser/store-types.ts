import type { IDBPTransaction } from 'idb';
import type { Upgrade } from '../domain/progress/upgrade.ts';

export type WriteTransaction = IDBPTransaction<unknown, string[], 'readwrite'>;

export type ReadTransaction = IDBPTransaction<unknown, string[], 'readonly'>;

export interface DatabaseOptions {
  /** Returns IndexedDB; may throw if storage is blocked. */
  readonly factory: () => IDBFactory;
  readonly now: () => number;
  readonly version: number;
  readonly upgrades: readonly Upgrade[];
}
