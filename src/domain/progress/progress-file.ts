/**
 * The file for exporting and importing a reader's progress. It is JSON in UTF-8, format 1:
 *
 * {"exportedAt":1795550400000,"format":"ai-healthtech-interview-guide/progress",
 * "progress":{"bookmarks":[…],"cards":[…],"interviews":[…],"mocks":[…],"notes":[…],
 * "reviews":[…],"settings":[…]},"version":1}
 *
 * `version` is the version of the records (`recordFormat`) and of the file. `exportedAt` is in
 * milliseconds since 1970. Keys are sorted, records are in the order of their keys, and the file
 * ends with a line break, so the same progress always gives the same bytes, except for
 * `exportedAt`. Files from earlier versions are upgraded. Files from newer versions are rejected,
 * because guessing could lose data.
 * `format` starts with the guide's id, and progress from another guide is rejected.
 *
 * Unreadable records are downloaded in the same format, so they can be imported into a version that
 * can read them. Until December 2026, the format of such a file was `…/set-aside`, with entries
 * from the quarantine that the database had: `"records":[{"store":"cards","value":{…}}]`.
 */
import { settings } from '../../guide-settings.ts';
import type { Result } from '../../lib/result.ts';
import {
  byKey,
  canonicalJson,
  inKeyOrder,
  isPlainObject,
  progressFrom,
  type ReadProgress,
  readProgress,
} from './record-lists.ts';
import { type RawRecord, recordFormat, upgrade } from './record-versions.ts';
import type { Progress, Rejected } from './records.ts';

const format = `${settings.id}/progress`;
const setAsideFormat = `${settings.id}/set-aside`;

/** Maximum size of a file in bytes, and of its text in UTF-16 code units: 20 MB. */
export const largestFile = 20_000_000;

export const tooLarge = 'This file is too large to be a progress file. The limit is 20 MB.';

/**
 * Maximum number of records. No reader has nearly that many, but the limit keeps junk from stalling
 * the page.
 */
const maxRecords = 200_000;

export interface ProgressFile extends ReadProgress {
  /** When the file was written, or null if it doesn't say. */
  readonly exportedAt: number | null;
}

export function writeProgressFile(progress: Progress, now: number): string {
  return writeFile(
    progressFrom((name) => inKeyOrder(byKey(name, progress[name]))),
    now,
  );
}

export function writeUnreadableFile(records: readonly RawRecord[], now: number): string {
  const stores = [...Map.groupBy(records, ({ store }) => store)];
  const lists = stores.map(([store, raw]) => [store, raw.map(({ value }) => value)] as const);
  return writeFile(Object.fromEntries(lists), now);
}

function writeFile(progress: object, exportedAt: number): string {
  return `${canonicalJson({ format, version: recordFormat.version, exportedAt, progress })}\n`;
}

/**
 * Reads a progress file. Rejects invalid records one by one and accepts all others. If the text
 * isn't a progress file, returns a problem to show to the reader. Never throws.
 */
export function readProgressFile(text: string, records = recordFormat): Result<ProgressFile> {
  if (text.length > largestFile) return { problem: problems.large };
  const content = parse(text);
  if (!isPlainObject(content)) return { problem: problems.foreign };
  const { format: written, version, exportedAt, progress, ...extra } = content;
  const isSetAside = written === setAsideFormat;
  if (written !== format && !isSetAside) return { problem: problems.foreign };
  if (typeof version !== 'number') return { problem: problems.version };
  if (version > records.version) return { problem: problems.newer };
  const lists = isSetAside ? { quarantine: extra['records'] } : progress;
  if (!isPlainObject(lists)) return { problem: problems.empty };
  const { listed, rejected } = listRecords(lists, isSetAside ? {} : extra);
  if (listed.length + rejected.length > maxRecords) return { problem: problems.large };
  const upgraded = upgrade(version, listed, records);
  if (upgraded === undefined) return { problem: problems.version };
  const read = readProgress(upgraded);
  return {
    value: {
      exportedAt: isMoment(exportedAt) ? exportedAt : null,
      progress: read.progress,
      rejected: [...rejected, ...read.rejected],
    },
  };
}

const problems = {
  large: tooLarge,
  foreign: 'This isn’t a progress file from this guide.',
  version: 'This file is from a version that the guide can’t read.',
  newer:
    'This file comes from a newer version of the guide. Reload this page to get that version, then import the file again.',
  empty: 'There is no progress in this file.',
} as const;

function parse(text: string): unknown {
  try {
    // Some editors add a byte order mark at the start, which JSON doesn't allow.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function isMoment(value: unknown): value is number {
  return Number.isSafeInteger(value) && !Number.isNaN(new Date(value as number).getTime());
}

/** Returns the records in a file as a flat list. Rejects anything else in the file. */
function listRecords(
  lists: Readonly<Record<string, unknown>>,
  extra: Readonly<Record<string, unknown>>,
) {
  const listed: RawRecord[] = [];
  const rejected: Rejected[] = Object.entries(extra).map(([store, value]) => ({
    store,
    value,
    problem: 'it doesn’t belong here',
  }));
  for (const [store, values] of Object.entries(lists)) {
    if (!Array.isArray(values)) rejected.push({ store, value: values, problem: 'it isn’t a list' });
    else for (const value of values) listed.push(rawRecord(store, value));
  }
  return { listed, rejected };
}

/**
 * Returns an unchecked record. A quarantine entry contains the record and the name of its store.
 */
function rawRecord(store: string, value: unknown): RawRecord {
  const isEntry = store === 'quarantine' && isPlainObject(value) && 'value' in value;
  return isEntry ? { store: String(value['store']), value: value['value'] } : { store, value };
}
