import { describe, expect, it } from 'vitest';
import { downloadsList, sizeText } from './downloads-list.ts';
import { exports } from './exports.ts';

describe('the list of downloads', () => {
  it('names each file with its size, date, purpose and use, as text', () => {
    const download = { path: 'a.txt', title: 'A <b>', purpose: 'For this.', use: 'Open it.' };
    expect(downloadsList([{ ...download, size: 1234 }], '/guide/', '2026-11-24')).toBe(
      '<ul class="downloads"><li><a href="/guide/a.txt" download>A &lt;b&gt;</a> <span class="small">1 kB, <time datetime="2026-11-24">2026-11-24</time></span><p>For this. Open it.</p></li></ul>',
    );
  });

  it.each([
    [999, '999 bytes'],
    [1500, '2 kB'],
    [2_345_678, '2.3 MB'],
  ])('writes %d as %s', (bytes, text) => {
    expect(sizeText(bytes)).toBe(text);
  });

  it('lists no file twice', () => {
    const paths = exports.flatMap(({ downloads }) => downloads.map(({ path }) => path));
    expect(new Set(paths).size).toBe(paths.length);
  });
});
