import { expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { guideOnDisk } from './guide-data.ts';
import { sweep } from './page-sweep.ts';

const open = useBrowser();
const site = inject('rootSite');

it('axe, drawings and a page at 400 % are without a finding on the page of every question', async () => {
  const { page } = await open();
  const faults: string[] = [];
  for (const { slug } of guideOnDisk().questions) {
    faults.push(...(await sweep(page, `${site}questions/${slug}/`, 'opposite looks')));
  }
  expect(faults).toEqual([]);
});
