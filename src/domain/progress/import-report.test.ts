import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryProgress } from '../../../tests/examples/arbitrary-progress.ts';
import { importReport, rejectedLine } from './import-report.ts';
import { mergeChanges } from './merge.ts';
import { countRecords, noProgress } from './record-lists.ts';
import type { Progress } from './records.ts';

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
  mocks: [{ id: 'mock-0001', link: 'x', at: 1, questions: [] }],
};

describe('the report of an import', () => {
  it('says for each kind of record what was added, replaced, and left', () => {
    expect(importReport(file, mergeChanges(here, file))).toBe(
      'Notes: 1 added, 1 replaced, 1 left unchanged. Mock interviews: 1 added.',
    );
  });

  it('says that nothing changed, and why', () => {
    expect(importReport(here, mergeChanges(here, here))).toContain('the same or newer');
    expect(importReport(noProgress, [])).toContain('no records that can be read');
  });

  it('counts every record of the file once', () => {
    fc.assert(
      fc.property(arbitraryProgress, arbitraryProgress, (a, b) => {
        const changes = mergeChanges(a, b);
        fc.pre(changes.length > 0);
        const counts = importReport(b, changes).match(/\d+/g) ?? [];
        expect(counts.reduce((sum, count) => sum + Number(count), 0)).toBe(countRecords(b));
      }),
    );
  });
});

describe('a record that can’t be read', () => {
  it('is described in a line, whatever its store and problem', () => {
    expect(rejectedLine({ store: 'cards', value: {}, problem: 'due is wrong' })).toBe(
      'Cards: due is wrong.',
    );
    const long = { store: '<img>'.repeat(100), value: null, problem: 'x'.repeat(999) };
    expect(rejectedLine(long).length).toBeLessThan(260);
  });
});
