import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { pageOrder } from '../src/domain/guide/parts.ts';
import { frameScript, useBrowser } from './browser.ts';
import { guideOnDisk } from './guide-data.ts';
import { sampled } from './sampled.ts';

const open = useBrowser();
const site = inject('rootSite');
const guide = guideOnDisk();

describe('a question page', () => {
  it('has its parts in order, each marked and folded', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    for (const { code, slug } of sampled(guide.questions, 2)) {
      await page.goto(`${site}questions/${slug}/`);
      const hasLab = guide.labs.some(({ questions }) => questions.includes(code));
      const expected = pageOrder.filter((id) => id !== 'labs' || hasLab);
      const parts = page.locator('.part > details');
      expect(
        await parts.evaluateAll((all) => all.map((part) => part.getAttribute('data-part'))),
        slug,
      ).toEqual(expected);
      expect(await page.locator('main details[open]').count()).toBe(0);
    }
  });

  it('numbers its sources, and each citation links to its source and has its own name', async () => {
    const { page } = await open();
    await page.goto(`${site}questions/what-is-samd/`);
    const question = guide.questions.find(({ slug }) => slug === 'what-is-samd');
    const sources = page.locator('[data-part="sources"] ol > li');
    expect(await sources.count()).toBe(question?.sources.length);
    await page.locator('[data-part="deeper"] summary').click();
    await page.locator('[data-part="deeper"] .cite a').first().click();
    expect(page.url()).toMatch(/#source-\d+$/);
    const number = Number(/\d+$/.exec(page.url())?.[0]);
    const cited = guide.sources.get(question?.sources[number - 1] ?? '');
    expect(await page.locator(`#source-${number}`).textContent()).toContain(cited?.title);
    expect(await page.getByText('Facts checked ').first().isVisible()).toBe(true);
  });

  it('says that its facts are overdue once a review date has passed, and not before', async () => {
    const { page } = await open({ fixedTime: '2026-11-25T12:00:00Z' });
    const note = page.locator('review-note');
    await page.goto(`${site}questions/what-is-samd/`);
    await frameScript(page);
    expect(await note.isHidden()).toBe(true);
    await page.clock.setFixedTime('2035-01-01T12:00:00Z');
    await page.reload();
    await note.getByText('were due to be checked again by').waitFor();
  });

  it('lets no line begin or end with the punctuation next to a term', async () => {
    const { page } = await open();
    await page.goto(`${site}questions/what-is-fhir/`);
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    for (const width of [320, 360, 412]) {
      await page.setViewportSize({ width, height: 800 });
      const lines = await page
        .locator('no-break')
        .evaluateAll((all) => all.map((each) => each.getClientRects().length));
      expect(lines.length).toBeGreaterThan(3);
      expect(new Set(lines), `${width} pixels`).toEqual(new Set([1]));
    }
  });

  it('shows the definition of a term in place, by keyboard, without JavaScript', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}questions/what-is-fhir/`);
    await page.locator('[data-part="deeper"] summary').click();
    const term = page.locator('[data-part="deeper"] button.term').first();
    const definition = page.locator(`#${await term.getAttribute('popovertarget')}`);
    expect(await definition.isVisible()).toBe(false);
    await term.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => definition.isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => definition.isVisible()).toBe(false);
  });

  it('has worked examples with computed figures, on at least fifteen pages', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}questions/precision-and-recall/`);
    expect(await page.locator('figure.worked').textContent()).toContain('15.4%');
    const pages = guide.questions.filter(({ slug }) =>
      readFileSync(`dist/questions/${slug}/index.html`, 'utf8').includes('class="worked"'),
    );
    expect(pages.length).toBeGreaterThanOrEqual(15);
  });
});

describe('the glossary', () => {
  it('has at least 160 terms, each with an address', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}glossary/`);
    expect(guide.terms.size).toBeGreaterThanOrEqual(160);
    const ids = await page.locator('.glossary > div').evaluateAll((all) => all.map(({ id }) => id));
    expect(new Set(ids)).toEqual(new Set(guide.terms.keys()));
  });

  it('has a filter, which a letter or a link to a hidden term clears', async () => {
    const { page } = await open();
    await page.goto(`${site}glossary/`);
    const field = page.getByRole('searchbox', { name: 'Filter the terms' });
    const status = page.locator('term-filter [role=status]');
    for (const [hash, target] of [
      ['#letter-F', '#letter-F'],
      ['#samd', '#samd'],
    ] as const) {
      await field.fill('cohen');
      await status.getByText(/^\d+ terms?$/).waitFor();
      expect(await page.locator(target).isVisible()).toBe(false);
      await page.evaluate((to) => location.assign(to), hash);
      await page.locator(target).waitFor();
      expect(await field.inputValue()).toBe('');
      await expect
        .poll(() => page.locator(target).evaluate((one) => one.getBoundingClientRect().top))
        .toBeLessThan(300);
    }
  });
});

describe('learning paths', () => {
  it('are at least eight, and list their questions in order', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}paths/`);
    expect(await page.locator('main .cards > li').count()).toBeGreaterThanOrEqual(8);
    for (const path of sampled(guide.paths, 2)) {
      await page.goto(`${site}paths/${path.id}/`);
      const hrefs = await page
        .locator('main ol a')
        .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
      expect(hrefs).toEqual(
        path.questions.map(({ code }) => `/questions/${guide.byCode.get(code)?.slug}/`),
      );
    }
  });
});

describe('the recent changes page', () => {
  it('lists the newest first, from the records of the sources', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}what-changed/`);
    const sections = await page
      .locator('section:has(> .change-day)')
      .evaluateAll((all) =>
        all.map((section) =>
          [...section.querySelectorAll('time')].map((time) => time.getAttribute('datetime')),
        ),
      );
    expect(sections.flat().length).toBeGreaterThan(10);
    for (const dates of sections) expect(dates).toEqual([...new Set(dates)].sort().reverse());
  });
});
