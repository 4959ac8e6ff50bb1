import { expect, inject, it } from 'vitest';
import { levels } from '../src/guide.ts';
import { useBrowser } from './browser.ts';
import { guideOnDisk } from './guide-data.ts';
import { sweep } from './page-sweep.ts';

const open = useBrowser();
const site = inject('rootSite');
const { questions } = guideOnDisk();

it.each(levels)('every question of the level $label is without a finding', async ({ id }) => {
  const { page } = await open();
  const faults: string[] = [];
  for (const { slug } of questions.filter(({ level }) => level === id)) {
    faults.push(...(await sweep(page, `${site}questions/${slug}/`, 'opposite looks')));
  }
  expect(faults).toEqual([]);
  await page.context().close();
});
