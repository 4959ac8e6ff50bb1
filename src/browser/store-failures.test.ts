import { describe, expect, it } from 'vitest';
import { StoreError, toStoreError } from './store-failures.ts';

describe('a browser error', () => {
  it.each([
    ['QuotaExceededError', 'full', 'out of space'],
    ['VersionError', 'newer', 'Reload the page'],
    ['SecurityError', 'closed', 'private windows'],
    ['AbortError', 'interrupted', 'Try again'],
    ['InvalidStateError', 'interrupted', 'Try again'],
    ['UnknownError', 'interrupted', 'Try again'],
  ])('named %s becomes %s', (name, kind, words) => {
    const failure = toStoreError(new DOMException('what it said', name))?.failure;
    expect(failure?.kind).toBe(kind);
    expect(failure?.message).toContain(words);
    expect(failure?.detail).toBe(`${name}: what it said`);
  });

  it.each([new TypeError('x is undefined'), new RangeError('too deep'), 'text', undefined, null])(
    'isn’t blamed for a mistake in our own code: %o',
    (error) => {
      expect(toStoreError(error)).toBeUndefined();
    },
  );

  it('keeps a failure that was already identified', () => {
    const trouble = new StoreError('changed', 'question:8d8');
    expect(toStoreError(trouble)).toBe(trouble);
    expect(trouble.failure).toEqual({
      kind: 'changed',
      message: trouble.message,
      detail: 'question:8d8',
    });
  });
});
