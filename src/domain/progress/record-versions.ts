import { type Upgrades, upgradeValue } from '../../lib/read-versioned.ts';

export interface RawRecord {
  readonly store: string;
  readonly value: unknown;
}

export interface RecordFormat {
  readonly version: number;
  readonly upgrades: Upgrades<RawRecord>;
}

/**
 * Version of all records (see `records.ts`). It goes up when a field is renamed, removed, or
 * redefined, but not when one is added. Each new version needs an upgrade, so that databases and
 * progress files from earlier versions still work.
 */
export const recordFormat: RecordFormat = { version: 1, upgrades: new Map() };

/**
 * Upgrades records from an earlier version to the current one. Returns undefined if an upgrade is
 * missing.
 *
 * @param format tests pass the format of a later version
 */
export function upgrade(
  from: number,
  records: readonly RawRecord[],
  { version: to, upgrades }: RecordFormat = recordFormat,
): readonly RawRecord[] | undefined {
  if (from !== to && !upgrades.has(from)) return undefined;
  const upgraded = records.map((record) => upgradeValue(record, { from, to, upgrades }));
  return upgraded.every((record) => record !== undefined) ? upgraded : undefined;
}
