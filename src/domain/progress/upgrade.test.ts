import { describe, expect, it } from 'vitest';
import type { RawRecord } from './progress-lists.ts';
import { recordsVersion } from './records.ts';
import { type Upgrade, upgradeRecords, upgrades } from './upgrade.ts';

const note = (text: string): RawRecord => ({ store: 'notes', value: { text } });
const textOf = ({ value }: RawRecord): string => (value as { text: string }).text.toString();

/** An upgrade that adds a letter to each note. */
const adding = (letter: string, from: number): Upgrade => ({
  from,
  change: (record) => [note(textOf(record) + letter)],
});

describe('upgrading records', () => {
  it('takes every step from the old version to the new one, in order', () => {
    const table = [adding('c', 3), adding('a', 1), adding('b', 2)];
    const upgraded = (from: number) =>
      upgradeRecords([note('')], from, { to: 4, table })?.records.map(textOf);
    expect(upgraded(1)).toEqual(['abc']);
    expect(upgraded(3)).toEqual(['c']);
    expect(upgraded(4)).toEqual(['']);
  });

  it('may drop records, or split one into several', () => {
    const change = (record: RawRecord): RawRecord[] =>
      textOf(record) === '' ? [] : [note('x'), note('y')];
    const upgraded = upgradeRecords([note('xy'), note('')], 1, {
      to: 2,
      table: [{ from: 1, change }],
    });
    expect(upgraded?.records.map(textOf)).toEqual(['x', 'y']);
  });

  it('rejects a record if a step throws on it, and continues with the rest', () => {
    const broken: RawRecord = { store: 'notes', value: null };
    const table = [adding('a', 1), adding('b', 2)];
    expect(upgradeRecords([broken, note('')], 1, { to: 3, table })).toEqual({
      records: [note('ab')],
      rejected: [{ ...broken, problem: 'it doesn’t match version 1 of the guide' }],
    });
  });

  it.each([0, 2, 5, 0.5, Number.NaN, Number.NEGATIVE_INFINITY])(
    'returns nothing from version %d, which has no upgrade path',
    (from) => {
      const table = [adding('a', 1), adding('c', 3)];
      expect(upgradeRecords([note('')], from, { to: 4, table })).toBeUndefined();
    },
  );

  it('has a step for every version that was ever written', () => {
    const versions = Array.from({ length: recordsVersion - 1 }, (_, index) => index + 1);
    expect(upgrades.map(({ from }) => from)).toEqual(versions);
    expect(upgradeRecords([note('a')], recordsVersion)?.records).toEqual([note('a')]);
  });
});
