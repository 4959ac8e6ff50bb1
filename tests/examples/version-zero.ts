/**
 * Records in an invented version 0, in which notes were called memos and had a day instead of a
 * time.
 */
import type { RawRecord, RecordFormat } from '../../src/domain/progress/record-versions.ts';

interface Memo {
  readonly code: string;
  readonly memo: string;
  readonly day: string;
}

function upgradeRecord({ store, value }: RawRecord): RawRecord {
  if (store !== 'memos') return { store, value };
  const { memo, day, ...rest } = value as Memo;
  return { store: 'notes', value: { ...rest, text: memo.trim(), at: Date.parse(day) } };
}

const bookmark = { store: 'bookmarks', value: { code: 'z7s', at: 5 } };

export const versionZero: {
  readonly format: RecordFormat;
  readonly stored: readonly RawRecord[];
  readonly upgraded: readonly RawRecord[];
} = {
  format: { version: 1, upgrades: new Map([[0, upgradeRecord]]) },
  stored: [
    { store: 'memos', value: { code: '8d8', memo: ' kept', day: '1970-01-02', later: [1] } },
    bookmark,
  ],
  upgraded: [
    { store: 'notes', value: { code: '8d8', text: 'kept', at: 86_400_000, later: [1] } },
    bookmark,
  ],
};
