import { expect, it } from 'vitest';
import { axeFindings } from '../accessibility/axe-steps.ts';
import { a, b, c, openSet, saveDraft } from '../sets/set-steps.ts';
import { useBrowser } from '../support/browser.ts';

const open = useBrowser();

it('axe finds nothing on the page of a set that was deleted', async () => {
  const { page } = await open();
  await saveDraft(page, `1.${a}${b}${c}.TWluZQ`);
  await openSet(page);
  await page.getByRole('button', { name: 'Delete: Mine' }).click();
  await page.getByRole('heading', { name: 'No questions yet' }).waitFor();
  expect(await axeFindings(page, 'main')).toEqual([]);
});
