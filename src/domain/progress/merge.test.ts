import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProgress } from '../../../tests/examples/arbitrary-progress.ts';
import { laterValue, withLaterRecords } from '../../../tests/examples/later-fields.ts';
import { isFullSweep } from '../../../tests/support/sampled.ts';
import { isNewer, mergeChanges, type RecordChange, reversed } from './merge.ts';
import {
  byKey,
  inKeyOrder,
  noProgress,
  progressFrom,
  type StoredRecord,
  storeNames,
} from './record-lists.ts';
import type { CardRecord, Progress } from './records.ts';

function changed(before: Progress, changes: readonly RecordChange[]): Progress {
  return progressFrom((name) => {
    const records = byKey(name, before[name]) as Map<string, StoredRecord>;
    for (const { store, key, after } of changes) {
      if (store !== name) continue;
      if (after === undefined) records.delete(String(key));
      else records.set(String(key), after as StoredRecord);
    }
    return inKeyOrder(records as never);
  });
}

const mergeProgress = (a: Progress, b: Progress): Progress => changed(a, mergeChanges(a, b));

const runs = { numRuns: isFullSweep ? 300 : 40 };

describe('merging', () => {
  it('gives the same result from either side, in any order, and when it is done again', () => {
    fc.assert(
      fc.property(arbitraryProgress, arbitraryProgress, arbitraryProgress, (a, b, c) => {
        const merged = mergeProgress(a, b);
        expect(mergeProgress(b, a)).toEqual(merged);
        expect(mergeProgress(merged, c)).toEqual(mergeProgress(a, mergeProgress(b, c)));
        expect(mergeProgress(merged, b)).toEqual(merged);
        expect(mergeProgress(a, noProgress)).toEqual(a);
      }),
      runs,
    );
  });

  it('has a record for each key of either side, as it was, and can be undone', () => {
    fc.assert(
      fc.property(arbitraryProgress, arbitraryProgress, laterValue, (a, b, later) => {
        const other = withLaterRecords(b, later);
        const changes = mergeChanges(a, other);
        const merged = changed(a, changes);
        for (const name of storeNames) {
          const keys = (progress: Progress) => byKey(name, progress[name]).keys();
          expect(new Set(keys(merged))).toEqual(new Set([...keys(a), ...keys(other)]));
          for (const record of merged[name]) expect([...a[name], ...other[name]]).toContain(record);
        }
        expect(changed(merged, reversed(changes))).toEqual(a);
      }),
      runs,
    );
  });

  it('keeps the newer of two records, and with it the fields of a later version', () => {
    fc.assert(
      fc.property(arbitraryProgress, laterValue, (progress, later) => {
        const other = withLaterRecords(progress, later);
        expect(mergeProgress(progress, other)).toEqual(other);
        expect(mergeProgress(other, progress)).toEqual(other);
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

describe('merging settings, bookmarks, and notes', () => {
  it('keeps the later record', () => {
    const settings = { id: 'settings', interviewOn: null, newPerDay: 9, bell: true } as const;
    const merged = mergeProgress(
      {
        ...noProgress,
        settings: [{ ...settings, at: 2 }],
        bookmarks: [{ code: '8d8', at: 1 }],
        notes: [{ code: '8d8', text: 'first', at: 1 }],
      },
      {
        ...noProgress,
        settings: [{ ...settings, newPerDay: 1, at: 1 }],
        bookmarks: [{ code: '8d8', at: 2 }],
        notes: [{ code: '8d8', text: 'later', at: 2 }],
      },
    );
    expect(merged.settings[0]?.newPerDay).toBe(9);
    expect(merged.bookmarks).toEqual([{ code: '8d8', at: 2 }]);
    expect(merged.notes).toEqual([{ code: '8d8', text: 'later', at: 2 }]);
  });

  it('never prefers both of two records to the other', () => {
    const [a, b] = [
      { code: '8d8', at: 1 },
      { code: '8d8', at: 1, later: 1 },
    ];
    expect([isNewer(a, b), isNewer(b, a), isNewer(a, { ...a })]).toEqual([false, true, false]);
  });
});
