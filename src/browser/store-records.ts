/** Operations on records. Each runs in its caller's transaction. */
import type { IDBPTransaction } from 'idb';
import type { RecordChange } from '../domain/progress/merge.ts';
import { isSame, keyOf, type StoredRecord } from '../domain/progress/record-lists.ts';
import type { RawRecord } from '../domain/progress/record-versions.ts';
import {
  type CardRecord,
  type ReviewRecord,
  readRecord,
  type StoreName,
} from '../domain/progress/records.ts';
import { StoreError } from './store-failures.ts';

export type WriteTransaction = IDBPTransaction<unknown, string[], 'readwrite'>;

export type ReadTransaction = IDBPTransaction<unknown, string[], 'readonly'>;

export interface StoredValue extends RawRecord {
  readonly key: IDBValidKey;
}

/** Returns everything in the transaction's stores, except in `device`. */
export async function readStored(
  transaction: ReadTransaction | WriteTransaction,
): Promise<StoredValue[]> {
  const names = [...transaction.objectStoreNames].filter((name) => name !== 'device');
  const lists = await Promise.all(
    names.map(async (store) => {
      const target = transaction.objectStore(store);
      const [keys, values] = await Promise.all([target.getAllKeys(), target.getAll()]);
      return keys.map((key, index) => ({ store, key, value: values[index] as unknown }));
    }),
  );
  return lists.flat();
}

/** Makes changes, except to records that have changed since. Returns the changes that it made. */
export async function applyChanges(
  transaction: WriteTransaction,
  changes: readonly RecordChange[],
): Promise<RecordChange[]> {
  const made = await Promise.all(
    changes.map(async (change) => {
      const { store, key, before, after } = change;
      const target = transaction.objectStore(store);
      if (!isSame(await target.get(key), before)) return [];
      await (after === undefined ? target.delete(key) : target.put(after));
      return [change];
    }),
  );
  return made.flat();
}

/** @throws {StoreError} `unreadable` if the stored record can't be read */
export async function storedRecord<Name extends StoreName>(
  transaction: ReadTransaction | WriteTransaction,
  store: Name,
  key: string,
): Promise<StoredRecord<Name> | undefined> {
  const value: unknown = await transaction.objectStore(store).get(key);
  if (value === undefined) return undefined;
  const result = readRecord(store, value);
  if ('value' in result) return result.value;
  throw new StoreError('unreadable', `${store} ${key}: ${result.problem}`);
}

/** Checks a record before it is written, so that it won't be rejected when it is read. */
function checked<Name extends StoreName>(
  store: Name,
  value: StoredRecord<Name>,
): StoredRecord<Name> {
  const result = readRecord(store, value);
  if ('value' in result) return result.value;
  throw new StoreError('invalid', `${store}: ${result.problem}`);
}

export async function updateRecord<Name extends StoreName>(
  transaction: WriteTransaction,
  { store, key }: { readonly store: Name; readonly key: string },
  change: (record: StoredRecord<Name> | undefined) => StoredRecord<Name> | undefined,
): Promise<{ record: StoredRecord<Name> | undefined; isChanged: boolean }> {
  const target = transaction.objectStore(store);
  const before = await storedRecord(transaction, store, key);
  const changed = change(before);
  const record = changed && checked(store, changed);
  if (isSame(before, record)) return { record, isChanged: false };
  if (record === undefined) await target.delete(key);
  else if (keyOf<Name>(store, record) === key) await target.put(record);
  else throw new StoreError('invalid', `${store}: key ${key} changed to a different key`);
  return { record, isChanged: true };
}

/**
 * Writes an answer and its card. Returns the number of stored answers, including this one.
 * @throws {StoreError} `changed` if the card is no longer as it was before the answer; `invalid` if
 * the card isn't the answer's card
 */
export async function writeReview(
  transaction: WriteTransaction,
  card: CardRecord,
  review: ReviewRecord,
): Promise<number> {
  const [cards, reviews] = [transaction.objectStore('cards'), transaction.objectStore('reviews')];
  const stored = await storedRecord(transaction, 'cards', review.card);
  const { before } = review;
  if (card.id !== review.card || (before !== null && before.id !== card.id)) {
    throw new StoreError('invalid', `review of ${review.card} with card ${card.id}`);
  }
  const isNew = stored === undefined && (before === null || before.reps === 0);
  if (!isNew && !isSame(stored, before ?? undefined)) throw new StoreError('changed', card.id);
  await cards.put(checked('cards', card));
  await reviews.add(checked('reviews', review));
  return reviews.count();
}

/**
 * Undoes a card's last answer and returns it.
 * @throws {StoreError} `gone` if there is no such answer; `changed` if it isn't the last one
 */
export async function takeBackReview(
  transaction: WriteTransaction,
  id: string,
): Promise<ReviewRecord> {
  const [cards, reviews] = [transaction.objectStore('cards'), transaction.objectStore('reviews')];
  const review = await storedRecord(transaction, 'reviews', id);
  if (review === undefined) throw new StoreError('gone', `review ${id}`);
  const card = await storedRecord(transaction, 'cards', review.card);
  // Compare counts, not times, because a clock may have been set back between two answers.
  if (card?.reps !== (review.before?.reps ?? 0) + 1) throw new StoreError('changed', review.card);
  if (review.before === null) await cards.delete(review.card);
  else await cards.put(review.before);
  await reviews.delete(id);
  return review;
}
