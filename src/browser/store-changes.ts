/** Changes to single records, each function within a transaction of its caller. */
import { isSameRecord, keyOf, type StoredRecord } from '../domain/progress/progress-lists.ts';
import {
  type CardRecord,
  type ReviewRecord,
  readRecord,
  type StoreName,
} from '../domain/progress/records.ts';
import { setAside } from './store-bulk.ts';
import { StoreError } from './store-failures.ts';
import type { WriteTransaction } from './store-types.ts';

/** The record if it is there and right. */
export function rightRecord<Name extends StoreName>(
  store: Name,
  value: unknown,
): StoredRecord<Name> | undefined {
  const result = readRecord(store, value);
  return 'value' in result ? result.value : undefined;
}

/** The record, since nothing is written that would be rejected on reading. */
export function mustBeRight<Name extends StoreName>(
  store: Name,
  value: StoredRecord<Name>,
): StoredRecord<Name> {
  const result = readRecord(store, value);
  if ('value' in result) return result.value;
  throw new StoreError('invalid', `${store}: ${result.problem.problem}`);
}

/** Result of an update. */
export interface Updated<Name extends StoreName> {
  readonly record: StoredRecord<Name> | undefined;
  readonly isChanged: boolean;
}

/** Updates a record from its current value. An invalid one is quarantined and counts as missing. */
export async function updateRecord<Name extends StoreName>(
  transaction: WriteTransaction,
  { store, key, at }: { readonly store: Name; readonly key: string; readonly at: number },
  change: (record: StoredRecord<Name> | undefined) => StoredRecord<Name> | undefined,
): Promise<Updated<Name>> {
  const target = transaction.objectStore(store);
  const value: unknown = await target.get(key);
  const result = readRecord(store, value);
  const before = 'value' in result ? result.value : undefined;
  if (value !== undefined && 'problem' in result) {
    await setAside(transaction, [result.problem], at);
  }
  const changed = change(before);
  const record = changed && mustBeRight(store, changed);
  if (isUnchanged(before, record)) return { record, isChanged: false };
  if (record === undefined) await target.delete(key);
  else if (keyOf<Name>(store, record) === key) await target.put(record);
  else throw new StoreError('invalid', `${store}: the key ${key} became another`);
  return { record, isChanged: true };
}

/**
 * Writes an answer and its new card. Returns the number of all answers.
 *
 * @throws {StoreError} `changed` if the card is no longer as it was before the answer
 */
export async function writeReview(
  transaction: WriteTransaction,
  card: CardRecord,
  review: ReviewRecord,
): Promise<number> {
  const [cards, reviews] = [transaction.objectStore('cards'), transaction.objectStore('reviews')];
  const stored = rightRecord('cards', await cards.get(review.card));
  const { before } = review;
  if (card.id !== review.card || (before !== null && before.id !== card.id)) {
    throw new StoreError('invalid', `review of ${review.card} with card ${card.id}`);
  }
  const isNew = stored === undefined && (before === null || before.reps === 0);
  if (!isNew && !isUnchanged(stored, before ?? undefined)) {
    throw new StoreError('changed', card.id);
  }
  await cards.put(mustBeRight('cards', card));
  await reviews.add(mustBeRight('reviews', review));
  return reviews.count();
}

/**
 * Undoes a card's last answer. Returns the answer.
 *
 * @throws {StoreError} `gone` if there is no such answer; `changed` if it was not the last one
 */
export async function takeBackReview(
  transaction: WriteTransaction,
  id: string,
): Promise<ReviewRecord> {
  const [cards, reviews] = [transaction.objectStore('cards'), transaction.objectStore('reviews')];
  const review = rightRecord('reviews', await reviews.get(id));
  if (review === undefined) throw new StoreError('gone', `review ${id}`);
  const card = rightRecord('cards', await cards.get(review.card));
  // By count, not by time: the clock may have been set back between two answers.
  if (card?.reps !== (review.before?.reps ?? 0) + 1) throw new StoreError('changed', review.card);
  if (review.before === null) await cards.delete(review.card);
  else await cards.put(review.before);
  await reviews.delete(id);
  return review;
}

function isUnchanged(a: StoredRecord | undefined, b: StoredRecord | undefined): boolean {
  return a === undefined || b === undefined ? a === b : isSameRecord(a, b);
}
