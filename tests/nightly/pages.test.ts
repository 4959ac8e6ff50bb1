import { expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const open = useBrowser();

// All other pages are checked in accessibility-pages.test.ts and accessibility-questions.test.ts.
it('the whole guide on one print page doesn’t overflow at 360 pixels', async () => {
  const { page } = await open({ viewport: { width: 360, height: 740 } });
  await page.goto(`${inject('rootSite')}print/`);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
});
