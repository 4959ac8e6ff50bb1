import { expect, it } from 'vitest';
import { axeFindings } from '../axe-steps.ts';
import { useBrowser } from '../browser.ts';
import { site } from '../set-steps.ts';

const open = useBrowser();

it('axe finds nothing on an empty list of saved questions and notes', async () => {
  const { page } = await open();
  await page.goto(`${site}saved/`);
  await page.getByText('Nothing saved yet.').waitFor();
  expect(await axeFindings(page, 'main')).toEqual([]);
});
