import { expect, it } from 'vitest';
import { cacheNames } from './caches.ts';

it('caches of guides below different paths of a host have different prefixes', () => {
  const root = cacheNames('/');
  const below = cacheNames('/guide/');
  for (const name of [below.precache, below.opened]) {
    expect(name.startsWith(below.prefix)).toBe(true);
    expect(name.startsWith(root.prefix)).toBe(false);
  }
});
