import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { crisis } from '../../src/guide-settings.ts';
import { answered, foundSlugs, quoted, search, searchAgain } from '../search/search-steps.ts';
import { useBrowser } from '../support/browser.ts';
import { delayResponses } from '../support/delay-responses.ts';
import { guideOnDisk } from '../support/guide-data.ts';
import { sampled } from '../support/sampled.ts';

const open = useBrowser();
const site = inject('rootSite');
const guide = guideOnDisk();

const slugsOf = (...levels: string[]) =>
  guide.questions.filter(({ level }) => levels.includes(level)).map(({ slug }) => slug);

describe('the search page, left open,', () => {
  let page: Page;
  let errors: string[];
  beforeAll(async () => {
    ({ page, errors } = await open());
    await search(page, '');
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
    ['health lake', 'hipaa-data-pipeline-on-aws'],
    ['sespis', 'ignored-sepsis-alerts'],
    ['priortize', 'prioritize-competing-requests'],
  ] as const;
  it.each(sampled(queries, 3))(
    'finds the question for "%s" in the first three',
    async (query, slug) => {
      const slugs = await searchAgain(page, query);
      expect(slugs.slice(0, 3)).toContain(slug);
      expect(errors.splice(0)).toEqual([]);
    },
  );

  const pagesAndTerms = [
    ['night before', '/night-before/'],
    ['how to structure an answer', '/structure-an-answer/'],
    ['STAR method', '/structure-an-answer/'],
    ['threshold lab', '/labs/threshold/'],
    ['FHIR in 30 minutes', '/paths/fhir-in-30-minutes/'],
    ['medical imaging', '/topics/imaging/'],
    ['hippa', '/glossary/#hipaa'],
  ] as const;
  it.each(sampled(pagesAndTerms, 3))(
    'finds a page that isn’t a question: %s',
    async (query, address) => {
      await searchAgain(page, query);
      const pages = page.locator('[data-group] a');
      const hrefs = await pages.evaluateAll((links) =>
        links.map((link) => link.getAttribute('href')),
      );
      expect(hrefs).toContain(address);
    },
  );

  it('makes each result a single link, shows its position, and marks the word in its title and text', async () => {
    await searchAgain(page, 'FHIR');
    const items = page.locator('ol.results > li');
    expect(await items.locator('a').count()).toBe(await items.count());
    const first = items.first();
    expect(await first.locator('.place').textContent()).toContain('Beginner');
    expect(await first.locator('strong mark').textContent()).toBe('FHIR');
    expect(await first.locator('.section mark').count()).toBeGreaterThan(0);
  });

  it('finds the behavioral questions by the STAR terms, and marks whole words and names, never the beginning of another word', async () => {
    const marks = async () =>
      (await page.locator('main mark').allInnerTexts()).map((text) => text.toLowerCase());
    expect(await searchAgain(page, 'STAR method')).toContain('resolved-a-team-conflict');
    for (const mark of await marks()) expect(mark).toMatch(/^star\b|^method/);
    await searchAgain(page, 'q-sub');
    for (const mark of await marks()) expect(mark).toMatch(/^q-sub/);
    expect(await answered(page)).toMatch(/\d+ questions?\.$/);
  });

  it('puts the definition of a term on top, and finds the same by its expansion and by ePHI', async () => {
    const first = await searchAgain(page, 'PHI');
    const term = page.locator('[data-group="terms"] a').first();
    expect(await term.textContent()).toContain('protected health information');
    await term.getByText('Individually identifiable').waitFor();
    expect(await term.getAttribute('href')).toBe('/glossary/#phi');
    for (const query of ['protected health information', 'ePHI']) {
      const slugs = await searchAgain(page, query);
      expect(slugs.slice(0, 3), query).toEqual(first.slice(0, 3));
    }
  });

  it('finds a question by its code', async () => {
    expect((await searchAgain(page, '8D8'))[0]).toBe('performance-gap-in-one-group');
  });

  it('ignores a word that the guide doesn’t have, and says which one', async () => {
    const slugs = await searchAgain(page, 'ignored sepsis alerts qwxz');
    expect(slugs[0]).toBe('ignored-sepsis-alerts');
    expect(await answered(page)).toBe(
      'No page has all of these words. “qwxz” isn’t in this guide. Closest:',
    );
  });

  it.each(sampled(['mortgage rates', 'pasta recipe', 'cheap flights to rome', 'guitar chords'], 1))(
    'says that the guide has nothing about %s',
    async (query) => {
      const slugs = await searchAgain(page, query);
      expect(await answered(page)).toMatch(/^Nothing in this guide is about that\./);
      expect(slugs.length).toBeLessThanOrEqual(5);
    },
  );

  it('says clearly that nothing was found, and shows no markup', async () => {
    for (const query of ['qwxz', '🙂', '<img src=x onerror=alert(1)>', 'zzzzqq '.repeat(700)]) {
      expect(await searchAgain(page, query), query).toEqual([]);
      expect(await answered(page)).toBe('Nothing in this guide is about that.');
      expect(await page.locator('main img').count()).toBe(0);
    }
    expect(errors.splice(0)).toEqual([]);
  });

  it('asks which MDR is meant', async () => {
    await searchAgain(page, 'MDR');
    const choice = page.locator('main p', { hasText: 'Which one do you mean?' });
    const link = choice.getByRole('link', { name: 'medical device reporting' });
    expect(await link.getAttribute('href')).toBe('/search/?q=medical%20device%20reporting');
    await searchAgain(page, 'medical device reporting');
    await page.locator('[data-group="terms"]').getByText('21 CFR 803').waitFor();
  });

  it('says what it corrected, and can search for the original query', async () => {
    expect((await searchAgain(page, 'hippa'))[0]).toBe('hipaa-for-ai-products');
    await page.getByText('Showing results for HIPAA.').waitFor();
    await page.getByRole('link', { name: 'Search instead for “hippa.”' }).click();
    await page.waitForURL('**/search/?q=hippa&as=typed');
    expect(await answered(page)).toBe('Nothing in this guide is about that.');
  });
});

describe('the search page', () => {
  it('has the same mark as a question’s parts on what opens, and no triangle of the browser', async () => {
    const { page } = await open();
    await page.goto(`${site}search/`);
    const mark = () =>
      page.locator('main summary').evaluate((summary) => {
        const { borderBottomWidth, rotate } = getComputedStyle(summary, '::after');
        return { display: getComputedStyle(summary).display, borderBottomWidth, rotate };
      });
    const closed = { display: 'flex', borderBottomWidth: '2px', rotate: '45deg' };
    expect(await mark()).toEqual(closed);
    await page.locator('main summary').click();
    expect(await mark()).toEqual({ ...closed, rotate: '225deg' });
  });

  it('quotes sentences: without gaps, list numbers, table bars or the title, and with the word; opens the part that it quotes', async () => {
    const { page } = await open({ viewport: { width: 360, height: 740 } });
    await search(page, '');
    const queries = ['HIPAA', 'who gets sued', 'confidence interval', 'burnout survey'];
    for (const query of sampled(queries, 2)) {
      await searchAgain(page, query);
      for (const { title, part, text, isInSight } of await quotations(page)) {
        expect(text).toMatch(/([.?!…][”")]?|…)$/u);
        expect(text).not.toMatch(/ [.,;]|\||^\d+\. /);
        expect(text).not.toContain(title);
        // On a phone, the visible text of a quoted part contains the word. A summary is about the
        // whole question, so it may lack the word.
        expect(part === '' || isInSight, text).toBe(true);
      }
    }
    await searchAgain(page, 'business associate agreement');
    await page.locator('ol.results a', { hasText: 'Hint' }).first().click();
    await page.waitForURL('**/questions/*/#hint');
    expect(await page.locator('details[data-part="hint"]').getAttribute('open')).not.toBeNull();
  });

  it('shows help first to a reader who may be in danger, and the part about a crisis', async () => {
    const { page } = await open();
    const slugs = await search(page, 'q=my+friend+wants+to+kill+themselves');
    const help = page.locator('.crisis');
    expect(await help.textContent()).toContain('988');
    expect(await help.locator('a').getAttribute('href')).toBe(crisis?.url);
    const question = guide.byCode.get(crisis?.question ?? '');
    expect(slugs[0]).toBe(question?.slug);
    const href = await page
      .locator('ol.results a')
      .first()
      .evaluate((link: HTMLAnchorElement) => link.pathname + link.hash);
    expect(href).toBe(`/questions/${question?.slug}/#${crisis?.part}`);
    const { sources = [] } = crisis ?? {};
    for (const id of sources) expect(guide.sources.get(id)?.url, id).toMatch(/^https:/);
    expect(await answered(page)).not.toMatch(/^Nothing/);
  });

  it('filters by level and topic, alone and together, from the address', async () => {
    const { page } = await open();
    expect(await search(page, 'level=beginner&level=behavioral')).toEqual(
      slugsOf('beginner', 'behavioral'),
    );
    await page.getByRole('checkbox', { name: 'Behavioral' }).uncheck();
    expect(await foundSlugs(page)).toEqual(slugsOf('beginner'));
    const both = await search(page, 'q=model&level=advanced&topic=privacy');
    expect(both).toContain('train-on-deidentified-records');
    expect(await page.getByRole('checkbox', { name: 'Advanced' }).isChecked()).toBe(true);
    expect(await page.getByRole('checkbox', { name: 'Privacy' }).isChecked()).toBe(true);
  });

  it('keeps its whole state in the address, and Back undoes a filter', async () => {
    const { page } = await open();
    await search(page, 'q=FHIR');
    const before = await answered(page);
    await page.locator('summary', { hasText: 'Filter' }).click();
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

  it('shows a message if search fails to load', async () => {
    const { page } = await open();
    await page.route('**/data/search/**', (route) => route.abort());
    await page.goto(`${site}search/?q=FHIR`);
    await page.getByText('We couldn’t load search').waitFor();
  });

  it('answers from titles and summaries when the full text fails to load, and says so', async () => {
    const { page } = await open();
    await page.route('**/pagefind/**', (route) => route.abort());
    const slugs = await search(page, 'q=FHIR');
    expect(slugs[0]).toBe('what-is-fhir');
    expect(await answered(page)).toContain('We couldn’t load the full text.');
    // The message is shown even if the index alone has no clear match.
    expect((await searchAgain(page, 'sepsis quarterly qwxz'))[0]).toBe('ignored-sepsis-alerts');
    expect(await answered(page)).toContain('We couldn’t load the full text.');
  });

  it('gives the same results however late the full text arrives, and the count only then', async () => {
    const { page } = await open();
    const hrefs = async () => {
      await quoted(page);
      return page
        .locator('main .results a')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    };
    const release = await delayResponses(page, '**/pagefind/**');
    await page.goto(`${site}search/?q=model`);
    await page.locator('ol.results > li').first().waitFor();
    expect(await page.locator('[data-status]').textContent()).toBe('Searching…');
    release();
    expect(await answered(page)).toMatch(/\d+ questions\.$/);
    const late = await hrefs();
    expect(late.length).toBeGreaterThan(3);
    await searchAgain(page, 'sepsis');
    await searchAgain(page, 'model');
    expect(await hrefs()).toEqual(late);
  });

  it('says a name once if the whole name has it', async () => {
    const { page } = await open();
    await page.goto(`${site}search/?q=predicate+device`);
    await answered(page);
    const name = await page.locator('[data-group=terms] a').first().locator('strong').textContent();
    expect(name).toBe('predicate device');
    const text = await page.locator('[data-group=terms] a').first().textContent();
    expect(text).not.toContain('predicate predicate');
    expect(text).not.toContain('device predicate');
  });

  it('works below a base path', async () => {
    const { page } = await open();
    await page.goto(`${inject('baseSite')}search/?q=chart`);
    await answered(page);
    await page.locator('ol.results a').first().click();
    await page.waitForURL('**/guide/questions/**', { waitUntil: 'commit' });
  });
});

/**
 * Returns each result's title and quoted sentence, and whether the marked word is in the visible
 * part of the clipped line.
 */
async function quotations(page: Page) {
  await quoted(page);
  // The last item may be the button for more results.
  return page.locator('ol.results > li:has(strong)').evaluateAll((results) =>
    results.map((result) => {
      const section = result.querySelector('.section');
      const part = section?.querySelector('.part-name')?.textContent ?? '';
      const mark = section?.querySelector('mark');
      const frame = mark?.parentElement?.getBoundingClientRect();
      const box = mark?.getBoundingClientRect();
      return {
        title: result.querySelector('strong')?.textContent ?? '',
        part,
        text: (section?.textContent ?? '').replace(part, '').trim(),
        isInSight: !!frame && !!box && box.height > 0 && box.bottom <= frame.bottom + 1,
      };
    }),
  );
}
