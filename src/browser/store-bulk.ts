/** Operations on records; each runs in a transaction of its caller. */
import * as z from 'zod/mini';
import { changesNothing, differences } from '../domain/progress/preview.ts';
import {
  byKey,
  countRecords,
  flatRecords,
  isNoProgress,
  isSameRecord,
  isStoreName,
  keyOf,
  type RawRecord,
  readProgress,
  type StoredRecord,
  storeNames,
} from '../domain/progress/progress-lists.ts';
import {
  type CardRecord,
  momentSchema,
  type Progress,
  type Rejected,
  type ReviewRecord,
  readRecord,
  recordsVersion,
  type StoreName,
  storeSchemas,
} from '../domain/progress/records.ts';
import type { ReadTransaction, WriteTransaction } from './store-connection.ts';
import type { Change } from './store-events.ts';
import { StoreError } from './store-failures.ts';

const snapshotSchema = z.object({
  id: z.int(),
  at: momentSchema,
  /** The change before which it was taken. */
  reason: z.enum(['import', 'reset', 'restore']),
  version: z.literal(recordsVersion),
  records: z.array(z.object({ store: z.string(), value: z.unknown() })),
});

type Snapshot = z.infer<typeof snapshotSchema>;

export type SnapshotReason = Snapshot['reason'];

const maxSnapshots = 5;

/** Stores that aren't part of progress. */
const ownStores: readonly string[] = ['quarantine', 'snapshots', 'device'];

export async function readStored(
  transaction: ReadTransaction | WriteTransaction,
): Promise<RawRecord[]> {
  const names = [...transaction.objectStoreNames].filter((name) => !ownStores.includes(name));
  const lists = await Promise.all(
    names.map(async (store) => {
      const values: readonly unknown[] = await transaction.objectStore(store).getAll();
      return values.map((value) => ({ store, value }));
    }),
  );
  return lists.flat();
}

async function noteRejected(
  transaction: WriteTransaction,
  rejected: readonly Rejected[],
  at: number,
): Promise<void> {
  const quarantine = transaction.objectStore('quarantine');
  await Promise.all(rejected.map((record) => quarantine.add({ ...record, at })));
}

export async function unreadable(
  transaction: WriteTransaction,
  rejected: readonly Rejected[],
  at: number,
): Promise<void> {
  await noteRejected(transaction, rejected, at);
  await Promise.all(
    rejected.map(async ({ store, value }) => {
      if (!isStoreName(store)) return;
      const key = (value as Readonly<Record<string, IDBValidKey>>)[storeSchemas[store].key];
      if (key !== undefined) await transaction.objectStore(store).delete(key);
    }),
  );
}

async function addSnapshot(
  transaction: WriteTransaction,
  snapshot: Omit<Snapshot, 'id'>,
): Promise<void> {
  const store = transaction.objectStore('snapshots');
  await store.add(snapshot);
  const keys = await store.getAllKeys();
  await Promise.all(keys.slice(0, -maxSnapshots).map((key) => store.delete(key)));
}

export interface Changed {
  readonly progress: Progress;
  readonly changes: readonly Change[];
}

/** Replaces all progress, with a snapshot of the state before if anything differs. */
export async function changeAll(
  transaction: WriteTransaction,
  occasion: Pick<Snapshot, 'at' | 'reason'>,
  change: (before: Progress) => Progress | Promise<Progress>,
): Promise<Changed> {
  const { progress: before, rejected } = readProgress(await readStored(transaction));
  await unreadable(transaction, rejected, occasion.at);
  const after = checked(await change(before));
  const changes = await writeDifferences(transaction, before, after);
  if (changes.length > 0 && !isNoProgress(before)) {
    const records = flatRecords(before);
    await addSnapshot(transaction, { ...occasion, version: recordsVersion, records });
    changes.push({ store: 'snapshots', key: '*' });
  }
  if (rejected.length > 0) changes.push({ store: 'quarantine', key: '*' });
  return { progress: after, changes };
}

export interface SnapshotEntry extends Omit<Snapshot, 'records'> {
  /** Number of its records that can be read. */
  readonly count: number;
}

export function snapshotEntry(stored: unknown): SnapshotEntry | undefined {
  const { data } = z.safeParse(snapshotSchema, stored);
  if (data === undefined) return undefined;
  const { records, ...entry } = data;
  const count = countRecords(readProgress(records).progress);
  return count === 0 ? undefined : { ...entry, count };
}

/** The records of a snapshot; unreadable ones go to the quarantine. */
export async function readSnapshot(
  transaction: WriteTransaction,
  id: number,
  at: number,
): Promise<Progress> {
  const stored: unknown = await transaction.objectStore('snapshots').get(id);
  const { data } = z.safeParse(snapshotSchema, stored);
  if (data === undefined) throw new StoreError('gone', `snapshot ${id}`);
  const { progress, rejected } = readProgress(data.records);
  await noteRejected(transaction, rejected, at);
  return progress;
}

const quarantineSchema = z.object({
  id: z.int(),
  at: momentSchema,
  store: z.string(),
  value: z.unknown(),
  problem: z.string(),
});

export type QuarantinedRecord = z.infer<typeof quarantineSchema>;

/** A record in the quarantine; an invalid one is listed as a quarantined record itself. */
export function quarantinedRecord(value: unknown): QuarantinedRecord {
  const { data } = z.safeParse(quarantineSchema, value);
  return data ?? { id: 0, at: 0, store: 'quarantine', value, problem: 'it can’t be read' };
}

/** Validated progress: anything that would be rejected on reading isn't written. */
function checked(progress: Progress): Progress {
  const { progress: read, rejected } = readProgress(flatRecords(progress));
  const [first] = rejected;
  if (first !== undefined) throw new StoreError('invalid', `${first.store}: ${first.problem}`);
  return read;
}

async function writeDifferences(
  transaction: WriteTransaction,
  before: Progress,
  after: Progress,
): Promise<Change[]> {
  const found = differences(before, after);
  if (changesNothing(found)) return [];
  const write = async (store: StoreName): Promise<Change[]> => {
    const records: ReadonlyMap<string, unknown> = byKey(store, after[store]);
    const { added, changed, removed } = found[store];
    const written = [...added, ...changed];
    const target = transaction.objectStore(store);
    await Promise.all([
      ...written.map((key) => target.put(records.get(key))),
      ...removed.map((key) => target.delete(key)),
    ]);
    return [...written, ...removed].map((key) => ({ store, key }));
  };
  return (await Promise.all(storeNames.map(write))).flat();
}

/** The record if it exists and is valid. */
export function rightRecord<Name extends StoreName>(
  store: Name,
  value: unknown,
): StoredRecord<Name> | undefined {
  const result = readRecord(store, value);
  return 'value' in result ? result.value : undefined;
}

/** Checks a record: nothing is written that would be rejected on reading. */
export function mustBeRight<Name extends StoreName>(
  store: Name,
  value: StoredRecord<Name>,
): StoredRecord<Name> {
  const result = readRecord(store, value);
  if ('value' in result) return result.value;
  throw new StoreError('invalid', `${store}: ${result.problem.problem}`);
}

interface Updated<Name extends StoreName> {
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
    await unreadable(transaction, [result.problem], at);
  }
  const changed = change(before);
  const record = changed && mustBeRight(store, changed);
  if (isUnchanged(before, record)) return { record, isChanged: false };
  if (record === undefined) await target.delete(key);
  else if (keyOf<Name>(store, record) === key) await target.put(record);
  else throw new StoreError('invalid', `${store}: key ${key} changed to a different key`);
  return { record, isChanged: true };
}

/**
 * Writes an answer and the updated card. Returns the number of all answers.
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
 * Undoes a card's last answer and returns it.
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
  // By count, not by time: a clock may have been set back between two answers.
  if (card?.reps !== (review.before?.reps ?? 0) + 1) throw new StoreError('changed', review.card);
  if (review.before === null) await cards.delete(review.card);
  else await cards.put(review.before);
  await reviews.delete(id);
  return review;
}

function isUnchanged(a: StoredRecord | undefined, b: StoredRecord | undefined): boolean {
  return a === undefined || b === undefined ? a === b : isSameRecord(a, b);
}
