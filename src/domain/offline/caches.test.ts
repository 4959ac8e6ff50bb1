import { expect, it } from 'vitest';
import { cacheNames } from './caches.ts';

it('the caches of guides below different paths of a host are told apart by their names', () => {
  const root = cacheNames('/');
  const below = cacheNames('/guide/');
  for (const name of [below.files, below.fetched, below.unpacked('packs/1.pack')]) {
    expect(name.startsWith(below.prefix)).toBe(true);
    expect(name.startsWith(root.prefix)).toBe(false);
  }
});
