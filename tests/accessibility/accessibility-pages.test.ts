import { statSync } from 'node:fs';
import { expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { sitePages, sweep } from '../support/page-sweep.ts';
import { isFullSweep, sampled } from '../support/sampled.ts';

const open = useBrowser();
const site = inject('rootSite');

/**
 * The page of every question has a test elsewhere. The print page of the whole guide is covered by
 * the print pages of its levels.
 */
const elsewhere = /^(questions\/.|print\/$)/;
const pages = sitePages('dist').filter((path) => !elsewhere.test(path));
const folders = Object.entries(
  Object.groupBy(pages, (path) => (/^[^/]+\/./.test(path) ? (path.split('/')[0] ?? '') : 'others')),
).map(([folder, paths = []]) => ({ folder, paths }));

it('the sweep covers every kind of page', () => {
  expect(folders.map(({ folder }) => folder)).toEqual(
    expect.arrayContaining(['labs', 'levels', 'others', 'paths', 'print', 'topics']),
  );
});

const sizeOf = (path: string): number => statSync(`dist/${path}index.html`).size;

// One file generates all pages of a folder. Per commit, only the shortest page of a folder is
// checked, because axe is fastest on it. Each other page is the only one of its kind.
it.each(folders)('pages in $folder pass every check', async ({ folder, paths }) => {
  const { page } = await open();
  const faults: string[] = [];
  const chosen =
    folder === 'others'
      ? sampled(paths, 4)
      : sampled(
          paths.toSorted((one, other) => sizeOf(one) - sizeOf(other)),
          1,
        );
  const depth = isFullSweep ? 'opposite looks' : 'first look';
  for (const path of chosen) faults.push(...(await sweep(page, site + path, depth)));
  expect(faults).toEqual([]);
});
