import { describe, expect, inject, it } from 'vitest';
import { resultsAtOnce } from '../../src/domain/search/search-request.ts';
import { useBrowser } from '../support/browser.ts';
import { delayResponses } from '../support/delay-responses.ts';
import { guideOnDisk } from '../support/guide-data.ts';
import { answered, subject } from './search-steps.ts';

const open = useBrowser();
const site = inject('rootSite');
const guide = guideOnDisk();
const total = guide.questions.length;

const atOnce = Math.min(total, resultsAtOnce);
const [level] = guide.levels;
const last = guide.levels.at(-1);

describe('the search page before a search', () => {
  it('comes with the first questions, and on a phone requests nothing more until the reader is in the form', async () => {
    const { page, requests } = await open({ hasTouch: true, isMobile: true });
    await page.goto(`${site}search/`, { waitUntil: 'networkidle' });
    expect(await answered(page)).toBe(`All ${total} questions.`);
    expect(await page.locator('ol.results > li .section').count()).toBe(atOnce);
    const paths = requests.map((url) => new URL(url).pathname);
    expect(paths.filter((path) => /\/pagefind\/|\/data\/|search-app/.test(path))).toEqual([]);
    // There are at most 16 before `load` (tests/pages/weight.test.ts), plus the print styles, the
    // typeface, and what every page loads afterward.
    expect(paths.length).toBeLessThanOrEqual(24);
    const asked = page.waitForRequest('**/data/search/search.json');
    await page.locator('#q').focus();
    await asked;
    expect(requests.some((url) => url.includes('search-app'))).toBe(true);
  });

  it('has the focus in its field if there is a keyboard', async () => {
    const { page } = await open();
    await page.goto(`${site}search/`);
    await page.locator('#q:focus').waitFor();
  });

  it('filters, and shows its first list again afterward', async () => {
    const { page } = await open();
    await page.goto(`${site}search/`);
    await page.locator('summary', { hasText: 'Filter' }).click();
    await page.getByRole('checkbox', { name: last?.label ?? '' }).check();
    const status = page.locator('[data-status]');
    await status.filter({ hasText: `${last?.questions.length} question` }).waitFor();
    await page
      .locator('ol.results .section', { hasText: /\w/ })
      .nth((last?.questions.length ?? 0) - 1)
      .waitFor();
    await page.goBack();
    await status.filter({ hasText: `All ${total} questions.` }).waitFor();
    expect(await page.locator('ol.results > li .section').count()).toBe(atOnce);
    await page.locator('#q').fill(subject);
    await status.filter({ hasText: /^\d+ questions?\./ }).waitFor();
    await page.locator('#q').fill('');
    await status.filter({ hasText: `All ${total} questions.` }).waitFor();
    expect(await page.locator('ol.results mark').count()).toBe(0);
    expect(await page.locator('ol.results > li .section').count()).toBe(atOnce);
  });

  it('shows the search in progress right away, and not the first questions, if the URL has a search', async () => {
    const { page } = await open();
    const release = await delayResponses(page, '**/data/search/search.json');
    await page.goto(`${site}search/?level=${level?.id}`);
    expect(await page.locator('ol.results > li').first().isVisible()).toBe(false);
    expect(await page.locator('[data-status]').textContent()).toBe('Searching…');
    expect(await page.locator('#q').inputValue()).toBe('');
    release();
    await page.locator('ol.results > li').first().waitFor();
    expect(await page.locator('ol.results > li').count()).toBe(level?.questions.length);
    // A URL whose filters are unknown and whose query is blank isn't a search.
    await page.goto(`${site}search/?level=unknown&q=+`);
    expect(await page.locator('ol.results > li').first().isVisible()).toBe(true);
  });

  it('shows the query and the search in progress before any script loads', async () => {
    const { page } = await open();
    await page.route('**/_astro/*.js', () => {});
    await page.goto(`${site}search/?q=${subject}+`, { waitUntil: 'commit' });
    await page.locator('[data-status]', { hasText: 'Searching…' }).waitFor();
    expect(await page.locator('#q').inputValue()).toBe(subject);
    expect(await page.locator('ol.results > li').first().isVisible()).toBe(false);
  });

  it('links to the lists when JavaScript is off', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}search/?q=${subject}`);
    expect(await page.locator('ol.results > li').last().isVisible()).toBe(true);
    await page.locator('noscript a, [data-status] a').first().click();
    await page.waitForURL('**/questions/');
  });
});
