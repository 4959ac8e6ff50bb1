import { readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';

const open = useBrowser();
const site = inject('rootSite');

/** Waits for the whole answer to the search that stands in the address, and gives its message. */
async function answered(page: Page): Promise<string> {
  await page.locator('ol.results[aria-busy="false"]').waitFor({ state: 'attached' });
  return (await page.locator('[data-status]').textContent()) ?? '';
}

/** Slugs of the questions that a search finds, best first. */
async function search(page: Page, query: string): Promise<string[]> {
  await page.goto(`${site}search/?${query}`);
  await answered(page);
  const hrefs = await page
    .locator('main ol.results a:not(.section)')
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
  return hrefs.map((path) => path.split('/').at(-2) ?? '');
}

/** Opens the dialog on a page and gives its parts. */
async function openDialog(page: Page, path = '') {
  await page.goto(site + path);
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Search the guide' });
  const input = dialog.getByRole('combobox', { name: 'Search the guide' });
  await input.waitFor();
  return { dialog, input, options: dialog.getByRole('option') };
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
    ['BAA', 'hipaa-for-ai-products'],
    ['too many false alarms', 'ignored-sepsis-alerts'],
    ['CE marking', 'ai-act-mdr-and-gdpr'],
    ['different population', 'patients-unlike-training-data'],
    ['anonymisation', 'train-on-deidentified-records'],
    ['health lake', 'hipaa-data-pipeline-on-aws'],
    ['sespis', 'ignored-sepsis-alerts'],
    ['priortize', 'prioritize-competing-requests'],
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
    expect(await first.locator('.section mark').count()).toBeGreaterThan(0);
  });

  it('marks the matched term in the title', async () => {
    const { page } = await open();
    await search(page, 'q=FHIR');
    expect(await page.locator('ol.results > li').first().locator('strong mark').textContent()).toBe(
      'FHIR',
    );
  });

  it('leads into the section that fits best, and unfolds it', async () => {
    const { page } = await open();
    await search(page, 'q=business%20associate%20agreement');
    const section = page.locator('ol.results .section', { hasText: 'Hint' }).first();
    await section.click();
    await page.waitForURL('**/questions/*/#hint');
    expect(await page.locator('details[data-part="hint"]').getAttribute('open')).not.toBeNull();
  });

  it('puts the definition of a term on top', async () => {
    const { page } = await open();
    await search(page, 'q=PHI');
    const card = page.locator('.term-card');
    expect(await card.textContent()).toContain('protected health information');
    await card.getByText('Individually identifiable').waitFor();
    expect(await card.getByRole('link').getAttribute('href')).toBe('/glossary/#phi');
  });

  it('finds the same by an acronym, its expansion and its part', async () => {
    const { page } = await open();
    const [first, second, third] = [
      await search(page, 'q=PHI'),
      await search(page, 'q=protected%20health%20information'),
      await search(page, 'q=ePHI'),
    ];
    expect(second.slice(0, 3)).toEqual(first.slice(0, 3));
    expect(third.slice(0, 3)).toEqual(first.slice(0, 3));
  });

  it('finds a question by its code', async () => {
    const { page } = await open();
    expect((await search(page, 'q=8D8'))[0]).toBe('performance-gap-in-one-group');
  });

  it('asks which MDR is meant', async () => {
    const { page } = await open();
    await search(page, 'q=MDR');
    const card = page.locator('.term-card', { hasText: 'Which one do you mean?' });
    await card
      .getByRole('link', { name: /^medical device reporting/ })
      .first()
      .click();
    await page.waitForURL('**/search/?q=medical%20device%20reporting');
    await answered(page);
    expect(await page.locator('.term-card').textContent()).toContain('21 CFR 803');
  });

  it('says what it corrected, and searches for what was typed when asked', async () => {
    const { page } = await open();
    expect((await search(page, 'q=hippa'))[0]).toBe('hipaa-for-ai-products');
    await page.getByText('Did you mean HIPAA?').waitFor();
    await page.getByRole('link', { name: 'Search for “hippa” as typed' }).click();
    await page.waitForURL('**/search/?q=hippa&as=typed');
    expect(await answered(page)).toContain('Nothing found for “hippa”');
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

  it('shows the nearest pages when no page has all words, and says which word it left out', async () => {
    const { page } = await open();
    const found = await search(page, 'q=sepsis%20qwxz');
    expect(found[0]).toBe('ignored-sepsis-alerts');
    expect(await answered(page)).toContain('Left out: “qwxz”, which no question has.');
  });

  it('says so when the search can not be loaded', async () => {
    const { page } = await open();
    await page.route('**/data/search/**', (route) => route.abort());
    await page.goto(`${site}search/?q=FHIR`);
    await page.getByText('The search could not be loaded').waitFor();
  });

  it('answers from titles and hints when the full text can not be loaded, and says so', async () => {
    const { page } = await open();
    await page.route('**/pagefind/**', (route) => route.abort());
    const found = await search(page, 'q=FHIR');
    expect(found[0]).toBe('what-is-fhir');
    expect(await answered(page)).toContain('The whole text could not be loaded.');
    // Also where the index alone is not sure.
    expect((await search(page, 'q=sepsis%20quarterly%20qwxz'))[0]).toBe('ignored-sepsis-alerts');
    expect(await answered(page)).toContain('The whole text could not be loaded.');
  });

  it('counts the other values of a filter as if they were chosen instead', async () => {
    const { page } = await open();
    await search(page, 'level=beginner');
    const count = (value: string) => page.locator(`[data-count="level:${value}"]`).textContent();
    expect(await count('beginner')).toBe('5');
    expect(await count('advanced')).toBe('10');
  });

  it('moves no result when the full text arrives', async () => {
    const { page } = await open();
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/pagefind/**', async (route) => {
      await held;
      await route.continue();
    });
    await page.goto(`${site}search/?q=model`);
    const items = page.locator('ol.results > li');
    await items.first().waitFor();
    const places = () =>
      items.evaluateAll((nodes) =>
        nodes.map((node) => [node.querySelector('a')?.pathname, node.getBoundingClientRect().top]),
      );
    const before = await places();
    release();
    await answered(page);
    const after = await places();
    expect(before.length).toBeGreaterThan(3);
    expect(after.slice(0, before.length)).toEqual(before);
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
      const dialog = page.locator('dialog');
      await dialog.getByRole('option', { name: 'What does HIPAA require' }).waitFor();
      await dialog.locator('[role=listbox][aria-busy="false"]').waitFor();
      const selected = () => dialog.getByRole('option', { selected: true }).textContent();
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

  it('opens the chosen result in a tab with Ctrl+Enter, and stays', async () => {
    const { page } = await open();
    const { options, input } = await openDialog(page);
    await input.fill('fhir');
    await options.first().waitFor();
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      page.keyboard.press('Control+Enter'),
    ]);
    await tab.waitForURL('**/questions/**');
    expect(new URL(page.url()).pathname).toBe('/');
  });

  it('tells a screen reader how many results there are and which one is chosen', async () => {
    const { page } = await open();
    const { dialog, options, input } = await openDialog(page);
    await input.fill('kappa');
    await options.first().waitFor();
    await dialog
      .getByRole('status')
      .filter({ hasText: /\d+ questions?/ })
      .waitFor();
    const chosen = await input.getAttribute('aria-activedescendant');
    expect(await options.first().getAttribute('id')).toBe(chosen);
    expect(await input.getAttribute('aria-expanded')).toBe('true');
  });

  it('remembers searches that led somewhere on this device, and forgets them when asked', async () => {
    const { page } = await open();
    const { options, input } = await openDialog(page);
    await input.fill('kappa');
    await options.first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/questions/**');
    const again = await openDialog(page);
    await again.dialog.getByRole('option', { name: 'kappa' }).click();
    expect(await again.input.inputValue()).toBe('kappa');
    await again.input.fill('');
    await again.dialog.getByRole('button', { name: 'Clear' }).click();
    expect(await again.options.count()).toBe(0);
    expect(await page.evaluate(() => localStorage.getItem('recent-searches'))).toBeNull();
  });

  it('reads damaged recent searches as none', async () => {
    const { page } = await open();
    await page.goto(site);
    for (const stored of ['{', '{"version":9,"searches":["x"]}', '{"version":1,"searches":[7]}']) {
      await page.evaluate((text) => localStorage.setItem('recent-searches', text), stored);
      const { options, dialog } = await openDialog(page);
      await dialog.getByText('Type a word').waitFor();
      expect(await options.count()).toBe(0);
    }
  });

  it('takes a suggestion for the query', async () => {
    const { page } = await open();
    const { dialog, input } = await openDialog(page);
    await input.fill('hippa');
    await dialog.getByText('Did you mean HIPAA?').waitFor();
    await dialog.getByRole('link', { name: 'as typed' }).click();
    await dialog.getByText('Nothing found for “hippa”').waitFor();
    expect(await input.inputValue()).toBe('hippa');
  });

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
    const searchFiles = () =>
      requests.filter((url) => /\/pagefind\/|search-app|\/data\/search\//.test(url));
    expect(searchFiles()).toEqual([]);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search the guide' }).fill('FHIR');
    await page.locator('dialog [role=listbox][aria-busy="false"] .section mark').first().waitFor();
    expect(requests.some((url) => url.includes('/pagefind/'))).toBe(true);
    expect(requests.filter((url) => !url.startsWith(site))).toEqual([]);
  });

  it('gives the first results with two requests and at most 25 kB', async () => {
    const { page, requests } = await open();
    // What comes after the first results starts with this file; held back, nothing follows it.
    await page.route('**/data/search/terms.json', () => {});
    await page.goto(site, { waitUntil: 'networkidle' });
    const before = requests.length;
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search the guide' }).fill('hipaa');
    const asked = page.waitForRequest('**/data/search/terms.json');
    await page.locator('dialog').getByRole('option').first().waitFor();
    await asked;
    const files = requests.slice(before).map((url) => new URL(url).pathname);
    expect(files.map((path) => path.replace(/\.[^.]*\.js$/, '.js')).sort()).toEqual([
      '/_astro/search-app.js',
      '/data/search/index.json',
      '/data/search/terms.json',
    ]);
    const first = files.filter((path) => !path.endsWith('terms.json'));
    const bytes = first.map((path) => brotliCompressSync(readFileSync(`dist${path}`)).length);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(25_000);
  });

  it('searches the full text when the reader stops typing, not for every letter', async () => {
    const { page, requests } = await open();
    // Time stands still until the test moves it.
    await page.clock.install();
    const { options, input } = await openDialog(page);
    const names = page.waitForResponse('**/data/search/terms.json');
    for (const typed of ['dri', 'sepsis']) {
      await input.fill(typed);
      await options.first().waitFor();
    }
    await (await names).finished();
    // Whatever was to be asked for by now stands before this in the row.
    await page.evaluate(() => fetch('/data/sources.json').then((answer) => answer.text()));
    const fullText = () => requests.filter((url) => /full-text|\/pagefind\//.test(url));
    expect(fullText()).toEqual([]);
    const asked = page.waitForRequest('**/pagefind/pagefind.js');
    await page.clock.runFor(1000);
    await asked;
  });

  it('has a place in the guide for every page that Pagefind knows', async () => {
    const ids = (await (await fetch(`${site}data/search/fragments.json`)).json()) as string[];
    const questions = (await (await fetch(`${site}data/questions.json`)).json()) as {
      questions: unknown[];
    };
    expect(new Set(ids).size).toBe(questions.questions.length);
  });
});
