import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { frameScript, useBrowser } from '../support/browser.ts';
import { delayResponses } from '../support/delay-responses.ts';
import { questionsData } from '../support/guide-data.ts';
import { sampled } from '../support/sampled.ts';

const open = useBrowser();
const sites = [
  { name: 'at the root', dist: 'dist', site: inject('rootSite') },
  { name: 'below a base path', dist: 'dist-guide', site: inject('baseSite') },
].map((one) => ({ ...one, ...sampleOf(one.dist) }));

function sampleOf(dist: string) {
  const { questions } = questionsData(dist);
  const { code = '', slug = '' } = questions.at(-1) ?? {};
  return { questions, code, page: `questions/${slug}/` };
}

describe.each(sites)('links $name', ({ dist, site, questions, code: short, page: path }) => {
  it('open the question and the part that they name, also by code, without a slash, and without scripts', async () => {
    for (const { code, slug } of questions) {
      const { pathname } = new URL(`${site}questions/${slug}/`);
      const html = readFileSync(`${dist}/q/${code}/index.html`, 'utf8');
      expect(html, code).toContain(`url=${pathname}"`);
    }
    const { page } = await open();
    await page.goto(`${site}q/${short}/#hint`);
    await page.waitForURL(`${site + path}#hint`);
    await expectOpenHint(page);
    await page.goto(`${site + path.slice(0, -1)}#outline`, { waitUntil: 'commit' });
    expect(page.url()).toBe(`${site + path}#outline`);
    const { page: still } = await open({ javaScriptEnabled: false });
    await still.goto(`${site}q/${short}/`);
    await still.waitForURL(site + path, { waitUntil: 'commit' });
    await still.goto(`${site + path}#hint`);
    await expectOpenHint(still);
  });
});

// These tests don't depend on the base path.
describe.each(sampled(sites, 1))('links $name', ({ site, page: path }) => {
  it('are copied by a button that confirms it, and shown when copying fails', async () => {
    const { page } = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(site + path);
    const copied = () => page.evaluate(() => navigator.clipboard.readText());
    await frameScript(page);
    const share = page.getByRole('button', { name: 'Share' });
    await share.click();
    await page.getByRole('status').getByText('Link copied').waitFor();
    expect(await copied()).toBe(site + path);
    await page.locator('[data-part="hint"] summary').click();
    const hint = page.getByRole('button', { name: 'Copy link to “Hint”' });
    await hint.focus();
    await page.keyboard.press('Enter');
    await page
      .locator('.part', { has: page.locator('#hint') })
      .getByText('Link copied')
      .waitFor();
    expect(await copied()).toBe(`${site + path}#hint`);
    // A heading is a link to itself, even inside a part.
    await page.locator('[data-part=calibration] > summary').click();
    for (const heading of ['#judge', '[data-part=calibration] h4']) {
      const link = page.locator(`${heading} > a`).first();
      await link.click();
      await link.locator('+ [role=status]').getByText('Link copied').waitFor();
      expect(await copied()).toBe(page.url());
    }
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
    });
    await share.click();
    expect(await page.getByRole('textbox', { name: 'Link' }).inputValue()).toBe(site + path);
  });

  it('get their buttons without moving the text next to them', async () => {
    const { page } = await open();
    const release = await delayResponses(page, /\/_astro\/every-page\./);
    await page.goto(site + path);
    const places = async () => {
      const broken: string[] = [];
      for (const width of [320, 600, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        broken.push(
          ...(await page
            .locator('question-tools button')
            .evaluateAll((all) =>
              all.map((button) => JSON.stringify(button.getBoundingClientRect())),
            )),
        );
      }
      return broken;
    };
    const before = await places();
    release();
    await page.getByRole('button', { name: 'Share' }).waitFor();
    expect(before).toHaveLength(9);
    expect(await places()).toEqual(before);
  });
});

async function expectOpenHint(page: Page): Promise<void> {
  const textOf = (part: string) => page.locator(`[data-part="${part}"] li`).first();
  await textOf('hint').waitFor();
  expect(await textOf('outline').isVisible()).toBe(false);
  const heading = await page.locator('#hint').boundingBox();
  expect(heading?.y).toBeGreaterThan(0);
}
