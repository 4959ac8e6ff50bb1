import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { holdBack } from './hold-back.ts';
import { answered, search } from './search-steps.ts';

const open = useBrowser();
const site = inject('rootSite');

describe('the search page, which is opened anew with each query,', () => {
  let page: Page;
  let errors: string[];
  beforeAll(async () => {
    ({ page, errors } = await open());
  });

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
    const found = await search(page, `q=${encodeURIComponent(query)}`);
    expect(found.slice(0, 3)).toContain(slug);
    expect(errors.splice(0)).toEqual([]);
  });
});

describe('the search page', () => {
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
    const release = await holdBack(page, '**/pagefind/**');
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
});
