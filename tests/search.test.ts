import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';

const open = useBrowser();
const site = inject('rootSite');

/** Waits for the answer to the search that stands in the address. */
async function answered(page: Page): Promise<string> {
  const status = page.locator('[data-status]');
  await status.filter({ hasText: /question|found|passes/i }).waitFor();
  return (await status.textContent()) ?? '';
}

async function search(page: Page, query: string): Promise<string[]> {
  await page.goto(`${site}search/?${query}`);
  await answered(page);
  const hrefs = await page
    .locator('main ol.results a')
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
  return hrefs.map((path) => path.split('/').at(-2) ?? '');
}

describe('the search page', () => {
  it.each([
    ['FHIR', 'what-is-fhir'],
    ['HIPAA', 'hipaa-for-ai-products'],
    ['hippa', 'hipaa-for-ai-products'],
    ['SaMD', 'what-is-samd'],
    ['LangChain', 'guideline-assistant-with-langchain'],
    ['sepsis alerts', 'ignored-sepsis-alerts'],
    ['alert fatigue', 'ignored-sepsis-alerts'],
    ['510(k)', 'what-is-samd'],
    ['burnout', 'ai-strategy-against-burnout'],
    ['brain bleed', 'prd-for-head-ct-triage'],
    ['nurses hate the new tool', 'nurses-push-back'],
  ])('finds the question for "%s" in the first three', async (query, slug) => {
    const { page, errors } = await open();
    const found = await search(page, `q=${encodeURIComponent(query)}`);
    expect(found.slice(0, 3)).toContain(slug);
    expect(errors).toEqual([]);
    await page.context().close();
  });

  it('shows where a result stands and marks the word in its text', async () => {
    const { page } = await open();
    await search(page, 'q=differential%20privacy');
    const first = page.locator('ol.results > li').first();
    expect(await first.locator('.place').textContent()).toContain('Advanced');
    expect(await first.locator('mark').count()).toBeGreaterThan(0);
  });

  it('filters by level and topic, alone and together, from the address', async () => {
    const { page } = await open();
    expect(await search(page, 'level=beginner')).toHaveLength(5);
    expect(await search(page, 'level=beginner&level=behavioral')).toHaveLength(10);
    const both = await search(page, 'q=model&level=advanced&topic=privacy');
    expect(both).toContain('train-on-deidentified-records');
    expect(await page.getByRole('checkbox', { name: 'Advanced' }).isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: 'Privacy' }).isChecked()).toBe(true);
  });

  it('keeps its whole state in the address, and Back undoes a filter', async () => {
    const { page } = await open();
    await search(page, 'q=FHIR');
    const before = await answered(page);
    await page.locator('summary', { hasText: 'Level' }).click();
    await page.getByRole('checkbox', { name: 'Beginner' }).check();
    await page.waitForURL('**/search/?q=FHIR&level=beginner');
    await page.locator('[data-status]').filter({ hasNotText: before }).waitFor();
    await page.goBack();
    await page.waitForURL('**/search/?q=FHIR');
    await page.locator('[data-status]').filter({ hasText: before }).waitFor();
    expect(await page.getByRole('checkbox', { name: 'Beginner' }).isChecked()).toBe(false);
    await page.locator('#q').fill('HIPAA');
    await page.waitForURL('**/search/?q=HIPAA');
  });

  it('says clearly that nothing was found, and shows no markup', async () => {
    const { page, errors } = await open();
    for (const query of ['qwxz', '🙂', '<img src=x onerror=alert(1)>', 'zzzzqq '.repeat(700)]) {
      const found = await search(page, `q=${encodeURIComponent(query)}`);
      expect(found, query).toEqual([]);
      expect(await answered(page)).toContain('Nothing found');
    }
    expect(await page.locator('main img').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('shows the nearest pages when no page has all words, and says which word is unknown', async () => {
    const { page } = await open();
    const found = await search(page, 'q=sepsis%20qwxz');
    expect(found[0]).toBe('ignored-sepsis-alerts');
    expect(await answered(page)).toContain('No page has “qwxz”.');
  });

  it('says so when the search can not be loaded', async () => {
    const { page } = await open();
    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(`${site}search/?q=FHIR`);
    await page.getByText('The search could not be loaded').waitFor();
  });

  it('works below a base path', async () => {
    const { page } = await open();
    await page.goto(`${inject('baseSite')}search/?q=FHIR`);
    await answered(page);
    await page.locator('ol.results a').first().click();
    await page.waitForURL('**/guide/questions/**');
  });

  it('points to the lists when scripts are off', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}search/?q=FHIR`);
    await page.locator('noscript a, [data-status] a').first().click();
    await page.waitForURL('**/questions/');
  });
});

describe('the search dialog', () => {
  it.each(['Control+k', '/'])(
    'opens with %s, finds, and opens a result by keyboard alone',
    async (keys) => {
      const { page, errors } = await open();
      await page.goto(`${site}questions/precision-and-recall/`);
      await page.keyboard.press(keys);
      await page.getByRole('combobox', { name: 'Search the guide' }).waitFor();
      await page.keyboard.type('hipaa');
      await page
        .locator('dialog')
        .getByRole('option', { name: 'What does HIPAA require' })
        .waitFor();
      const selected = () =>
        page.locator('dialog').getByRole('option', { selected: true }).textContent();
      const first = await selected();
      await page.keyboard.press('ArrowDown');
      expect(await selected()).not.toBe(first);
      await page.keyboard.press('ArrowUp');
      expect(await selected()).toBe(first);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/questions/**');
      await page.waitForFunction(() => !location.pathname.includes('precision'));
      expect(errors).toEqual([]);
      await page.context().close();
    },
  );

  it('closes with Escape and gives the focus back', async () => {
    const { page } = await open();
    await page.goto(`${site}questions/precision-and-recall/`);
    const link = page.getByRole('link', { name: 'Search', exact: true });
    await link.click();
    await page.getByRole('combobox', { name: 'Search the guide' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('combobox', { name: 'Search the guide' }).isVisible()).toBe(false);
    expect(await link.evaluate((node) => node === document.activeElement)).toBe(true);
  });

  it('leads on to the search page with the words', async () => {
    const { page } = await open();
    await page.goto(site);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search the guide' }).fill('kappa');
    await page.locator('dialog').getByRole('option').first().waitFor();
    await page.getByRole('link', { name: 'All results' }).click();
    await page.waitForURL('**/search/?q=kappa');
  });

  it('does not steal a slash that is typed into a field', async () => {
    const { page } = await open();
    await page.goto(`${site}search/`);
    await page.locator('#q').pressSequentially('and/or');
    expect(await page.locator('#q').inputValue()).toBe('and/or');
    expect(await page.getByRole('combobox', { name: 'Search the guide' }).count()).toBe(0);
  });

  it('is a plain link without scripts', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(site);
    await page.getByRole('link', { name: 'Search', exact: true }).click();
    await page.waitForURL('**/search/');
  });
});

describe('the search engine', () => {
  it('is loaded when it is first wanted, and nothing comes from another host', async () => {
    const { page, requests } = await open();
    for (const path of ['', 'questions/what-is-fhir/', 'topics/']) await page.goto(site + path);
    expect(requests.filter((url) => url.includes('/pagefind/') || url.includes('dialog'))).toEqual(
      [],
    );
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search the guide' }).fill('FHIR');
    await page.locator('dialog').getByRole('option').first().waitFor();
    expect(requests.some((url) => url.includes('/pagefind/'))).toBe(true);
    expect(requests.filter((url) => !url.startsWith(site))).toEqual([]);
  });
});
