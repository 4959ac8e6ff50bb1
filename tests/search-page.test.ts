import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { delayResponses } from './delay-responses.ts';
import { guideOnDisk } from './guide-data.ts';
import { sampled } from './sampled.ts';
import { answered, isSeen, search, searchAgain } from './search-steps.ts';

const open = useBrowser();
const site = inject('rootSite');
const guide = guideOnDisk();

/** Questions of some levels, in guide order. */
const slugsOf = (...levels: string[]) =>
  guide.questions.filter(({ level }) => levels.includes(level)).map(({ slug }) => slug);

describe('the search page, opened again for each query,', () => {
  let page: Page;
  let errors: string[];
  beforeAll(async () => {
    ({ page, errors } = await open());
  });

  const queries = [
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
  ] as const;
  it.each(sampled(queries, 3))(
    'finds the question for "%s" in the first three',
    async (query, slug) => {
      const found = await search(page, `q=${encodeURIComponent(query)}`);
      expect(found.slice(0, 3)).toContain(slug);
      expect(errors.splice(0)).toEqual([]);
    },
  );
});

describe('the search page, left open,', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await open());
    await search(page, 'q=fhir');
  });

  it.each([
    ['night before', '/night-before/'],
    ['threshold lab', '/labs/threshold/'],
    ['how to structure an answer', '/structure-an-answer/'],
    ['STAR method', '/structure-an-answer/'],
    ['FHIR in 30 minutes', '/paths/fhir-in-30-minutes/'],
    ['medical imaging', '/topics/imaging/'],
    ['hippa', '/glossary/#hipaa'],
  ])('finds a page that isn’t a question: %s', async (query, address) => {
    await searchAgain(page, query);
    const pages = page.getByRole('list', { name: 'Pages and terms' }).getByRole('link');
    const hrefs = await pages.evaluateAll((links) =>
      links.map((link) => link.getAttribute('href')),
    );
    expect(hrefs).toContain(address);
  });

  it('shows the position of a result and marks the word in its text', async () => {
    await searchAgain(page, 'differential privacy');
    const first = page.locator('ol.results > li').first();
    expect(await first.locator('.place').textContent()).toContain('Advanced');
    expect(await first.locator('.section mark').count()).toBeGreaterThan(0);
  });

  it('marks the matched term in the title', async () => {
    await searchAgain(page, 'FHIR');
    expect(await page.locator('ol.results > li').first().locator('strong mark').textContent()).toBe(
      'FHIR',
    );
  });

  it('makes each result a single link', async () => {
    await searchAgain(page, 'drift');
    const items = page.locator('ol.results > li');
    expect(await items.locator('a').count()).toBe(await items.count());
  });

  it('marks whole words and names, never the beginning of another word', async () => {
    const marks = async () =>
      (await page.locator('main mark').allInnerTexts()).map((text) => text.toLowerCase());
    await searchAgain(page, 'STAR method');
    for (const mark of await marks()) expect(mark).toMatch(/^star\b|^method/);
    await searchAgain(page, 'q-sub');
    for (const mark of await marks()) expect(mark).toMatch(/^q-sub/);
    expect(await answered(page)).toMatch(/^\d+ questions?\.$/);
  });

  it('finds the behavioral questions by the STAR terms', async () => {
    const found = await searchAgain(page, 'STAR method');
    expect(found).toContain('resolved-a-team-conflict');
  });

  it('puts the definition of a term on top', async () => {
    await searchAgain(page, 'PHI');
    const term = page.locator('[data-pages] a').first();
    expect(await term.textContent()).toContain('protected health information');
    await term.getByText('Individually identifiable').waitFor();
    expect(await term.getAttribute('href')).toBe('/glossary/#phi');
  });

  it('finds the same by PHI, its expansion, and ePHI', async () => {
    const [first, second, third] = [
      await searchAgain(page, 'PHI'),
      await searchAgain(page, 'protected health information'),
      await searchAgain(page, 'ePHI'),
    ];
    expect(second.slice(0, 3)).toEqual(first.slice(0, 3));
    expect(third.slice(0, 3)).toEqual(first.slice(0, 3));
  });

  it('finds a question by its code and by its number', async () => {
    expect((await searchAgain(page, '8D8'))[0]).toBe('performance-gap-in-one-group');
    expect(await searchAgain(page, 'number 12')).toEqual([guide.questions[11]?.slug]);
    expect(await answered(page)).toBe('1 question.');
  });

  it('ignores a word that the guide doesn’t have, and says which one', async () => {
    const found = await searchAgain(page, 'ignored sepsis alerts qwxz');
    expect(found[0]).toBe('ignored-sepsis-alerts');
    expect(await answered(page)).toContain('“qwxz” isn’t in this guide.');
  });
});

describe('the search page', () => {
  it('opens the part that a result quotes', async () => {
    const { page } = await open();
    await search(page, 'q=business%20associate%20agreement');
    await page.locator('ol.results a', { hasText: 'Hint' }).first().click();
    await page.waitForURL('**/questions/*/#hint');
    expect(await page.locator('details[data-part="hint"]').getAttribute('open')).not.toBeNull();
  });

  it('quotes sentences: without gaps, list numbers, table bars or the title, and with the word', async () => {
    const { page } = await open({ viewport: { width: 360, height: 740 } });
    await search(page, 'q=fhir');
    for (const query of ['HIPAA', 'who gets sued', 'confidence interval', 'burnout survey']) {
      await searchAgain(page, query);
      for (const result of await page.locator('ol.results > li').all()) {
        const [title = ''] = await result.locator('strong').allTextContents();
        const section = result.locator('.section');
        const [part = ''] = await section.locator('.part-name').allTextContents();
        const [whole = ''] = await section.allTextContents();
        const text = whole.replace(part, '').trim();
        expect(text).toMatch(/([.?!…][”")]?|…)$/u);
        expect(text).not.toMatch(/ [.,;]|\||^\d+\. /);
        expect(text).not.toContain(title);
        // A quoted part has the word in what the phone shows; a summary represents the question.
        const isInSight = part === '' || (await isSeen(section.locator('mark').first()));
        expect(isInSight).toBe(true);
      }
    }
  });

  it.each(sampled(['mortgage rates', 'pasta recipe', 'javascript array sort', 'dark patterns'], 1))(
    'says that the guide has nothing about %s',
    async (query) => {
      const { page } = await open();
      const found = await search(page, `q=${encodeURIComponent(query)}`);
      expect(await answered(page)).toMatch(/^Nothing in this guide is about that\./);
      expect(found.length).toBeLessThanOrEqual(5);
    },
  );

  it('reads other languages, loads no more of them than it needs, and says what it searched', async () => {
    const { page, requests } = await open();
    expect((await search(page, 'q=Datenschutz')).slice(0, 5)).toContain('hipaa-for-ai-products');
    await page.getByText('Showing results for privacy.').waitFor();
    const loaded = requests.filter((url) => /\/(de|es|fr|pt)\.json$/.test(url));
    expect(loaded.map((url) => url.slice(-7))).toEqual(['de.json']);
    expect((await searchAgain(page, 'fatiga de alarmas'))[0]).toBe('ignored-sepsis-alerts');
    await searchAgain(page, 'alert fatigue');
    expect(requests.filter((url) => /\/(de|fr|pt)\.json$/.test(url))).toHaveLength(1);
  });

  it('asks which MDR is meant', async () => {
    const { page } = await open();
    await search(page, 'q=MDR');
    const choice = page.locator('main p', { hasText: 'Which one do you mean?' });
    await choice.getByRole('link', { name: 'medical device reporting' }).click();
    await page.waitForURL('**/search/?q=medical%20device%20reporting');
    await answered(page);
    await page.locator('[data-pages]').getByText('21 CFR 803').waitFor();
  });

  it('says what it corrected, and can search for the original query', async () => {
    const { page } = await open();
    expect((await search(page, 'q=hippa'))[0]).toBe('hipaa-for-ai-products');
    await page.getByText('Showing results for HIPAA.').waitFor();
    await page.getByRole('link', { name: 'Search instead for “hippa.”' }).click();
    await page.waitForURL('**/search/?q=hippa&as=typed');
    expect(await answered(page)).toBe('Nothing in this guide is about that.');
  });

  it('filters by level and topic, alone and together, from the address', async () => {
    const { page } = await open();
    expect(await search(page, 'level=beginner')).toEqual(slugsOf('beginner'));
    expect(await search(page, 'level=beginner&level=behavioral')).toEqual(
      slugsOf('beginner', 'behavioral'),
    );
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
      expect(await answered(page)).toBe('Nothing in this guide is about that.');
    }
    expect(await page.locator('main img').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('shows a message if search fails to load', async () => {
    const { page } = await open();
    await page.route('**/data/search/**', (route) => route.abort());
    await page.goto(`${site}search/?q=FHIR`);
    await page.getByText('We couldn’t load search').waitFor();
  });

  it('answers from titles and summaries when the full text fails to load, and says so', async () => {
    const { page } = await open();
    await page.route('**/pagefind/**', (route) => route.abort());
    const found = await search(page, 'q=FHIR');
    expect(found[0]).toBe('what-is-fhir');
    expect(await answered(page)).toContain('We couldn’t load the full text.');
    // Even if the index alone isn't certain.
    expect((await search(page, 'q=sepsis%20quarterly%20qwxz'))[0]).toBe('ignored-sepsis-alerts');
    expect(await answered(page)).toContain('We couldn’t load the full text.');
  });

  it('counts the other values of a filter as if they were chosen instead', async () => {
    const { page } = await open();
    await search(page, 'level=beginner');
    const count = (value: string) => page.locator(`[data-count="level:${value}"]`).textContent();
    expect(await count('beginner')).toBe(String(slugsOf('beginner').length));
    expect(await count('advanced')).toBe(String(slugsOf('advanced').length));
  });

  it('moves no result when the full text arrives', async () => {
    const { page } = await open();
    const release = await delayResponses(page, '**/pagefind/**');
    await page.goto(`${site}search/?q=model`);
    const items = page.locator('ol.results > li');
    await items.first().waitFor();
    const places = () =>
      page
        .locator('main .results > li')
        .evaluateAll((nodes) =>
          nodes.map((node) => [
            node.querySelector('a')?.pathname,
            node.getBoundingClientRect().top,
          ]),
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
