import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { storageKeys } from '../src/browser/storage-keys.ts';
import { storeNames } from '../src/domain/progress/record-lists.ts';

const doc = readFileSync('docs/storage.md', 'utf8');

describe('docs/storage.md', () => {
  it('names every store and every key, and nothing else', () => {
    const rows = [...doc.matchAll(/^\| `([\w-]+)` /gm)].map(([, name]) => name);
    const stored = [...storeNames, 'device', ...Object.values(storageKeys)];
    expect(rows.sort()).toEqual(stored.sort());
  });

  it('names only tests that exist', () => {
    const shown = [...doc.matchAll(/`((?:tests|src)\/[\w./-]+\.ts)`, "([^"]+)"/g)];
    expect(shown.length).toBeGreaterThan(25);
    const missing = shown.filter(
      ([, file = '', title = '']) =>
        !existsSync(file) || !readFileSync(file, 'utf8').includes(title),
    );
    expect(missing.map(([line]) => line)).toEqual([]);
  });
});
