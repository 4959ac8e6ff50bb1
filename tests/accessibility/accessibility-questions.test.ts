import { expect, inject, it } from 'vitest';
import { levels } from '../../src/guide-settings.ts';
import { useBrowser } from '../support/browser.ts';
import { guideOnDisk } from '../support/guide-data.ts';
import { sweep } from '../support/page-sweep.ts';
import { sampled } from '../support/sampled.ts';

const open = useBrowser();
const site = inject('rootSite');
const { questions } = guideOnDisk();

// One level is enough, because questions at other levels have the same kinds of parts.
it.each(sampled(levels, 1))('questions at the level $label pass every check', async ({ id }) => {
  const { page } = await open();
  const faults: string[] = [];
  const ofLevel = questions.filter(({ level }) => level === id);
  for (const { slug } of sampled(ofLevel, 1)) {
    faults.push(...(await sweep(page, `${site}questions/${slug}/`, 'opposite looks')));
  }
  expect(faults).toEqual([]);
});
