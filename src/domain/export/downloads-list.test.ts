import { describe, expect, it } from 'vitest';
import { downloadsList } from './downloads-list.ts';
import { exports } from './exports.ts';
import { sizeText } from './size-text.ts';

describe('the list of downloads', () => {
  it('names each file with its size, date, purpose and use, as text', () => {
    const download = { path: 'a.txt', title: 'A <b>', purpose: 'For this.', use: 'Open it.' };
    const made = { ...download, group: 'study' as const, size: 1234, isMade: true };
    expect(downloadsList([made], '/guide/', '2026-11-24')).toContain(
      '<h2>Study</h2><ul class="downloads"><li><a href="/guide/a.txt" download>A &lt;b&gt;</a> <span class="small">1 kB, <time datetime="2026-11-24">November 24, 2026</time></span><p>For this. Open it.</p></li></ul>',
    );
  });

  it('says once what to do if PDFs weren’t made, and links to the pages to print', () => {
    const print = (name: string) => ({
      ...{ path: `${name}.pdf`, title: name, purpose: 'For this.', use: 'Open it.' },
      ...{ group: 'read' as const, printPage: { path: `print/${name}/`, name }, size: undefined, isMade: false },
    });
    const list = downloadsList([print('a'), print('b')], '/guide/', '2026-11-24');
    expect(list.match(/<li>/g)).toHaveLength(1);
    expect(list).toContain(
      '<a href="/guide/print/a/">a</a>, <a href="/guide/print/b/">b</a>.</p></li></ul>',
    );
    expect(list).not.toContain('.pdf"');
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
