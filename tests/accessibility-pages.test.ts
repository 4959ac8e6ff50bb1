import { expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { sitePages, sweep } from './page-sweep.ts';

const open = useBrowser();
const site = inject('rootSite');

/** The page of every question has a test of its own; the whole guide on paper is its levels. */
const elsewhere = /^(questions\/.|print\/$)/;

it('axe, drawings and a page at 400 % are without a finding on every page but the questions', async () => {
  const { page } = await open();
  const pages = sitePages('dist').filter((path) => !elsewhere.test(path));
  expect(pages.length).toBeGreaterThan(80);
  const faults: string[] = [];
  for (const path of pages) faults.push(...(await sweep(page, site + path, 'opposite looks')));
  expect(faults).toEqual([]);
});
