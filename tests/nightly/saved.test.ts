import { expect, it } from 'vitest';
import { axeFindings } from '../accessibility/axe-steps.ts';
import { site } from '../sets/set-steps.ts';
import { useBrowser } from '../support/browser.ts';

const open = useBrowser();

it('axe finds nothing on an empty list of saved questions and notes', async () => {
  const { page } = await open();
  await page.goto(`${site}saved/`);
  await page.getByText('Nothing saved yet.').waitFor();
  expect(await axeFindings(page, 'main')).toEqual([]);
});
