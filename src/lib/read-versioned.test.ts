import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { readVersioned } from './read-versioned.ts';

/**
 * A format whose version 0 had `name` instead of `title`, and whose version 1 had a single `code`.
 */
const format = {
  name: 'The list',
  version: 2,
  schema: z.object({
    version: z.literal(2),
    title: z.string(),
    codes: z.array(z.object({ code: z.string() })),
  }),
  upgrades: new Map<number, (value: unknown) => unknown>([
    [
      0,
      (value: unknown) => {
        const { name, ...rest } = value as { name: string };
        return { ...rest, version: 1, title: name.trim() };
      },
    ],
    [
      1,
      (value: unknown) => {
        const { code, ...rest } = value as { code: string };
        return { ...rest, version: 2, codes: [{ code }] };
      },
    ],
  ]),
};

const current = { version: 2, title: 'Mine', codes: [{ code: '8d8' }] };
const problem = (given: unknown): string => {
  const result = readVersioned(format, given);
  return 'problem' in result ? result.problem : '';
};

describe('a stored value', () => {
  it('keeps fields that this version doesn’t know, at any depth', () => {
    const later = { ...current, later: { a: [1] }, codes: [{ code: '8d8', later: null }] };
    expect(readVersioned(format, later)).toEqual({ value: later });
    expect(readVersioned(format, JSON.stringify(later))).toEqual({ value: later });
  });

  it('of an earlier version is upgraded version by version, with its other fields', () => {
    const first = { version: 0, name: ' Mine', code: '8d8', other: { a: 1 } };
    expect(readVersioned(format, first)).toEqual({ value: { ...current, other: { a: 1 } } });
    expect(readVersioned(format, { version: 1, title: 'Mine', code: '8d8' })).toEqual({
      value: current,
    });
  });

  it('is refused with the reason', () => {
    expect(problem({ ...current, version: 3 })).toBe(
      'The list can’t be read: a newer version of the guide saved it. Reload this page.',
    );
    for (const version of [-1, 0.5, Number.NaN, -1e300]) {
      expect(problem({ ...current, version })).toContain('a version that the guide doesn’t know');
    }
    expect(problem({ version: 0, name: 5 })).toContain('can’t be read: version');
    expect(problem({ ...current, codes: [{}] })).toContain('codes.0.code');
    expect(problem('{')).toContain('the whole');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.json()), (given) => {
        expect(problem(given)).not.toBe('');
      }),
    );
  });
});
