import { expect, inject, it } from 'vitest';
import { frameScript, lateSheet, useBrowser } from '../support/browser.ts';
import { questionsData } from '../support/guide-data.ts';

const open = useBrowser();
const site = inject('rootSite');

it('checks a part that a link opened only once its end was on the screen', async () => {
  const { page } = await open({ viewport: { width: 360, height: 740 } });
  const [question] = questionsData('dist').questions;
  await page.goto(`${site}questions/${question?.slug}/#rubric`);
  await frameScript(page);
  await lateSheet(page);
  const rubric = page.locator('[data-part=rubric]');
  expect(await rubric.getAttribute('open')).not.toBeNull();
  // The rubric is longer than the screen of a phone. Two frames give the check time to appear.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  );
  expect(await page.locator('[data-seen]').count()).toBe(0);
  await page.locator('#calibration').evaluate((heading) => heading.scrollIntoView());
  await expect.poll(() => rubric.getAttribute('data-seen')).toBe('');
  const link = page.locator('mobile-starlight-toc a[href="#rubric"]');
  expect(await link.getAttribute('data-seen')).toBe('');
  expect(await page.locator('[data-part][data-seen]').count()).toBe(1);
});
