import { counted } from '../../lib/text.ts';
import { mergeProgress } from './merge.ts';
import { mergeNotes } from './merge-notes.ts';
import {
  byKey,
  isSameRecord,
  isStoreName,
  type ReadProgress,
  type StoredRecord,
  storeNames,
} from './progress-lists.ts';
import {
  notRight,
  type Progress,
  type Rejected,
  type StoreName,
  tooMuch,
  wholeRecord,
} from './records.ts';

/** `merge` combines the file with the current progress; `replace` replaces it. */
export type ImportMode = 'merge' | 'replace';

/** What differs in one store, as keys in order. */
type StoreDifference = Readonly<
  Record<'added' | 'changed' | 'removed' | 'unchanged', readonly string[]>
>;

export type Differences = Readonly<Record<StoreName, StoreDifference>>;

export interface ImportPreview {
  readonly mode: ImportMode;
  readonly after: Progress;
  readonly differences: Differences;
  readonly rejected: readonly Rejected[];
  readonly shortenedNotes: readonly string[];
}

export function previewImport(
  current: Progress,
  { progress, rejected }: ReadProgress,
  mode: ImportMode,
): ImportPreview {
  const after = mode === 'merge' ? mergeProgress(current, progress) : progress;
  const shortenedNotes = mode === 'merge' ? notesWithoutRoom(current, progress) : [];
  return { mode, after, differences: differences(current, after), rejected, shortenedNotes };
}

export function differences(before: Progress, after: Progress): Differences {
  const entries = storeNames.map((name) => [name, difference(name, before, after)] as const);
  return Object.fromEntries(entries) as Record<StoreName, StoreDifference>;
}

export function changesNothing(found: Differences): boolean {
  return Object.values(found).every(
    ({ added, changed, removed }) => added.length + changed.length + removed.length === 0,
  );
}

function difference(name: StoreName, before: Progress, after: Progress): StoreDifference {
  const old: ReadonlyMap<string, StoredRecord> = byKey(name, before[name]);
  const fresh: ReadonlyMap<string, StoredRecord> = byKey(name, after[name]);
  const isUnchanged = (key: string): boolean => {
    const [a, b] = [old.get(key), fresh.get(key)];
    return a !== undefined && b !== undefined && isSameRecord(a, b);
  };
  const common = [...fresh.keys()].filter((key) => old.has(key));
  return {
    added: [...fresh.keys()].filter((key) => !old.has(key)),
    changed: common.filter((key) => !isUnchanged(key)),
    removed: [...old.keys()].filter((key) => !fresh.has(key)),
    unchanged: common.filter(isUnchanged),
  };
}

function notesWithoutRoom(current: Progress, incoming: Progress): string[] {
  const notes = byKey('notes', current.notes);
  return incoming.notes.flatMap((note) => {
    const own = notes.get(note.code);
    return own !== undefined && mergeNotes(own, note).leftOut > 0 ? [note.code] : [];
  });
}

export const storeLabels: Readonly<Record<StoreName, string>> = {
  cards: 'Cards',
  reviews: 'Answers',
  notes: 'Notes',
  bookmarks: 'Bookmarks',
  mocks: 'Mock interviews',
  settings: 'Settings',
};

const maxRejected = 5;

export function previewSentences({
  differences,
  mode,
  rejected,
  shortenedNotes,
}: ImportPreview): string[] {
  const changes = changesNothing(differences)
    ? ['Nothing would change. You already have everything in the file.']
    : storeNames.flatMap((name) => storeSentence(name, differences[name]));
  const removed = storeNames.reduce((sum, name) => sum + differences[name].removed.length, 0);
  return [
    ...changes,
    ...(mode === 'replace' && removed > 0
      ? [`${counted(removed, 'record is', 'records are')} not in the file and would be deleted.`]
      : []),
    ...(shortenedNotes.length > 0
      ? [
          `${counted(shortenedNotes.length, 'note')} would be too long with every version, so the oldest versions would be left out.`,
        ]
      : []),
    ...rejectedSentences(rejected),
  ];
}

export function rejectedSentences(rejected: readonly Rejected[]): string[] {
  if (rejected.length === 0) return [];
  const more = rejected.length - maxRejected;
  return [
    `${counted(rejected.length, 'record')} can’t be read and would be left out:`,
    ...rejected.slice(0, maxRejected).map(rejectedSentence),
    ...(more > 0 ? [`And ${more} more.`] : []),
  ];
}

/** One line on a store; none for a store that is empty before and after. */
function storeSentence(name: StoreName, difference: StoreDifference): string[] {
  const { added, changed, removed, unchanged } = difference;
  const parts = [
    [added.length, 'new'],
    [changed.length, 'changed'],
    [removed.length, 'removed'],
    [unchanged.length, 'unchanged'],
  ] as const;
  const shown = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return shown.length === 0 ? [] : [`${storeLabels[name]}: ${shown.join(', ')}.`];
}

function rejectedSentence({ store, problem }: Rejected): string {
  const label = isStoreName(store) ? storeLabels[store] : `“${store.slice(0, 40)}”`;
  return `${label}: ${problemWords(problem).slice(0, 200)}.`;
}

/** Maximum number of named fields; the others are counted. */
const maxNamed = 3;

/** Describes the problem from `readRecord` in a clause. */
export function problemWords(problem: string): string {
  const parts = problem.split('; ').map((part) => part.split(': '));
  const isOurs = parts.every(([, said]) => said === notRight || said === tooMuch);
  if (!isOurs) return problem;
  const fields = parts.filter(([, said]) => said === notRight).map(([field]) => field ?? '');
  const more = fields.length < parts.length ? ['it has unknown fields'] : [];
  if (fields.includes(wholeRecord)) return 'the record isn’t valid';
  if (fields.length === 0) return more.join();
  const verb = fields.length === 1 ? 'is' : 'are';
  return [`${listed(fields)} ${verb} ${notRight}`, ...more].join(', and ');
}

function listed(names: readonly string[]): string {
  const more = names.length - maxNamed;
  const shown = more > 0 ? [...names.slice(0, maxNamed), `${more} more`] : names;
  return new Intl.ListFormat('en-US').format(shown);
}
