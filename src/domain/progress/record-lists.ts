import { compareTexts } from '../words/compare-texts.ts';
import type { RawRecord } from './record-versions.ts';
import {
  type Progress,
  type Rejected,
  readRecord,
  type StoreName,
  storeSchemas,
} from './records.ts';

export type StoredRecord<Name extends StoreName = StoreName> = Progress[Name][number];

export const storeNames = Object.keys(storeSchemas) as readonly StoreName[];

export function isStoreName(name: unknown): name is StoreName {
  return typeof name === 'string' && Object.hasOwn(storeSchemas, name);
}

export function keyOf<Name extends StoreName>(store: Name, record: StoredRecord<Name>): string {
  return (record as unknown as Readonly<Record<string, string>>)[storeSchemas[store].key] ?? '';
}

export function progressFrom(
  list: <Name extends StoreName>(name: Name) => Progress[Name],
): Progress {
  return Object.fromEntries(storeNames.map((name) => [name, list(name)])) as unknown as Progress;
}

export const noProgress: Progress = progressFrom(() => []);

export function countRecords(progress: Progress): number {
  return storeNames.reduce((sum, name) => sum + progress[name].length, 0);
}

/** Returns records by key. If two have the same key, the later one wins. */
export function byKey<Name extends StoreName>(
  store: Name,
  records: Progress[Name],
): Map<string, StoredRecord<Name>> {
  return new Map(records.map((record: StoredRecord<Name>) => [keyOf<Name>(store, record), record]));
}

/** Returns the records in the order of their keys, which is also IndexedDB's order. */
export function inKeyOrder<Name extends StoreName>(
  records: ReadonlyMap<string, StoredRecord<Name>>,
): Progress[Name] {
  const sorted = [...records].sort(([a], [b]) => compareTexts(a, b)).map(([, record]) => record);
  return sorted as unknown as Progress[Name];
}

/**
 * Returns any value as JSON with sorted keys, so equal values give equal strings. Numbers that JSON
 * can't express, such as NaN, become strings. Never throws.
 */
export function canonicalJson(value: unknown): string {
  try {
    return JSON.stringify(value, (_key, part: unknown) => asJson(part)) ?? '"undefined"';
  } catch {
    return '"This can’t be written as text."';
  }
}

function asJson(part: unknown): unknown {
  if (isPlainObject(part)) {
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => compareTexts(a, b)));
  }
  if (typeof part === 'bigint') return `${part}n`;
  return typeof part === 'number' && !Number.isFinite(part) ? String(part) : part;
}

export function isSame(a: unknown, b: unknown): boolean {
  return a === b || (a !== undefined && b !== undefined && canonicalJson(a) === canonicalJson(b));
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export interface ReadProgress<Raw extends RawRecord = RawRecord> {
  /** The valid records, in key order within each store. */
  readonly progress: Progress;
  readonly rejected: readonly (Raw & Rejected)[];
}

/**
 * Checks records one by one. Rejects invalid records, with the problem, and keeps all others. If
 * two have the same key, keeps the first one. Never throws.
 */
export function readProgress<Raw extends RawRecord>(records: readonly Raw[]): ReadProgress<Raw> {
  const accepted = new Map(storeNames.map((store) => [store, new Map<string, StoredRecord>()]));
  const rejected: (Raw & Rejected)[] = [];
  for (const raw of records) {
    const problem = accept(accepted, raw);
    if (problem !== undefined) rejected.push({ ...raw, problem });
  }
  const list = <Name extends StoreName>(name: Name): Progress[Name] =>
    inKeyOrder<Name>((accepted.get(name) ?? new Map()) as Map<string, StoredRecord<Name>>);
  return { progress: progressFrom(list), rejected };
}

function accept(
  accepted: ReadonlyMap<StoreName, Map<string, StoredRecord>>,
  { store, value }: RawRecord,
): string | undefined {
  if (!isStoreName(store)) return 'the guide doesn’t have this kind of record';
  const result = readRecord(store, value);
  if ('problem' in result) return result.problem;
  const key = keyOf(store, result.value);
  const records = accepted.get(store);
  if (records?.has(key)) return `there is another record named ${key}`;
  records?.set(key, result.value);
  return undefined;
}
