/**
 * Values with fields that this version doesn't know, as a later version of the guide might store
 * them.
 */
import fc from 'fast-check';
import type { Progress } from '../../src/domain/progress/records.ts';

/**
 * The value of a field that only a later version knows. It contains no negative zero, because
 * `JSON.stringify` writes that as 0.
 */
export const laterValue: fc.Arbitrary<unknown> = fc
  .json({ maxDepth: 3 })
  .map((text) => JSON.parse(JSON.stringify(JSON.parse(text))) as unknown);

/** Adds a field named `later` to each object in a value, including objects in arrays. */
export function withLaterFields<Value>(value: Value, later: unknown): Value {
  if (Array.isArray(value)) return value.map((part) => withLaterFields(part, later)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, part]) => [key, withLaterFields(part, later)]);
  return { ...Object.fromEntries(fields), later } as Value;
}

export function withLaterRecords(progress: Progress, later: unknown): Progress {
  const lists = Object.entries(progress).map(([name, list]) => [
    name,
    withLaterFields(list, later),
  ]);
  return Object.fromEntries(lists) as Progress;
}

/** Returns the number of objects in a value and how many of them still have the field. */
export function countLaterFields(
  value: unknown,
  later: unknown,
): { objects: number; kept: number } {
  const count = { objects: 0, kept: 0 };
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { later: found, ...rest } = part as { later?: unknown };
    if (!Array.isArray(part)) {
      count.objects += 1;
      if (JSON.stringify(found) === JSON.stringify(later)) count.kept += 1;
    }
    for (const inner of Object.values(Array.isArray(part) ? part : rest)) visit(inner);
  };
  visit(value);
  return count;
}
