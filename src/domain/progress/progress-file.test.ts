import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProgress } from '../../../tests/examples/arbitrary-progress.ts';
import { laterValue, withLaterRecords } from '../../../tests/examples/later-fields.ts';
import { versionZero } from '../../../tests/examples/version-zero.ts';
import { isFullSweep } from '../../../tests/support/sampled.ts';
import { mergeChanges } from './merge.ts';
import {
  largestFile,
  type ProgressFile,
  readProgressFile,
  writeProgressFile,
  writeUnreadableFile,
} from './progress-file.ts';
import { countRecords, noProgress } from './record-lists.ts';
import { recordFormat } from './record-versions.ts';

const runs = { numRuns: isFullSweep ? 200 : 40 };

const bookmark = { code: '8d8', at: 5 };
const envelope = {
  format: 'ai-healthtech-interview-guide/progress',
  version: recordFormat.version,
  exportedAt: 7,
  progress: { bookmarks: [bookmark] },
};

function read(content: unknown): ProgressFile {
  const result = readProgressFile(JSON.stringify(content));
  if ('problem' in result) throw new Error(result.problem);
  return result.value;
}

function problem(text: string): string {
  const result = readProgressFile(text);
  return 'problem' in result ? result.problem : 'none';
}

describe('a progress file', () => {
  it('returns what was written', () => {
    fc.assert(
      fc.property(arbitraryProgress, fc.nat(), (progress, now) => {
        const result = readProgressFile(writeProgressFile(progress, now));
        expect(result).toEqual({
          value: { exportedAt: now, progress, rejected: [] },
        });
      }),
      runs,
    );
  });

  it('keeps the fields of a later version, at any depth', () => {
    fc.assert(
      fc.property(arbitraryProgress, laterValue, (progress, later) => {
        const stored = withLaterRecords(progress, later);
        const result = readProgressFile(writeProgressFile(stored, 0));
        expect(result).toEqual({ value: { exportedAt: 0, progress: stored, rejected: [] } });
      }),
      runs,
    );
  });

  it('of version 0 is upgraded', () => {
    const { format, stored, upgraded } = versionZero;
    const progress = Object.fromEntries(stored.map(({ store, value }) => [store, [value]]));
    const text = JSON.stringify({ ...envelope, version: 0, progress });
    const result = readProgressFile(text, format);
    const read = 'value' in result ? result.value : undefined;
    expect(read?.rejected).toEqual([]);
    expect([read?.progress.notes, read?.progress.bookmarks]).toEqual(
      upgraded.map(({ value }) => [value]),
    );
  });

  it('changes nothing when it is imported where it was exported', () => {
    fc.assert(
      fc.property(arbitraryProgress, (progress) => {
        const result = readProgressFile(writeProgressFile(progress, 0));
        const imported = 'value' in result ? result.value.progress : noProgress;
        expect(mergeChanges(progress, imported)).toEqual([]);
        expect(countRecords(imported)).toBe(countRecords(progress));
      }),
      runs,
    );
  });

  it('is the same text for the same progress, whatever the order of keys and records', () => {
    const note = { code: 'z7s', text: 'x', at: 1 };
    const turned = { at: 1, text: 'x', code: 'z7s' };
    const other = { code: '8d8', text: 'y', at: 1 };
    const [a, b] = [
      writeProgressFile({ ...noProgress, notes: [note, other] }, 9),
      writeProgressFile({ ...noProgress, notes: [other, turned] }, 9),
    ];
    expect(a).toBe(b);
    expect(a.endsWith('\n')).toBe(true);
  });

  it('keeps the format that is written down', () => {
    expect(JSON.parse(writeProgressFile({ ...noProgress, bookmarks: [bookmark] }, 7))).toEqual({
      format: 'ai-healthtech-interview-guide/progress',
      version: 1,
      exportedAt: 7,
      progress: {
        cards: [],
        reviews: [],
        notes: [],
        bookmarks: [bookmark],
        mocks: [],
        interviews: [],
        settings: [],
      },
    });
  });
});

describe('a file of unreadable records', () => {
  const wrong = { code: 'z7s', at: -1, later: { a: [1] } };

  it('is read by a version that can read them', () => {
    const text = writeUnreadableFile([{ store: 'bookmarks', value: wrong }], 9);
    const result = readProgressFile(text);
    expect('value' in result && result.value.rejected).toMatchObject([
      { store: 'bookmarks', value: wrong },
    ]);
    // A record that this version can read, as if the file came from a version that couldn't.
    const right = writeUnreadableFile([{ store: 'bookmarks', value: { ...wrong, at: 1 } }], 9);
    const later = readProgressFile(right);
    expect('value' in later && later.value.progress.bookmarks).toEqual([{ ...wrong, at: 1 }]);
  });

  it('is read from the quarantine of earlier guides, and from the file that they wrote', () => {
    const entries = [
      { id: 1, at: 9, store: 'bookmarks', value: { ...bookmark, later: 1 }, problem: 'extra' },
      { id: 2, at: 9, store: 'bookmarks', value: wrong, problem: 'at: wrong' },
      { at: 9 },
    ];
    const files = [
      writeUnreadableFile(
        entries.map((value) => ({ store: 'quarantine', value })),
        9,
      ),
      JSON.stringify({
        format: 'ai-healthtech-interview-guide/set-aside',
        version: 1,
        records: entries,
      }),
    ];
    for (const text of files) {
      const result = readProgressFile(text);
      const read = 'value' in result ? result.value : undefined;
      expect(read?.progress.bookmarks).toEqual([{ ...bookmark, later: 1 }]);
      expect(read?.rejected.map(({ store, value }) => [store, value])).toEqual([
        ['bookmarks', wrong],
        ['quarantine', { at: 9 }],
      ]);
    }
  });

  it('is JSON for any value', () => {
    const cyclic: { self?: unknown } = {};
    cyclic.self = cyclic;
    const values = [{ id: 7, stability: Number.NaN }, 5n, '</script>', undefined];
    const records = values.map((value) => ({ store: 'cards', value }));
    const written = JSON.parse(writeUnreadableFile(records, 9)) as { progress: object };
    expect(written.progress).toEqual({
      cards: [{ id: 7, stability: 'NaN' }, '5n', '</script>', null],
    });
    const all = [{ store: 'cards', value: cyclic }, ...records];
    expect(() => JSON.parse(writeUnreadableFile(all, 9)) as unknown).not.toThrow();
  });
});

describe('reading a file', () => {
  it('rejects bad records one by one and keeps the rest', () => {
    const bad = { code: '8d8', at: 'today' };
    const file = read({
      ...envelope,
      progress: { bookmarks: [bookmark, bad], notes: 5, diary: ['x'], cards: [null] },
    });
    expect(file.progress).toEqual({ ...noProgress, bookmarks: [bookmark] });
    expect(file.rejected).toEqual([
      { store: 'notes', value: 5, problem: 'it isn’t a list' },
      { store: 'bookmarks', value: bad, problem: expect.stringMatching(/^at is /) },
      { store: 'diary', value: 'x', problem: 'the guide doesn’t have this kind of record' },
      { store: 'cards', value: null, problem: expect.any(String) },
    ]);
  });

  it('keeps the first of two records with one key and rejects the other', () => {
    const second = { code: '8d8', at: 6 };
    const file = read({ ...envelope, progress: { bookmarks: [bookmark, second] } });
    expect(file.progress.bookmarks).toEqual([bookmark]);
    expect(file.rejected).toEqual([
      { store: 'bookmarks', value: second, problem: 'there is another record named 8d8' },
    ]);
  });

  it('leaves nothing out silently', () => {
    const file = read({ ...envelope, notes: [{ code: '8d8' }] });
    expect(file.rejected).toEqual([
      { store: 'notes', value: [{ code: '8d8' }], problem: 'it doesn’t belong here' },
    ]);
  });

  it.each([1e300, -1e300, 8_640_000_000_000_001, 0.5, 'yesterday', null])(
    'doesn’t read %s as a time',
    (exportedAt) => {
      expect(read({ ...envelope, exportedAt }).exportedAt).toBeNull();
    },
  );

  it('reads a file to which an editor added a byte order mark', () => {
    expect('value' in readProgressFile(`\uFEFF${JSON.stringify(envelope)}`)).toBe(true);
  });

  it.each([
    ['', 'isn’t a progress file'],
    ['{', 'isn’t a progress file'],
    ['[]', 'isn’t a progress file'],
    ['{"format":"other"}', 'isn’t a progress file'],
    [JSON.stringify({ ...envelope, version: recordFormat.version + 1 }), 'newer version'],
    [JSON.stringify({ ...envelope, version: 0 }), 'can’t read'],
    [JSON.stringify({ ...envelope, version: '1' }), 'can’t read'],
    [JSON.stringify({ ...envelope, version: 0.5 }), 'can’t read'],
    [JSON.stringify({ ...envelope, version: -1e300 }), 'can’t read'],
    [JSON.stringify({ ...envelope, progress: [] }), 'no progress'],
    [' '.repeat(largestFile + 1), 'too large'],
    [JSON.stringify({ ...envelope, progress: { notes: Array(200_001).fill(0) } }), 'too large'],
    [
      JSON.stringify({
        ...envelope,
        progress: Object.fromEntries(
          Array(200_001)
            .keys()
            .map((key) => [key, 0]),
        ),
      }),
      'too large',
    ],
  ])('refuses %.40s with the reason', (text, reason) => {
    expect(problem(text)).toContain(reason);
  });
});
