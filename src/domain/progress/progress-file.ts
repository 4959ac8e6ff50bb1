/**
 * The file that a reader's progress is exported to and imported from. JSON in UTF-8, format 1:
 *
 *     {"format":"ai-healthtech-interview-guide/progress","version":1,"exportedAt":1795550400000,
 *      "progress":{"cards":[…],"reviews":[…],"notes":[…],"bookmarks":[…],"mocks":[…],"settings":[…]}}
 *
 * `version` is that of the records (`recordsVersion`) and also of the file; `exportedAt` is a
 * moment in milliseconds since 1970. Keys are sorted, records are in the order of their keys,
 * and there is a line break at the end: the same progress gives the same bytes. Newer versions are
 * refused, because guessing could lose data.
 * `format` starts with the id of the guide: another guide's progress is refused.
 */
import { guide } from '../../guide.ts';
import type { Result } from '../../lib/result.ts';
import {
  byKey,
  canonicalJson,
  inKeyOrder,
  isPlainObject,
  progressFrom,
  type RawRecord,
  type ReadProgress,
  readProgress,
} from './progress-lists.ts';
import { type Progress, type Rejected, recordsVersion } from './records.ts';

const format = `${guide.id}/progress`;

/** Maximum file size, in bytes: 20 MB. */
export const largestFile = 20_000_000;

export const tooLarge = 'This file is too large to be a progress file. The limit is 20 MB.';

/** Maximum number of records, far more than fit in 20 MB, so that junk can't stall the page. */
const maxRecords = 200_000;

export interface ProgressFile extends ReadProgress {
  /** When it was written; null if the file does not say. */
  readonly exportedAt: number | null;
}

export function writeProgressFile(progress: Progress, now: number): string {
  const ordered = progressFrom((name) => inKeyOrder(byKey(name, progress[name])));
  const file = { format, version: recordsVersion, exportedAt: now, progress: ordered };
  return `${canonicalJson(file)}\n`;
}

/**
 * Reads a progress file. Invalid records are rejected one by one, and the rest are accepted. Text
 * that isn't a progress file returns a problem, as a sentence for readers. Never throws.
 */
export function readProgressFile(text: string): Result<ProgressFile> {
  if (text.length > largestFile) return { problem: problems.large };
  const content = parse(text);
  if (!isPlainObject(content) || content['format'] !== format) return { problem: problems.foreign };
  const { format: _, version, exportedAt, progress, ...foreign } = content;
  if (typeof version !== 'number') return { problem: problems.version };
  if (version > recordsVersion) return { problem: problems.newer };
  if (!isPlainObject(progress)) return { problem: problems.empty };
  const { records, rejected } = listRecords(progress, foreign);
  if (records.length + rejected.length > maxRecords) return { problem: problems.large };
  if (version !== recordsVersion) return { problem: problems.version };
  const read = readProgress(records);
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
    // Some editors put a byte order mark in front, which JSON does not allow.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function isMoment(value: unknown): value is number {
  return Number.isSafeInteger(value) && !Number.isNaN(new Date(value as number).getTime());
}

/** The records of a file as a flat list. Anything else in the file is rejected. */
function listRecords(
  progress: Readonly<Record<string, unknown>>,
  foreign: Readonly<Record<string, unknown>>,
) {
  const records: RawRecord[] = [];
  const rejected: Rejected[] = Object.entries(foreign).map(([store, value]) => ({
    store,
    value,
    problem: 'it doesn’t belong here',
  }));
  for (const [store, values] of Object.entries(progress)) {
    if (!Array.isArray(values)) rejected.push({ store, value: values, problem: 'it isn’t a list' });
    else for (const value of values as readonly unknown[]) records.push({ store, value });
  }
  return { records, rejected };
}
