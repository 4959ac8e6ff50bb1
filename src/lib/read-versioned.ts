import type * as z from 'zod/mini';
import type { Result } from './result.ts';

/** Functions by version. Each one converts a value of its version to the next version. */
export type Upgrades<Value = unknown> = ReadonlyMap<number, (value: Value) => Value>;

/**
 * Upgrades a value from one version to a later one. Returns undefined if an upgrade is missing. If
 * an upgrade throws, the value is damaged and is returned without that upgrade, for the schema to
 * reject.
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

interface Format<Value> {
  /** Name in messages, such as "The stored session". */
  readonly name: string;
  /**
   * The version goes up when a field is renamed, removed, or redefined. Each time, `upgrades` needs
   * a new entry.
   */
  readonly version: number;
  readonly upgrades?: Upgrades;
  /**
   * The schema must not transform anything. Values are returned as is, including unknown fields.
   */
  readonly schema: z.ZodMiniType<Value>;
}

/**
 * Checks a value, or JSON text, against a format. Keeps fields that the schema doesn't know,
 * because a newer version may have written them. Never throws.
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
