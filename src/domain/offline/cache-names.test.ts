import { expect, it } from 'vitest';
import { cacheNames } from './cache-names.ts';

it('guides under different paths of one host have different cache prefixes', () => {
  const root = cacheNames('/');
  const below = cacheNames('/guide/');
  for (const name of [below.precache, below.opened]) {
    expect(name.startsWith(below.prefix)).toBe(true);
    expect(name.startsWith(root.prefix)).toBe(false);
  }
});
