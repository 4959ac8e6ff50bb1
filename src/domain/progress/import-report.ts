import type { RecordChange } from './merge.ts';
import { countRecords, isStoreName, storeNames } from './record-lists.ts';
import type { Progress, Rejected, StoreName } from './records.ts';

const storeLabels: Readonly<Record<StoreName, string>> = {
  cards: 'Cards',
  reviews: 'Answers',
  notes: 'Notes',
  bookmarks: 'Bookmarks',
  mocks: 'Mock interviews',
  interviews: 'Interviews of candidates',
  settings: 'Settings',
};

/**
 * Says what an import changed, in one sentence for each kind of record in the file, or in a single
 * sentence if nothing changed or nothing can be read.
 */
export function importReport(file: Progress, changes: readonly RecordChange[]): string {
  if (countRecords(file) === 0) return 'It has no records that can be read.';
  if (changes.length === 0) return 'Nothing changed, because what you have is the same or newer.';
  const sentences = storeNames.flatMap((name) => {
    const made = changes.filter(({ store }) => store === name);
    const replaced = made.filter(({ before }) => before !== undefined).length;
    const counts = [
      [made.length - replaced, 'added'],
      [replaced, 'replaced'],
      [file[name].length - made.length, 'left unchanged'],
    ] as const;
    const shown = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
    return shown.length === 0 ? [] : [`${storeLabels[name]}: ${shown.join(', ')}.`];
  });
  return sentences.join(' ');
}

export function rejectedLine({ store, problem }: Rejected): string {
  const label = isStoreName(store) ? storeLabels[store] : `“${store.slice(0, 40)}”`;
  return `${label}: ${problem.slice(0, 200)}.`;
}
