import { byKey, canonicalJson, keyOf, type StoredRecord, storeNames } from './record-lists.ts';
import type { Progress } from './records.ts';

/**
 * A change to one record. `before` is undefined for a new record, and `after` for a removed one.
 */
export interface RecordChange {
  readonly store: string;
  readonly key: IDBValidKey;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Returns the changes that merge in records from another device or an earlier day. All records are
 * kept. If both sides have a record with the same key, the newer one is kept. If a record was
 * removed on only one device, it reappears, because removals aren't recorded.
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
 * True if a record replaces another one with the same key because it is newer. A card's date is its
 * last review. If the dates are equal, the record with more reviews wins, and then the longer one,
 * which may have fields from a newer version. Finally, the text decides, so that the order of the
 * devices doesn't matter.
 */
export function isNewer(record: StoredRecord, other: StoredRecord): boolean {
  const [a, b] = [rank(record), rank(other)];
  const difference = a.findIndex((value, index) => value !== b[index]);
  return difference >= 0 && (a[difference] ?? 0) > (b[difference] ?? 0);
}

function rank(record: StoredRecord): (number | string)[] {
  const text = canonicalJson(record);
  const [at, reps] = 'at' in record ? [record.at, 0] : [record.lastReview ?? -1, record.reps];
  return [at, reps, text.length, text];
}

export function reversed(changes: readonly RecordChange[]): RecordChange[] {
  return changes.map(({ before, after, ...record }) => ({
    ...record,
    before: after,
    after: before,
  }));
}
