import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { holdBack } from './hold-back.ts';
import { answered } from './search-steps.ts';

const open = useBrowser();
const site = inject('rootSite');

describe('the search page before a search', () => {
  it('comes with the first questions, and asks for nothing more until somebody searches', async () => {
    const { page, requests } = await open();
    await page.goto(`${site}search/`, { waitUntil: 'networkidle' });
    expect(await answered(page)).toBe('All 50 questions, in guide order.');
    expect(await page.locator('ol.results > li > .section').count()).toBe(20);
    expect(await page.locator('[data-count="level:beginner"]').textContent()).toBe('5');
    const paths = requests.map((url) => new URL(url).pathname);
    expect(paths.filter((path) => /\/pagefind\/|\/data\/|search-app/.test(path))).toEqual([]);
    expect(paths.length).toBeLessThanOrEqual(10);
  });

  it('shows all questions in guide order, twenty at a time, without the full text', async () => {
    const { page, requests } = await open();
    await page.goto(`${site}search/`);
    for (const [label, place] of [
      ['Show 20 more', 20],
      ['Show 10 more', 40],
    ] as const) {
      await page.getByRole('button', { name: label }).click();
      const next = page.locator('ol.results > li').nth(place).locator('a').first();
      await expect.poll(() => next.evaluate((link) => link === document.activeElement)).toBe(true);
    }
    await page.locator('ol.results .section', { hasText: /\w/ }).nth(49).waitFor();
    expect(await page.locator('ol.results button').count()).toBe(0);
    const titles = (of: string) => page.locator(of).allInnerTexts();
    const shown = await titles('ol.results strong');
    expect(requests.filter((url) => url.includes('/pagefind/'))).toEqual([]);
    await page.goto(`${site}questions/`);
    expect(shown).toEqual(await titles('[data-question-list] > li > a'));
  });

  it('answers filters alone without the full text, and shows its first list again after them', async () => {
    const { page, requests } = await open();
    await page.goto(`${site}search/`);
    await page.locator('summary', { hasText: 'Level' }).click();
    await page.getByRole('checkbox', { name: 'Behavioral' }).check();
    const status = page.locator('[data-status]');
    await status.filter({ hasText: /^5 questions\.$/ }).waitFor();
    await page.locator('ol.results .section', { hasText: /\w/ }).nth(4).waitFor();
    expect(await page.locator('[data-count="level:beginner"]').textContent()).toBe('5');
    expect(await page.locator('[data-count="jurisdiction:us"]').textContent()).not.toBe('50');
    await page.goBack();
    await status.filter({ hasText: 'All 50 questions' }).waitFor();
    expect(await page.locator('ol.results > li > .section').count()).toBe(20);
    expect(requests.filter((url) => url.includes('/pagefind/'))).toEqual([]);
    await page.locator('#q').fill('FHIR');
    await status.filter({ hasText: /^\d+ questions/ }).waitFor();
    await page.locator('#q').fill('');
    await status.filter({ hasText: 'All 50 questions' }).waitFor();
    expect(await page.locator('ol.results mark').count()).toBe(0);
    expect(await page.locator('ol.results > li > .section').count()).toBe(20);
  });

  it('has the code and the index ready when the reader is in the form', async () => {
    const { page, requests } = await open();
    await page.goto(`${site}search/`);
    const asked = page.waitForRequest('**/data/search/index.json');
    await page.locator('#q').focus();
    await asked;
    expect(requests.some((url) => url.includes('search-app'))).toBe(true);
  });

  it('does not show the first questions where the address holds a search', async () => {
    const { page } = await open();
    const release = await holdBack(page, '**/data/search/index.json');
    for (const query of ['q=FHIR', 'level=beginner']) {
      await page.goto(`${site}search/?${query}`);
      expect(await page.locator('ol.results > li').first().isVisible()).toBe(false);
      expect(await page.locator('[data-status]').textContent()).toBe('');
    }
    release();
    await page.locator('ol.results > li').first().waitFor();
    expect(await page.locator('ol.results > li').count()).toBe(5);
    // What says nothing that search knows is no search.
    await page.goto(`${site}search/?level=unknown&q=+`);
    expect(await page.locator('ol.results > li').first().isVisible()).toBe(true);
  });

  it('says so when further questions can not be loaded, and asks again', async () => {
    const { page } = await open();
    await page.route('**/data/search/**', (route) => route.abort());
    await page.goto(`${site}search/`);
    const more = page.getByRole('button', { name: 'Show 20 more' });
    await more.click();
    await page.getByText('The search could not be loaded').waitFor();
    await page.unroute('**/data/search/**');
    await more.click();
    await page.locator('ol.results > li').nth(39).waitFor();
  });

  it('points to the lists when scripts are off', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}search/?q=FHIR`);
    expect(await page.locator('ol.results > li').last().isVisible()).toBe(true);
    await page.locator('noscript a, [data-status] a').first().click();
    await page.waitForURL('**/questions/');
  });
});
