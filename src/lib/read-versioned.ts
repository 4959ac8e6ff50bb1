import type * as z from 'zod/mini';
import type { Result } from './result.ts';

/** A format with a version. */
interface Format<Value> {
  /** Name in messages, such as "The stored session". */
  readonly name: string;
  /** It rises when a field is renamed, removed, or redefined. */
  readonly version: number;
  readonly schema: z.ZodMiniType<Value>;
}

/** Checks a value, or JSON text, against a format. Never throws. */
export function readVersioned<Value>(format: Format<Value>, given: unknown): Result<Value> {
  const value = typeof given === 'string' ? parseJson(given) : given;
  const result = format.schema.safeParse(value);
  if (result.success) return { value: result.data };
  const version = versionOf(value);
  if (version !== undefined && version !== format.version) {
    return {
      problem: `${format.name} can’t be read: it’s version ${version}, but this page reads version ${format.version}.`,
    };
  }
  const [first] = result.error.issues;
  const where = first?.path.map(String).join('.') || 'the whole';
  return { problem: `${format.name} can’t be read: ${where}: ${first?.message ?? 'unknown'}.` };
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
