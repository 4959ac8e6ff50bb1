import { byKey, canonicalJson, keyOf, type StoredRecord, storeNames } from './progress-lists.ts';
import type { Progress } from './records.ts';

/** A change of one record. Undefined means that there is no record. */
export interface RecordChange {
  readonly store: string;
  readonly key: IDBValidKey;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Returns the changes that merge the records of another device or an earlier day. Every record that
 * either has stays; if both have a record with the same key, the newer one stays. A record that was
 * removed on only one device reappears, because nothing records the removal.
 */
export function mergeChanges(current: Progress, incoming: Progress): RecordChange[] {
  return storeNames.flatMap((store) => {
    const known: ReadonlyMap<string, StoredRecord> = byKey(store, current[store]);
    return incoming[store].flatMap((after) => {
      const key = keyOf(store, after);
      const before = known.get(key);
      return before === undefined || isNewer(after, before) ? [{ store, key, before, after }] : [];
    });
  });
}

/**
 * True if a record replaces another one with its key. A card's date is its last review. If both
 * have the same date, the one with more reviews wins, then the longer record, so that fields of a
 * newer version stay, and then the text decides, so that the order of devices doesn't matter.
 */
export function isNewer(record: StoredRecord, other: StoredRecord): boolean {
  const [a, b] = [rank(record), rank(other)];
  const place = a.findIndex((value, index) => value !== b[index]);
  return place >= 0 && (a[place] ?? 0) > (b[place] ?? 0);
}

function rank(record: StoredRecord): (number | string)[] {
  const text = canonicalJson(record);
  const [at, reps] = 'at' in record ? [record.at, 0] : [record.lastReview ?? -1, record.reps];
  return [at, reps, text.length, text];
}

export function reversed(changes: readonly RecordChange[]): RecordChange[] {
  return changes.map(({ before, after, ...place }) => ({ ...place, before: after, after: before }));
}
