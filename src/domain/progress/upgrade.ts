/**
 * Upgrades older records to the current format. When `recordsVersion` rises, `upgrades` gets one
 * entry from the version before. Progress files and the database go through the same table, so both
 * are read for as long as their version is listed in it.
 */
import type { RawRecord } from './progress-lists.ts';
import { type Rejected, recordsVersion } from './records.ts';

export interface Upgrade {
  /** The version that it starts from; it upgrades to `from + 1`. */
  readonly from: number;
  /**
   * Converts one record: into its new form, into several, or into none if the guide no longer
   * stores it. It may throw on a value that is invalid in that version; the record is then
   * rejected.
   */
  readonly change: (record: RawRecord) => readonly RawRecord[];
}

export interface UpgradeRoute {
  readonly to?: number;
  readonly table?: readonly Upgrade[];
}

export interface Upgraded {
  readonly records: readonly RawRecord[];
  readonly rejected: readonly Rejected[];
}

export const upgrades: readonly Upgrade[] = [];

/**
 * Upgrades records of version `from` to the current version, step by step. Returns undefined if the
 * table has no path: the version is too old, too new, or never existed.
 */
export function upgradeRecords(
  records: readonly RawRecord[],
  from: number,
  { to = recordsVersion, table = upgrades }: UpgradeRoute = {},
): Upgraded | undefined {
  if (!Number.isSafeInteger(from) || from > to) return undefined;
  let upgraded: Upgraded = { records, rejected: [] };
  for (let version = from; version < to; version += 1) {
    const step = table.find((upgrade) => upgrade.from === version);
    if (step === undefined) return undefined;
    upgraded = take(step, upgraded);
  }
  return upgraded;
}

function take({ from, change }: Upgrade, before: Upgraded): Upgraded {
  const records: RawRecord[] = [];
  const rejected = [...before.rejected];
  for (const record of before.records) {
    try {
      records.push(...change(record));
    } catch {
      rejected.push({ ...record, problem: `it doesn’t match version ${from} of the guide` });
    }
  }
  return { records, rejected };
}
