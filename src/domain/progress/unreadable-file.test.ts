import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawText, writeUnreadableFile } from './unreadable-file.ts';

describe('a quarantined record', () => {
  it('is written with its problem, for any value', () => {
    const cyclic: { self?: unknown } = {};
    cyclic.self = cyclic;
    const values = [{ id: 7, stability: Number.NaN }, undefined, 5n, cyclic, '</script>'];
    const records = values.map((value) => ({ store: 'cards', at: 9, problem: 'wrong', value }));
    expect(JSON.parse(writeUnreadableFile(records))).toEqual({
      format: 'ai-healthtech-interview-guide/set-aside',
      version: 1,
      records: [
        { id: 7, stability: 'NaN' },
        'undefined',
        '5n',
        'This can’t be written as text.',
        '</script>',
      ].map((value) => ({ store: 'cards', at: 9, problem: 'wrong', value })),
    });
  });

  it('is always JSON', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withSparseArray: true, withDate: true }),
        (value) => {
          const text = rawText(value);
          expect(JSON.stringify(JSON.parse(text))).toBeTypeOf('string');
        },
      ),
    );
  });

  it('creates a file if there is none', () => {
    expect(JSON.parse(writeUnreadableFile([]))).toMatchObject({ records: [] });
  });
});
