import { mergeProgress } from './merge.ts';
import { mergeNotes } from './merge-notes.ts';
import { byKey, isSameRecord, type StoredRecord, storeNames } from './progress-lists.ts';
import type { ReadProgress } from './read-progress.ts';
import type { Progress, Rejected, StoreName } from './records.ts';

/** `merge` joins the file with what is here; `replace` puts it in its place. */
export type ImportMode = 'merge' | 'replace';

/** What differs in one store, as keys in order. */
export interface StoreDifference {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  /** Those that stay exactly as they are. */
  readonly kept: readonly string[];
}

/** What differs, by store. */
export type Differences = Readonly<Record<StoreName, StoreDifference>>;

/** What an import would do, before it is done. */
export interface ImportPreview {
  readonly mode: ImportMode;
  /** The reader's records after the import. */
  readonly after: Progress;
  readonly differences: Differences;
  /** What could not be read in the file. */
  readonly rejected: readonly Rejected[];
  /** Codes of the notes that are too long to keep all their versions. */
  readonly shortenedNotes: readonly string[];
}

/** Says what importing a file would change. */
export function previewImport(
  current: Progress,
  { progress, rejected }: ReadProgress,
  mode: ImportMode,
): ImportPreview {
  const after = mode === 'merge' ? mergeProgress(current, progress) : progress;
  const shortenedNotes = mode === 'merge' ? notesWithoutRoom(current, progress) : [];
  return { mode, after, differences: differences(current, after), rejected, shortenedNotes };
}

/** What differs between two states of progress. */
export function differences(before: Progress, after: Progress): Differences {
  const entries = storeNames.map((name) => [name, difference(name, before, after)] as const);
  return Object.fromEntries(entries) as Record<StoreName, StoreDifference>;
}

/** Whether nothing would change. */
export function changesNothing(found: Differences): boolean {
  return storeNames.every((name) => {
    const { added, changed, removed } = found[name];
    return added.length + changed.length + removed.length === 0;
  });
}

function difference(name: StoreName, before: Progress, after: Progress): StoreDifference {
  const old: ReadonlyMap<string, StoredRecord> = byKey(name, before[name]);
  const fresh: ReadonlyMap<string, StoredRecord> = byKey(name, after[name]);
  const isKept = (key: string): boolean => {
    const [a, b] = [old.get(key), fresh.get(key)];
    return a !== undefined && b !== undefined && isSameRecord(a, b);
  };
  const common = [...fresh.keys()].filter((key) => old.has(key));
  return {
    added: [...fresh.keys()].filter((key) => !old.has(key)),
    changed: common.filter((key) => !isKept(key)),
    removed: [...old.keys()].filter((key) => !fresh.has(key)),
    kept: common.filter(isKept),
  };
}

function notesWithoutRoom(current: Progress, incoming: Progress): string[] {
  const notes = byKey('notes', current.notes);
  return incoming.notes
    .filter((note) => {
      const own = notes.get(note.code);
      return own !== undefined && mergeNotes(own, note).leftOut > 0;
    })
    .map(({ code }) => code);
}
