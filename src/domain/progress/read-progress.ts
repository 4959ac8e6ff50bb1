import {
  countRecords,
  inKeyOrder,
  isStoreName,
  keyOf,
  noProgress,
  progressFrom,
  type StoredRecord,
  storeNames,
} from './progress-lists.ts';
import { type Progress, type Rejected, readRecord, type StoreName } from './records.ts';

export interface RawRecord {
  readonly store: string;
  readonly value: unknown;
}

export interface ReadProgress {
  /** The valid records, each store in the order of its keys. */
  readonly progress: Progress;
  readonly rejected: readonly Rejected[];
}

/**
 * Checks records one by one. An invalid one is rejected with its problem, and the rest stay. If two
 * have the same key, the first one stays. Never throws.
 */
export function readProgress(records: readonly RawRecord[]): ReadProgress {
  const accepted = new Map<StoreName, Map<string, StoredRecord>>();
  for (const store of storeNames) accepted.set(store, new Map());
  const rejected: Rejected[] = [];
  for (const raw of records) {
    const problem = accept(accepted, raw);
    if (problem !== undefined) rejected.push({ ...raw, problem });
  }
  const list = <Name extends StoreName>(name: Name): Progress[Name] =>
    inKeyOrder<Name>((accepted.get(name) ?? new Map()) as Map<string, StoredRecord<Name>>);
  return { progress: progressFrom(list), rejected };
}

export function flatRecords(progress: Progress): RawRecord[] {
  return storeNames.flatMap((store) => progress[store].map((value) => ({ store, value })));
}

export function isNoProgress(progress: Progress): boolean {
  return progress === noProgress || countRecords(progress) === 0;
}

function accept(
  accepted: ReadonlyMap<StoreName, Map<string, StoredRecord>>,
  { store, value }: RawRecord,
): string | undefined {
  if (!isStoreName(store)) return 'the guide doesn’t have this kind of record';
  const result = readRecord(store, value);
  if ('problem' in result) return result.problem.problem;
  const key = keyOf(store, result.value);
  const records = accepted.get(store);
  if (records?.has(key)) return `there is another record named ${key}`;
  records?.set(key, result.value);
  return undefined;
}
