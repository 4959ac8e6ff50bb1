import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { companions, home, levelIcons, levels, settings } from '../../src/guide-settings.ts';
import { frameScript, useBrowser } from '../support/browser.ts';
import { guideOnDisk } from '../support/guide-data.ts';
import { sampled } from '../support/sampled.ts';

const open = useBrowser();
const site = inject('rootSite');
const guide = guideOnDisk();
const [, question, next] = guide.questions;
if (question === undefined || next === undefined)
  throw new Error('The guide has too few questions.');
/** The path of a question that has neighbors on both sides. */
const path = `questions/${question.slug}/`;

/** Returns the sidebar, which is a menu on phones. */
function menuOf(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Main', includeHidden: true });
}

function bottom(page: Page, part: string): Promise<number> {
  return page.locator(part).evaluate((one) => one.getBoundingClientRect().bottom);
}

describe('the question pages', () => {
  let page: Page;
  let errors: string[];
  beforeAll(async () => {
    // Without JavaScript, a page can't affect the next one, so the tests can share a page.
    ({ page, errors } = await open({ javaScriptEnabled: false }));
  });

  it.each(sampled(guide.questions))(
    '$number $label: title, level, links to neighbors, closed hint and outline',
    async (question) => {
      await page.goto(`${site}questions/${question.slug}/`);
      const level = levels.find(({ id }) => id === question.level);
      expect(await page.locator('h1').textContent()).toBe(question.title);
      expect(
        await page
          .locator('.eyebrow')
          .getByText(`${question.number} of ${guide.questions.length}`)
          .count(),
      ).toBe(1);
      expect(await page.locator(`main a[data-level="${question.level}"]`).textContent()).toContain(
        level?.label,
      );
      for (const part of ['hint', 'outline']) {
        const details = page.locator(`details[data-part="${part}"]`);
        expect(await details.count()).toBe(1);
        expect(await details.getAttribute('open')).toBeNull();
        expect(await details.locator('ol > li').count()).toBeGreaterThanOrEqual(3);
      }
      expect(await page.locator('main details[open]').count()).toBe(0);
      const previous = guide.byCode.get(question.previous ?? '');
      const next = guide.byCode.get(question.next ?? '');
      expect(await page.locator('a[rel="prev"]').count()).toBe(previous ? 1 : 0);
      if (next)
        expect(await page.locator('a[rel="next"]').getAttribute('href')).toBe(
          `/questions/${next.slug}/`,
        );
      expect(errors.splice(0)).toEqual([]);
    },
  );
});

describe('the sidebar', () => {
  it('lists the levels with question counts, and opens the current one', async () => {
    const { page } = await open();
    await page.goto(site + path);
    const groups = menuOf(page).locator('details');
    expect(await groups.locator('summary').allTextContents()).toEqual(
      levels.map(({ label }, index) =>
        expect.stringMatching(new RegExp(`${label}\\s*${guide.levels[index]?.questions.length}`)),
      ),
    );
    expect(
      await groups.evaluateAll((all) => all.map((group) => (group as HTMLDetailsElement).open)),
    ).toEqual(levels.map(({ id }) => id === question.level));
    expect(await menuOf(page).locator('a[aria-current="page"]').allTextContents()).toEqual([
      question.label,
    ]);
    // Each level must have its own icon. Without one, its mask is empty.
    const masks = await groups
      .locator('summary .sl-badge')
      .evaluateAll((all) => all.map((badge) => getComputedStyle(badge, '::after').maskImage));
    expect(masks.filter((mask) => mask.startsWith('url("data:image/svg'))).toHaveLength(
      Object.keys(levelIcons).length,
    );
  });

  it('lists the other pages below the levels, and the questions of another level when it is unfolded, without JavaScript too', async () => {
    const { page, errors } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}glossary/`);
    const links = menuOf(page).locator('ul').first().locator(':scope > li > a');
    const named = companions.flatMap((page) => ('inSidebar' in page ? [page.inSidebar] : []));
    expect(await links.allTextContents()).toEqual(
      expect.arrayContaining(['Practice', 'Labs', ...named, 'About this guide']),
    );
    expect(await menuOf(page).locator('a[aria-current="page"]').allTextContents()).toEqual([
      'Glossary',
    ]);
    const group = menuOf(page).locator('details').nth(2);
    await group.locator('summary').click();
    const advanced = guide.levels[2]?.questions ?? [];
    expect((await group.locator('a').allTextContents()).map((text) => text.trim())).toEqual([
      ...advanced.map(({ label }) => label),
      `All ${advanced.length} questions`,
    ]);
    await group.locator('a').first().click();
    await page.waitForURL(`**/questions/${advanced[0]?.slug}/`);
    expect(errors).toEqual([]);
  });

  it('keeps its open levels and its scroll position on the next page', async () => {
    const { page } = await open({ viewport: { width: 1280, height: 500 } });
    await page.goto(site + path);
    await menuOf(page).locator('summary').nth(1).click();
    await menuOf(page).locator('summary').last().click();
    const last = menuOf(page).locator('details').last().locator('a').first();
    await last.click();
    await page.waitForURL((url) => !url.pathname.includes(question.slug));
    expect(
      await menuOf(page)
        .locator('details')
        .evaluateAll((all) => all.map((group) => (group as HTMLDetailsElement).open)),
    ).toEqual(levels.map((_, index) => index === 1 || index === levels.length - 1));
    const top = await menuOf(page)
      .locator('a[aria-current="page"]')
      .evaluate((link) => link.getBoundingClientRect().top);
    expect(top).toBeGreaterThan(0);
    expect(top).toBeLessThan(500);
  });

  it.each([[false], [true]])(
    'opens as a menu on a phone, and opens a question (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const { page } = await open({ viewport: { width: 360, height: 740 }, javaScriptEnabled });
      await page.goto(site + path);
      expect(await menuOf(page).locator('summary').first().isVisible()).toBe(false);
      await page.getByRole('button', { name: 'Menu' }).click();
      await menuOf(page).getByRole('link', { name: next.label, exact: true }).click();
      await page.waitForURL(`**/questions/${next.slug}/`);
    },
  );

  it.each([[false], [true]])(
    'opens as a menu on the start page at any width (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const { page } = await open({ javaScriptEnabled });
      await page.goto(site);
      if (javaScriptEnabled) await frameScript(page);
      const practice = menuOf(page).getByRole('link', { name: 'Practice', exact: true });
      for (const width of [1280, 700, 1280]) {
        await page.setViewportSize({ width, height: 740 });
        expect(await practice.isVisible()).toBe(false);
        await page.getByRole('button', { name: 'Menu' }).click();
        await expect.poll(() => practice.isVisible()).toBe(true);
        await page.keyboard.press('Escape');
        await expect.poll(() => practice.isVisible()).toBe(false);
      }
      await page.getByRole('button', { name: 'Menu' }).click();
      await practice.click();
      await page.waitForURL('**/practice/');
    },
  );
});

describe('shortcuts on a question page', () => {
  it('are listed on ?, and [ and ] open the previous and next question', async () => {
    const { page, errors } = await open();
    await page.goto(site + path);
    await frameScript(page);
    await page.keyboard.press('?');
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await list.getByText('Next question').waitFor();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    await page.keyboard.press(']');
    await page.waitForURL(`**/questions/${next.slug}/`);
    await frameScript(page);
    await page.keyboard.press('[');
    await page.waitForURL(`**/${path}`);
    expect(errors).toEqual([]);
  });

  it('single-letter shortcuts do nothing once they are off', async () => {
    const { page } = await open();
    await page.goto(site + path);
    await frameScript(page);
    await page.keyboard.press('?');
    await page.getByLabel('Use single letters and digits as shortcuts').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press(']');
    await page.keyboard.press('?');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search the guide' }).waitFor();
    expect(page.url()).toBe(site + path);
    expect(await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).count()).toBe(0);
  });
});

describe('lists', () => {
  it('each level and each topic has a page with its questions in order, and one page has all', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    const groups = [
      ...sampled(guide.levels, 2).map((group) => ({ group, path: `levels/${group.id}/` })),
      ...sampled(guide.topics, 2).map((group) => ({ group, path: `topics/${group.id}/` })),
    ];
    for (const { group, path } of groups) {
      await page.goto(site + path);
      const titles = await page.locator('[data-question-list] a').allTextContents();
      expect(titles.map((title) => title.trim())).toEqual(
        group.questions.map(({ title }) => title),
      );
    }
    await page.goto(`${site}questions/`);
    expect(await page.locator('[data-question-list] > li').count()).toBe(guide.questions.length);
  });
});

describe('the start page', () => {
  it('explains the guide in one screen, says what it isn’t, and lets a reader start, on a phone and on a desktop', async () => {
    for (const viewport of [
      { width: 360, height: 740 },
      { width: 1280, height: 800 },
    ]) {
      const { page } = await open({ viewport });
      await page.goto(site);
      expect(await page.getByText(settings.disclaimer).first().isVisible()).toBe(true);
      for (const part of [
        page.locator('h1'),
        page.getByText(home.promise(guide.questions.length)),
        page.getByRole('link', { name: 'Start practicing' }),
      ]) {
        const box = await part.boundingBox();
        expect(box).not.toBeNull();
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(viewport.height);
      }
      await page.getByRole('link', { name: 'Start practicing' }).click();
      await page.waitForURL('**/practice/');
      await page.close();
    }
  });
});

describe('the hint on the start page', () => {
  const sizes: readonly (readonly [number, number])[] = [
    [1280, 800],
    [700, 900],
    // On a phone, the hint has room to open over something only if the page has the threshold
    // curve.
    ...(home.hasThreshold ? ([[390, 844]] as const) : []),
  ];
  it.each(sizes)(
    'opens over what is below at %i × %i: nothing moves, and it can be scrolled to its end',
    async (width, height) => {
      const { page } = await open({ viewport: { width, height } });
      await page.goto(site);
      const below = page.locator('.vitals');
      const before = await below.boundingBox();
      const scrollHeight = () => page.evaluate(() => document.documentElement.scrollHeight);
      const whole = await scrollHeight();
      await page.locator('.hero-card summary').click();
      const last = page.locator('.hero-hint li').last();
      await last.scrollIntoViewIfNeeded();
      await page.evaluate(() => scrollTo(0, 0));
      expect(await below.boundingBox()).toEqual(before);
      expect(await scrollHeight()).toBe(whole);
      const [card, end, hero] = await Promise.all(
        ['.hero-hint', '.hero-hint li:last-child', '.hero'].map((part) => bottom(page, part)),
      );
      expect(end).toBeLessThanOrEqual(card ?? 0);
      expect(card).toBeLessThanOrEqual(hero ?? 0);
    },
  );
});

describe('a URL without a page', () => {
  it('answers 404 with a search for its words', async () => {
    const { page } = await open();
    const response = await page.goto(`${site}questions/what-is-fihr/`);
    expect(response?.status()).toBe(404);
    expect(await page.locator('main').getByRole('searchbox').inputValue()).toBe('what is fihr');
    await page.locator('main').getByRole('button', { name: 'Search' }).click();
    await page.waitForURL('**/search/?q=what+is+fihr');
  });

  it('redirects when only the case of a code is wrong', async () => {
    const { page } = await open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(`${site}q/${question.code.toUpperCase()}/?from=Chat#hint`);
    await page.waitForURL(`**/${path}#hint`);
    expect(asked).toContain(`${site}q/${question.code}/?from=Chat`);
  });
});

describe('pages', () => {
  it('print what is folded, and nothing to press, even before any script has run', async () => {
    const { page } = await open();
    await page.route(/\.js$/, (route) => route.abort());
    await page.goto(site + path);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('[data-part=hint] .part-body').isVisible()).toBe(true);
    expect(await page.locator(':is(button:not(.term), input, nav a):visible').count()).toBe(0);
  });
});
