import { compareTexts } from '../words/compare-texts.ts';
import { type Progress, type StoreName, storeSchemas } from './records.ts';

export type StoredRecord<Name extends StoreName = StoreName> = Progress[Name][number];

export const storeNames = Object.keys(storeSchemas) as readonly StoreName[];

export function isStoreName(name: string): name is StoreName {
  return Object.hasOwn(storeSchemas, name);
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

/** Records by key. If two have the same key, the later one counts. */
export function byKey<Name extends StoreName>(
  store: Name,
  records: Progress[Name],
): Map<string, StoredRecord<Name>> {
  return new Map(records.map((record: StoredRecord<Name>) => [keyOf<Name>(store, record), record]));
}

/** The records in the order of their keys, which is IndexedDB's own order. */
export function inKeyOrder<Name extends StoreName>(
  records: ReadonlyMap<string, StoredRecord<Name>>,
): Progress[Name] {
  const sorted = [...records].sort(([a], [b]) => compareTexts(a, b)).map(([, record]) => record);
  return sorted as unknown as Progress[Name];
}

/** A value as JSON with sorted keys: equal values give equal texts. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isPlainObject(part) ? sorted(part) : part,
  );
}

export function isSameRecord(a: StoredRecord, b: StoredRecord): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}

export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(value: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareTexts(a, b)));
}
