import type { IDBPDatabase } from 'idb';
import { isNewer } from '../domain/progress/merge.ts';
import { isStoreName, storeNames } from '../domain/progress/progress-lists.ts';
import {
  type RecordFormat,
  readRecord,
  storeSchemas,
  upgrade,
} from '../domain/progress/records.ts';
import type { WriteTransaction } from './store-connection.ts';
import { readStored } from './store-records.ts';

/**
 * Creates the stores of a new database, or upgrades one of an earlier version, in the transaction
 * of its request to open.
 */
export async function upgradeDatabase(
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
 * Moves one record back if its key is unused or has an older record. Returns false if the record
 * can't be read and its key is in use. @throws if it has no key
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

/** Upgrades records. A record that can't be upgraded stays as it is. */
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
