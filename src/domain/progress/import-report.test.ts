import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProgress } from '../../../tests/examples/arbitrary-progress.ts';
import { mergeProgress } from './merge.ts';
import {
  changesNothing,
  type ImportMode,
  previewImport,
  previewSentences,
  rejectedSentences,
} from './preview.ts';
import { noProgress } from './progress-lists.ts';
import type { Progress, Rejected } from './records.ts';

const here: Progress = {
  ...noProgress,
  notes: [
    { code: '8d8', text: 'old', at: 1 },
    { code: 'p94', text: 'same', at: 1 },
  ],
  bookmarks: [{ code: 'z7s', at: 1 }],
};
const file: Progress = {
  ...noProgress,
  notes: [
    { code: '8d8', text: 'new', at: 2 },
    { code: 'p94', text: 'same', at: 1 },
    { code: 'vd9', text: 'more', at: 2 },
  ],
};
const rejected: Rejected[] = [{ store: 'cards', value: {}, problem: 'due: not a number' }];

const preview = (mode: ImportMode) => previewImport(here, { progress: file, rejected }, mode);

describe('the preview of an import', () => {
  it('lists by store what a merge adds, changes, and keeps', () => {
    const { differences } = preview('merge');
    expect(differences.notes).toEqual({
      added: ['vd9'],
      changed: ['8d8'],
      removed: [],
      unchanged: ['p94'],
    });
    expect(differences.bookmarks.unchanged).toEqual(['z7s']);
  });

  it('lists what a replacement removes', () => {
    const { differences, after } = preview('replace');
    expect(differences.bookmarks.removed).toEqual(['z7s']);
    expect(differences.notes.changed).toEqual(['8d8']);
    expect(after).toEqual(file);
  });

  it('promises exactly what merging does', () => {
    fc.assert(
      fc.property(arbitraryProgress, arbitraryProgress, (a, b) => {
        const { after, differences } = previewImport(a, { progress: b, rejected: [] }, 'merge');
        expect(after).toEqual(mergeProgress(a, b));
        const { added, changed, unchanged, removed } = differences.notes;
        expect([...added, ...changed, ...unchanged].sort()).toEqual(
          after.notes.map(({ code }) => code),
        );
        expect(removed).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('says that nothing changes when what was exported is imported', () => {
    fc.assert(
      fc.property(
        arbitraryProgress,
        fc.constantFrom<ImportMode>('merge', 'replace'),
        (progress, mode) => {
          const file = { progress: structuredClone(progress), rejected: [] };
          const same = previewImport(progress, file, mode);
          expect(changesNothing(same.differences)).toBe(true);
          expect(previewSentences(same)).toEqual([
            'Nothing would change. You already have everything in the file.',
          ]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('doesn’t mistake removing everything for no change', () => {
    const empty = previewImport(here, { progress: noProgress, rejected: [] }, 'replace');
    expect(changesNothing(empty.differences)).toBe(false);
    expect(previewSentences(empty)).toEqual([
      'Notes: 2 removed.',
      'Bookmarks: 1 removed.',
      '3 records are not in the file and would be deleted.',
    ]);
  });

  it('names the notes that are too long to keep every version', () => {
    const long = (letter: string, at: number): Progress => ({
      ...noProgress,
      notes: [{ code: '8d8', text: letter.repeat(15_000), at }],
    });
    const incoming = { progress: long('b', 2), rejected: [] };
    const merge = previewImport(long('a', 1), incoming, 'merge');
    expect(merge.shortenedNotes).toEqual(['8d8']);
    expect(previewSentences(merge)).toContain(
      '1 note would be too long with every version, so the oldest versions would be left out.',
    );
    expect(previewImport(long('a', 1), incoming, 'replace').shortenedNotes).toEqual([]);
  });
});

describe('the sentences of a preview', () => {
  it('describe a merge', () => {
    expect(previewSentences(preview('merge'))).toEqual([
      'Notes: 1 new, 1 changed, 1 unchanged.',
      'Bookmarks: 1 unchanged.',
      '1 record can’t be read and would be left out:',
      'Cards: due: not a number.',
    ]);
  });

  it('describe a replacement', () => {
    expect(previewSentences(preview('replace')).slice(0, 3)).toEqual([
      'Notes: 1 new, 1 changed, 1 unchanged.',
      'Bookmarks: 1 removed.',
      '1 record is not in the file and would be deleted.',
    ]);
  });

  it('list only the first of many bad records, cut to a line', () => {
    const many = Array.from({ length: 8 }, () => ({
      store: '<img>'.repeat(100),
      value: null,
      problem: 'x'.repeat(999),
    }));
    const sentences = rejectedSentences(many);
    expect(sentences).toHaveLength(7);
    expect(sentences.at(-1)).toBe('And 3 more.');
    for (const sentence of sentences) expect(sentence.length).toBeLessThan(260);
  });
});
