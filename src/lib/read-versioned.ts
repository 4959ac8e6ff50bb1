import type * as z from 'zod/mini';
import type { Result } from './result.ts';

/** By version, turns a value of that version into one of the next. */
export type Upgrades<Value = unknown> = ReadonlyMap<number, (value: Value) => Value>;

/**
 * Returns a value of an earlier version in the shape of a later one, or undefined if an upgrade is
 * missing. If an upgrade can't handle a value, the value is damaged and stays as it is.
 */
export function upgradeValue<Value>(
  value: Value,
  { from, to, upgrades }: { from: number; to: number; upgrades: Upgrades<Value> },
): Value | undefined {
  if (from === to) return value;
  const upgrade = upgrades.get(from);
  if (upgrade === undefined) return undefined;
  try {
    return upgradeValue(upgrade(value), { from: from + 1, to, upgrades });
  } catch {
    return value;
  }
}

/** A format with a version. */
interface Format<Value> {
  /** Name in messages, such as "The stored session". */
  readonly name: string;
  /**
   * The version rises when a field is renamed, removed, or redefined. `upgrades` then gets an
   * entry.
   */
  readonly version: number;
  readonly upgrades?: Upgrades;
  /**
   * The schema must not transform anything. Values are returned as they are, with unknown fields.
   */
  readonly schema: z.ZodMiniType<Value>;
}

/**
 * Checks a value, or JSON text, against a format. Fields that the schema doesn't know are kept,
 * because a newer version wrote them. Never throws.
 */
export function readVersioned<Value>(format: Format<Value>, given: unknown): Result<Value> {
  const { name, version, upgrades = new Map(), schema } = format;
  const parsed = typeof given === 'string' ? parseJson(given) : given;
  const from = versionOf(parsed) ?? version;
  const value = upgradeValue(parsed, { from, to: version, upgrades });
  if (value === undefined && from !== version) {
    return {
      problem:
        from > version
          ? `${name} can’t be read: a newer version of the guide saved it. Reload this page.`
          : `${name} can’t be read: it’s from a version that the guide doesn’t know.`,
    };
  }
  const result = schema.safeParse(value);
  if (result.success) return { value: value as Value };
  const [first] = result.error.issues;
  const where = first?.path.map(String).join('.') || 'the whole';
  return { problem: `${name} can’t be read: ${where}: ${first?.message ?? 'unknown'}.` };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function versionOf(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null || !('version' in value)) return undefined;
  return typeof value.version === 'number' ? value.version : undefined;
}
