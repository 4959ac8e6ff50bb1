import { changesNothing, type ImportPreview, type StoreDifference } from './preview.ts';
import { problemWords } from './problem-words.ts';
import { isStoreName, storeNames } from './progress-lists.ts';
import type { Rejected, StoreName } from './records.ts';

/** What the records of a store are called, in the plural. */
export const storeLabels: Readonly<Record<StoreName, string>> = {
  cards: 'Cards',
  reviews: 'Answers',
  notes: 'Notes',
  bookmarks: 'Bookmarks',
  mocks: 'Mock interviews',
  settings: 'Settings',
};

/** How many unreadable records are listed one by one. */
const mostRejected = 5;

/** Says what an import would change, one sentence after the other, the main point first. */
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
    ...(shortenedNotes.length > 0 ? [shortenedSentence(shortenedNotes.length)] : []),
    ...rejectedSentences(rejected),
  ];
}

/** Says what was wrong with records that could not be read: a count, then the first of them. */
export function rejectedSentences(rejected: readonly Rejected[]): string[] {
  if (rejected.length === 0) return [];
  const more = rejected.length - mostRejected;
  return [
    `${counted(rejected.length, 'record', 'records')} can’t be read and would be left out:`,
    ...rejected.slice(0, mostRejected).map(rejectedSentence),
    ...(more > 0 ? [`And ${more} more.`] : []),
  ];
}

/** One line on a store; none for a store that is empty before and after. */
function storeSentence(name: StoreName, difference: StoreDifference): string[] {
  const { added, changed, removed, kept } = difference;
  const parts = [
    [added.length, 'new'],
    [changed.length, 'changed'],
    [removed.length, 'removed'],
    [kept.length, 'as before'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return told.length === 0 ? [] : [`${storeLabels[name]}: ${told.join(', ')}.`];
}

function shortenedSentence(count: number): string {
  const notes = counted(count, 'note is', 'notes are');
  return `${notes} too long to keep every version: the oldest versions would be left out.`;
}

function rejectedSentence({ store, problem }: Rejected): string {
  const label = isStoreName(store) ? storeLabels[store] : `“${store.slice(0, 40)}”`;
  return `${label}: ${problemWords(problem).slice(0, 200)}.`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
