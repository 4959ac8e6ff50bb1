import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProgress } from '../../../tests/examples/arbitrary-progress.ts';
import { isFullSweep } from '../../../tests/sampled.ts';
import { mergeProgress } from './merge.ts';
import { mergeNotes } from './merge-notes.ts';
import { flatRecords, noProgress, readProgress } from './progress-lists.ts';
import type { CardRecord, NoteRecord, Progress } from './records.ts';

const runs = { numRuns: isFullSweep ? 300 : 100 };

describe('merging', () => {
  it('gives the same result from either side', () => {
    fc.assert(
      fc.property(arbitraryProgress, arbitraryProgress, (a, b) => {
        expect(mergeProgress(a, b)).toEqual(mergeProgress(b, a));
      }),
      runs,
    );
  });

  it('gives the same result in any order', () => {
    fc.assert(
      fc.property(arbitraryProgress, arbitraryProgress, arbitraryProgress, (a, b, c) => {
        expect(mergeProgress(mergeProgress(a, b), c)).toEqual(
          mergeProgress(a, mergeProgress(b, c)),
        );
      }),
      runs,
    );
  });

  it('changes nothing when it is done again', () => {
    fc.assert(
      fc.property(arbitraryProgress, arbitraryProgress, (a, b) => {
        const merged = mergeProgress(a, b);
        expect(mergeProgress(a, a)).toEqual(a);
        expect(mergeProgress(merged, b)).toEqual(merged);
        expect(mergeProgress(a, noProgress)).toEqual(a);
      }),
      runs,
    );
  });

  it('loses no record and invents none', () => {
    fc.assert(
      fc.property(arbitraryProgress, arbitraryProgress, (a, b) => {
        const merged = mergeProgress(a, b);
        for (const name of ['cards', 'reviews', 'notes', 'bookmarks', 'mocks'] as const) {
          const keys = (progress: Progress): string[] =>
            progress[name].map((record) => ('id' in record ? record.id : record.code));
          expect(new Set(keys(merged))).toEqual(new Set([...keys(a), ...keys(b)]));
        }
      }),
      runs,
    );
  });

  it('writes only valid records', () => {
    fc.assert(
      fc.property(arbitraryProgress, arbitraryProgress, (a, b) => {
        expect(readProgress(flatRecords(mergeProgress(a, b))).rejected).toEqual([]);
      }),
      runs,
    );
  });

  it('leaves its arguments as they are', () => {
    fc.assert(
      fc.property(arbitraryProgress, arbitraryProgress, (a, b) => {
        const before = structuredClone([a, b]);
        mergeProgress(a, b);
        expect([a, b]).toEqual(before);
      }),
      runs,
    );
  });
});

describe('merging one card', () => {
  const card = (rest: Partial<CardRecord>): CardRecord => ({
    id: 'question:8d8',
    due: 0,
    stability: 1,
    difficulty: 5,
    scheduledDays: 1,
    learningSteps: 0,
    reps: 1,
    lapses: 0,
    state: 'review',
    lastReview: 100,
    ...rest,
  });
  const merged = (a: CardRecord, b: CardRecord): CardRecord | undefined =>
    mergeProgress({ ...noProgress, cards: [a] }, { ...noProgress, cards: [b] }).cards[0];

  it('keeps the state with the later review, even with fewer reviews', () => {
    const later = card({ lastReview: 200, reps: 1 });
    expect(merged(card({ reps: 9 }), later)).toEqual(later);
    expect(merged(later, card({ lastReview: null, reps: 9 }))).toEqual(later);
  });

  it('keeps the state with more reviews if both were reviewed at the same time', () => {
    expect(merged(card({ reps: 9 }), card({ reps: 10 }))?.reps).toBe(10);
  });
});

describe('merging settings and bookmarks', () => {
  it('keeps the later record', () => {
    const settings = { id: 'settings', interviewOn: null, newPerDay: 9, bell: true } as const;
    const merged = mergeProgress(
      { ...noProgress, settings: [{ ...settings, at: 2 }], bookmarks: [{ code: '8d8', at: 1 }] },
      {
        ...noProgress,
        settings: [{ ...settings, newPerDay: 1, at: 1 }],
        bookmarks: [{ code: '8d8', at: 2 }],
      },
    );
    expect(merged.settings[0]?.newPerDay).toBe(9);
    expect(merged.bookmarks).toEqual([{ code: '8d8', at: 2 }]);
  });
});

describe('merging two notes', () => {
  const note = (text: string, at: number): NoteRecord => ({ code: '8d8', text, at });
  const text = (a: NoteRecord, b: NoteRecord): string => mergeNotes(a, b).note.text;
  const saved = (moment: string): string => `— Other version, saved ${moment} —`;

  it('puts the later one on top and the older one below, with the time it was saved', () => {
    const { note: merged, leftOut } = mergeNotes(note('old', 1), note('new', 2));
    expect(merged).toEqual(note(`new\n${saved('1970-01-01T00:00:00.001Z')}\nold`, 2));
    expect(leftOut).toBe(0);
  });

  it('drops the older one if the later one has its whole text', () => {
    expect(mergeNotes(note('first', 1), note('first and second', 2)).note).toEqual(
      note('first and second', 2),
    );
  });

  it('keeps the older one if it says more than the later one', () => {
    expect(text(note('first and second', 1), note('first', 2))).toBe(
      `first\n${saved('1970-01-01T00:00:00.001Z')}\nfirst and second`,
    );
  });

  it('puts three versions in order of time, however they are merged', () => {
    const [a, b, c] = [note('a', 1), note('b', 2), note('c', 3)];
    const expected = `c\n${saved('1970-01-01T00:00:00.002Z')}\nb\n${saved('1970-01-01T00:00:00.001Z')}\na`;
    expect(text(mergeNotes(a, c).note, b)).toBe(expected);
    expect(text(a, mergeNotes(c, b).note)).toBe(expected);
  });

  it('keeps only a later text that contains all versions', () => {
    const both = mergeNotes(note('old', 1), note('new', 2)).note;
    expect(text(both, note('new, and old', 3))).toBe('new, and old');
  });

  it('leaves out and counts the oldest versions if there isn’t room for all', () => {
    const [a, b, c] = [
      note('a'.repeat(9000), 1),
      note('b'.repeat(9000), 2),
      note('c'.repeat(9000), 3),
    ];
    const merged = mergeNotes(mergeNotes(a, b).note, c);
    expect(merged.leftOut).toBe(1);
    expect(merged.note.text.length).toBeLessThanOrEqual(20_000);
    expect(merged.note.text).toMatch(/^c{9000}\n.*\nb{9000}$/);
    expect(mergeNotes(c, mergeNotes(a, b).note)).toEqual(merged);
    expect(mergeNotes(note('x'.repeat(20_000), 5), a).note.text).toBe('x'.repeat(20_000));
  });

  it('keeps the one that contains the other if both were saved at the same time', () => {
    expect(text(note('first', 1), note('now the first', 1))).toBe('now the first');
  });

  it('drops a blank one', () => {
    expect(mergeNotes(note('\n', 3), note('kept', 2)).note).toEqual(note('kept', 2));
  });

  it.each(['yesterday', '2026-11-24', '1969-01-01T00:00:00.000Z'])(
    'treats a line that only looks like a separator as text (%s)',
    (moment) => {
      const odd = note(`one\n${saved(moment)}\ntwo`, 5);
      expect(text(odd, note('one', 1))).toBe(odd.text);
      expect(text(odd, note('three', 1))).toMatch(`${odd.text}\n`);
    },
  );

  it('never dates a version later than its note, whatever the separator says', () => {
    const odd = note(`mine\n${saved('2999-01-01T00:00:00.000Z')}\nolder`, 5);
    const { note: merged } = mergeNotes(odd, note('now', 9));
    expect(merged.text.split('\n')[0]).toBe('now');
    expect(merged.at).toBe(9);
  });
});
