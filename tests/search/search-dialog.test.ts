import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { searchDataVersion } from '../../src/domain/search/search-data.ts';
import { failureMessage } from '../../src/domain/search/search-texts.ts';
import { unstyledControls } from '../accessibility/unstyled-controls.ts';
import { frameScript, useBrowser } from '../support/browser.ts';
import { delayResponses } from '../support/delay-responses.ts';
import { sampled } from '../support/sampled.ts';
import { keyOf, storedText, storeFirst } from '../support/stored-records.ts';
import { openDialog, openDialogHere, subject, termName, wanted } from './search-steps.ts';

const open = useBrowser();
const site = inject('rootSite');

describe('the search dialog, left open,', () => {
  let page: Page;
  let parts: Awaited<ReturnType<typeof openDialog>>;
  beforeAll(async () => {
    ({ page } = await open());
    parts = await openDialog(page);
  });

  async function type(query: string) {
    await parts.input.fill(query);
    await parts.dialog.locator('[role=listbox][aria-busy="false"]').waitFor({ state: 'attached' });
    return parts;
  }

  it('announces how many results there are and which one is selected', async () => {
    const { dialog, options, input } = await type(termName);
    await dialog
      .getByRole('status')
      .filter({ hasText: /\d+ questions?/ })
      .waitFor();
    const chosen = await input.getAttribute('aria-activedescendant');
    const selected = dialog.getByRole('option', { selected: true });
    expect(await selected.count()).toBe(1);
    expect(await selected.getAttribute('id')).toBe(chosen);
    expect(await options.count()).toBeGreaterThan(1);
    expect(await input.getAttribute('aria-expanded')).toBe('true');
  });

  it('makes each result a single option: one arrow, one tint', async () => {
    const { dialog, options, input } = await type(termName);
    const selected = dialog.getByRole('option', { selected: true });
    const count = await options.count();
    const seen = new Set<string | null>();
    for (let index = 0; index < count; index += 1) {
      seen.add(await selected.getAttribute('id'));
      await page.keyboard.press('ArrowDown');
    }
    expect(seen.size).toBe(count);
    await options.last().hover();
    expect(await selected.count()).toBe(1);
    const last = await options.last().getAttribute('id');
    expect(await selected.getAttribute('id')).toBe(last);
    expect(await input.getAttribute('aria-activedescendant')).toBe(last);
  });

  it('uses a suggestion as the query', async () => {
    const typo = subject.replace(/^(...)(.)(.)/, '$1$3$2');
    const { dialog, input } = await type(typo);
    await dialog.getByText(new RegExp(`^Showing results for ${subject}\\.`, 'i')).waitFor();
    await dialog.getByRole('link', { name: `Search instead for “${typo}.”` }).click();
    await dialog.getByText('Nothing in this guide is about that.').waitFor();
    expect(await dialog.getByRole('link', { name: 'Browse all topics' }).count()).toBe(1);
    expect(await dialog.getByRole('link', { name: 'All results' }).isVisible()).toBe(false);
    expect(await input.inputValue()).toBe(typo);
  });

  it('selects the named page, not a question, opens it in a tab with Ctrl+Enter, and stays', async () => {
    await type('threshold lab');
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.keyboard.press('Control+Enter'),
    ]);
    await tab.waitForURL('**/labs/threshold/', { waitUntil: 'commit' });
    expect(new URL(page.url()).pathname).toBe('/');
    await tab.close();
  });
});

describe('the search dialog', () => {
  it('opens with / or Control+k, finds, and opens a result by keyboard alone', async () => {
    const { page, errors } = await open();
    await page.goto(`${site}questions/${wanted.slug}/`);
    await frameScript(page);
    const input = page.getByRole('combobox', { name: 'Search the guide' });
    await page.keyboard.press('/');
    await input.waitFor();
    await page.keyboard.press('Escape');
    await input.waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+k');
    await input.waitFor();
    await page.keyboard.type(termName);
    const dialog = page.locator('dialog');
    await dialog.locator('[role=listbox][aria-busy="false"]').waitFor();
    const selected = () => dialog.getByRole('option', { selected: true }).textContent();
    const first = await selected();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => selected()).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => selected()).toBe(first);
    const address = await dialog
      .getByRole('option', { selected: true })
      .evaluate((link: HTMLAnchorElement) => link.href);
    await page.keyboard.press('Enter');
    await page.waitForURL(address);
    expect(errors).toEqual([]);
  });

  it('opens before the engine and the index are there, and loses nothing that is typed while it loads', async () => {
    const { page, errors } = await open();
    await page.goto(`${site}questions/${wanted.slug}/`);
    await frameScript(page);
    // Nobody types before the page is painted. Under load, such an early keystroke was once lost.
    await page.waitForFunction(() => performance.getEntriesByType('paint').length > 0, undefined, {
      polling: 50,
    });
    const releaseDialog = await delayResponses(page, /search-dialog/);
    const releaseEngine = await delayResponses(page, /search-app|search\.json/);
    const asked = page.waitForRequest(/search-dialog/);
    await page.keyboard.type(`/${subject}`);
    await asked;
    releaseDialog();
    const dialog = page.getByRole('dialog', { name: 'Search the guide' });
    const input = dialog.getByRole('combobox', { name: 'Search the guide' });
    await expect.poll(() => input.inputValue()).toBe(subject);
    await dialog.getByText('Searching').waitFor();
    releaseEngine();
    await dialog.getByRole('option', { name: wanted.title }).first().waitFor();
    await page.keyboard.type(' x');
    await expect.poll(() => input.inputValue()).toBe(`${subject} x`);
    expect(errors).toEqual([]);
  });

  it('tries again after its engine failed to load', async () => {
    const { page } = await open();
    await page.goto(site);
    await frameScript(page);
    await page.route('**/data/search/search.json', (route) => route.abort());
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog', { name: 'Search the guide' });
    await dialog.getByRole('combobox').fill(subject);
    await dialog
      .getByRole('status')
      .filter({ hasText: failureMessage(false) })
      .waitFor();
    await page.unroute('**/data/search/search.json');
    await dialog.getByRole('combobox').fill(`${subject}.`);
    await dialog.getByRole('option', { name: wanted.title }).first().waitFor();
  });

  it.each(sampled([`questions/${wanted.slug}/`, 'labs/threshold/', 'glossary/'], 1))(
    'has no control in the browser’s own style on %s',
    async (path) => {
      const { page } = await open();
      await storeFirst(page, 'searches', '{"version":1,"searches":["kappa"]}');
      const { dialog } = await openDialog(page, path);
      await dialog.getByRole('button', { name: 'Clear' }).waitFor();
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await unstyledControls(page), colorScheme).toEqual([]);
      }
    },
  );

  it('keeps what the reader has chosen when the full text arrives', async () => {
    const { page } = await open();
    const release = await delayResponses(page, '**/pagefind/**');
    const terms = page.waitForResponse('**/data/search/terms.json');
    const { dialog, input } = await openDialog(page);
    // Without the terms, the first answer has only titles with the word, which need no excerpt.
    await (await terms).finished();
    await input.fill(subject);
    await dialog.getByRole('group', { name: 'Questions' }).waitFor();
    await dialog.getByText('Searching…').waitFor();
    const selected = () =>
      dialog
        .getByRole('option', { selected: true })
        .evaluate((link: HTMLAnchorElement) => link.pathname);
    // Choose a question whose excerpt has arrived, which gives its link a fragment.
    const withExcerpt = dialog.locator('[role=option][href*="#"]').first();
    await withExcerpt.waitFor();
    do await page.keyboard.press('ArrowDown');
    while ((await withExcerpt.getAttribute('aria-selected')) !== 'true');
    const chosen = await selected();
    release();
    await dialog.locator('[role=listbox][aria-busy="false"]').waitFor();
    expect(await selected()).toBe(chosen);
  });

  it('saves successful searches on this device, deletes them on request, and reads damaged ones as none', async () => {
    const { page, errors } = await open();
    const { dialog, input } = await openDialog(page);
    await input.fill(termName);
    await dialog.locator('[role=listbox][aria-busy="false"]').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/questions/**');
    const again = await openDialogHere(page);
    await again.dialog.getByRole('option', { name: termName, exact: true }).click();
    await expect.poll(() => again.input.inputValue()).toBe(termName);
    await again.input.fill('');
    const recent = again.dialog.getByRole('group', { name: 'Recent searches' });
    await again.dialog.getByRole('button', { name: 'Clear recent searches' }).click();
    await expect.poll(() => recent.getByRole('option').count()).toBe(0);
    expect(await again.options.count()).toBeGreaterThan(0);
    expect(await again.dialog.getByRole('link', { name: 'All results' }).count()).toBe(0);
    expect(await storedText(page, 'searches')).toBeNull();
    for (const [stored, count] of [
      ['{', 0],
      ['{"version":9,"searches":["x"]}', 0],
      ['{"version":1,"searches":[7]}', 0],
      ['{"version":1,"searches":["kappa"]}', 1],
    ] as const) {
      await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
        keyOf('searches'),
        stored,
      ] as const);
      await page.keyboard.press('Escape');
      await again.dialog.waitFor({ state: 'hidden' });
      await openDialogHere(page);
      await again.dialog.getByText('Type a word').waitFor();
      expect(await recent.getByRole('option').count(), stored).toBe(count);
    }
    expect(errors).toEqual([]);
  });

  it('closes with Escape, even with text in the field, and returns the focus', async () => {
    const { page } = await open();
    await page.goto(`${site}questions/${wanted.slug}/`);
    await frameScript(page);
    const link = page.getByRole('link', { name: 'Search', exact: true });
    await link.click();
    await page.getByRole('combobox', { name: 'Search the guide' }).fill(termName);
    await page.locator('dialog').getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.getByRole('combobox', { name: 'Search the guide' }).isVisible())
      .toBe(false);
    await expect.poll(() => link.evaluate((node) => node === document.activeElement)).toBe(true);
  });

  it('opens the search page with the query', async () => {
    const { page } = await open();
    await page.goto(site);
    await frameScript(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search the guide' }).fill(termName);
    await page.locator('dialog').getByRole('option').first().waitFor();
    await page.getByRole('link', { name: 'All results' }).click();
    // Only the URL is checked here. Other tests check the page.
    await page.waitForURL(`**/search/?q=${encodeURIComponent(termName)}`, { waitUntil: 'commit' });
  });

  it('ignores a slash typed into a field', async () => {
    const { page } = await open();
    await page.goto(`${site}search/`);
    await frameScript(page);
    await page.locator('#q').pressSequentially('and/or');
    expect(await page.locator('#q').inputValue()).toBe('and/or');
    expect(await page.getByRole('combobox', { name: 'Search the guide' }).count()).toBe(0);
  });

  it('is a plain link without scripts', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(site);
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    await page.waitForURL('**/search/', { waitUntil: 'commit' });
  });
});

describe('the search engine', () => {
  it('says that the page is from an earlier version if its data is from a later one', async () => {
    const { page } = await open();
    await page.goto(site);
    let version = searchDataVersion + 1;
    await page.route('**/data/search/search.json', async (route) => {
      const response = await route.fetch();
      const data = (await response.json()) as object;
      await route.fulfill({ response, json: { ...data, version, questions: {} } });
    });
    const { dialog, input } = await openDialogHere(page);
    await input.fill(subject);
    await dialog.getByText('This page is from an earlier version. Reload it.').waitFor();
    // If the host no longer has the file, the connection isn't the cause either.
    version = 0;
    await page.route('**/data/search/search.json', (route) => route.fulfill({ status: 404 }));
    await input.fill(termName);
    await dialog.getByText('This page is from an earlier version. Reload it.').waitFor();
    expect(await dialog.getByText('connection').count()).toBe(0);
  });

  it('loads on first use, and nothing comes from another host', async () => {
    const { page, requests } = await open();
    const paths = ['', 'topics/', `questions/${wanted.slug}/`];
    for (const path of sampled(paths, 2)) await page.goto(site + path);
    await frameScript(page);
    const searchFiles = () =>
      requests.filter((url) => /\/pagefind\/|search-(app|dialog)|\/data\/search\//.test(url));
    expect(searchFiles()).toEqual([]);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search the guide' }).fill(subject);
    await page.locator('dialog [role=listbox][aria-busy="false"] .section mark').first().waitFor();
    expect(requests.some((url) => url.includes('/pagefind/'))).toBe(true);
    expect(requests.filter((url) => !url.startsWith(site))).toEqual([]);
  });

  it('gives the first results with at most 30 kB of code and index, and one file to quote each from', async () => {
    const { page, requests } = await open();
    // Later results need these files. Without them, only the first results are shown.
    await page.route('**/data/search/terms.json', () => {});
    await page.route('**/pagefind/**', () => {});
    // Requests that every page makes don't count.
    await page.goto(site);
    await frameScript(page);
    const before = requests.length;
    await page.keyboard.press('Control+k');
    const dialog = page.getByRole('dialog', { name: 'Search the guide' });
    const input = dialog.getByRole('combobox');
    await input.fill(termName);
    const questions = dialog.getByRole('group', { name: 'Questions' });
    await questions.waitFor();
    const files = requests.slice(before).map((url) => new URL(url).pathname);
    const first = files.filter(
      (path) => /\.(js|json)$/.test(path) && !/\/terms\.json$|\/pagefind\//.test(path),
    );
    expect(first.some((path) => path.endsWith('/search.json'))).toBe(true);
    // How many results show a sentence depends on the word, so these files are counted separately.
    const texts = first.filter((path) => /\/data\/search\/text-[^/]+$/.test(path));
    const bytes = first
      .filter((path) => !texts.includes(path))
      .map((path) => brotliCompressSync(readFileSync(`dist${path}`)).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(30_000);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts.length).toBeLessThanOrEqual(await questions.getByRole('option').count());
  });

  it('searches the full text when the reader stops typing, not for every letter', async () => {
    const { page, requests } = await open();
    const loaded = page.waitForResponse('**/pagefind/pagefind-entry.json*');
    const { options, input } = await openDialog(page);
    await loaded;
    // The clock stops until the test advances it.
    await page.clock.install({ time: '2026-11-25T10:00:00' });
    await page.clock.pauseAt('2026-11-25T10:00:01');
    for (const typed of [subject.slice(0, 3), subject]) await input.fill(typed);
    // If the page had already requested something, that request would be queued before this one.
    await page.evaluate(() => fetch('/data/sources.json').then((answer) => answer.text()));
    expect(requests.filter((url) => url.includes('/pagefind/index/'))).toEqual([]);
    const asked = page.waitForRequest('**/pagefind/index/**');
    await page.clock.runFor(1000);
    await asked;
    await options.first().waitFor();
  });
});
