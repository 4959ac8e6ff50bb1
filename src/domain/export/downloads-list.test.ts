import { describe, expect, it } from 'vitest';
import { downloadsList } from './downloads-list.ts';
import { exports } from './exports.ts';
import { sizeText } from './size-text.ts';

describe('the list of downloads', () => {
  it('names each file with its size, date, purpose and use, as text', () => {
    const download = { path: 'a.txt', title: 'A <b>', purpose: 'For this.', use: 'Open it.' };
    const made = { ...download, group: 'study' as const, size: 1234, isMade: true };
    expect(downloadsList([made], '/guide/', '2026-11-24')).toContain(
      '<h2>Study</h2><ul class="downloads"><li><a href="/guide/a.txt" download>A &lt;b&gt;</a> <span class="fine-print">1 kB, <time datetime="2026-11-24">November 24, 2026</time></span><p>For this. Open it.</p></li></ul>',
    );
  });

  it('links to the pages to print, alone if there is no PDF', () => {
    const pdf = {
      ...{ path: 'guide.pdf', title: 'PDF', purpose: 'For this.', use: 'Open it.' },
      ...{ group: 'read' as const, printPages: [{ path: 'print/a/', name: 'a' }] },
    };
    const page = '<a href="/guide/print/a/">a</a>';
    const without = downloadsList(
      [{ ...pdf, size: undefined, isMade: false }],
      '/guide/',
      '2026-11-24',
    );
    expect(without).toContain(page);
    expect(without).not.toContain('guide.pdf');
    const withPdf = downloadsList(
      [{ ...pdf, size: undefined, isMade: true }],
      '/guide/',
      '2026-11-24',
    );
    expect(withPdf).toContain(page);
    expect(withPdf).toContain('<a href="/guide/guide.pdf" download>PDF</a>');
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
