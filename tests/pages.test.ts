import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { levels } from '../src/guide.ts';
import { frameScript, lateSheet, useBrowser } from './browser.ts';
import { guideOnDisk } from './guide-data.ts';
import { sampled } from './sampled.ts';

const open = useBrowser();
const site = inject('rootSite');
const guide = guideOnDisk();

describe('the question pages', () => {
  let page: Page;
  let errors: string[];
  beforeAll(async () => {
    // Without JavaScript, a page can't affect the next one.
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
      expect(await page.locator('[data-part="listening"] p').first().isVisible()).toBe(true);
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
  it('lists the six levels with question counts, and opens the current one', async () => {
    const { page } = await open();
    await page.goto(`${site}questions/what-is-fhir/`);
    const groups = page.locator('#levels > li > details');
    expect(await groups.locator('summary').allTextContents()).toEqual(
      levels.map(({ label }, index) =>
        expect.stringMatching(new RegExp(`${label}\\s+${guide.levels[index]?.questions.length}`)),
      ),
    );
    expect(
      await groups.evaluateAll((all) => all.map((group) => (group as HTMLDetailsElement).open)),
    ).toEqual([true, false, false, false, false, false]);
    expect(await page.locator('#levels a[aria-current="page"]').textContent()).toContain(
      'What is FHIR',
    );
  });

  it('lists the questions of another level when it is unfolded', async () => {
    const { page, errors } = await open();
    await page.goto(`${site}questions/what-is-fhir/`);
    const group = page.locator('#levels > li > details').nth(2);
    await group.locator('summary').click();
    const advanced = guide.levels[2]?.questions ?? [];
    await group.locator('a', { hasText: advanced.at(-1)?.label ?? '' }).waitFor();
    expect((await group.locator('a').allTextContents()).map((text) => text.trim())).toEqual([
      ...advanced.map(({ label }) => label),
      `All ${advanced.length} questions`,
    ]);
    await group.locator('a').first().click();
    await page.waitForURL(`**/questions/${advanced[0]?.slug}/`);
    expect(errors).toEqual([]);
  });

  it('keeps the link to the level when its questions fail to load', async () => {
    const { page } = await open();
    await page.route('**/levels/**', (route) => route.abort());
    await page.goto(`${site}questions/what-is-fhir/`);
    const group = page.locator('#levels > li > details').nth(2);
    const asked = page.waitForEvent('requestfailed');
    await group.locator('summary').click();
    await asked;
    expect(await group.locator('a').allTextContents()).toHaveLength(1);
  });

  it('opens as a menu on a phone, and opens a question', async () => {
    const { page } = await open({ viewport: { width: 360, height: 740 } });
    await page.goto(`${site}questions/what-is-fhir/`);
    expect(await page.locator('#levels').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Menu' }).click();
    await page.locator('#levels a', { hasText: 'HIPAA for AI' }).click();
    await page.waitForURL('**/questions/hipaa-for-ai-products/');
  });
});

describe('shortcuts on a question page', () => {
  it('are listed on ?, and [ and ] open the previous and next question', async () => {
    const { page, errors } = await open();
    await page.goto(`${site}questions/what-is-fhir/`);
    await frameScript(page);
    await page.keyboard.press('?');
    const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await list.getByText('Next question').waitFor();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    await page.keyboard.press(']');
    await page.waitForURL('**/questions/hipaa-for-ai-products/');
    await frameScript(page);
    await page.keyboard.press('[');
    await page.waitForURL('**/questions/what-is-fhir/');
    expect(errors).toEqual([]);
  });

  it('single-letter shortcuts do nothing once they are off', async () => {
    const { page } = await open();
    await page.goto(`${site}questions/what-is-fhir/`);
    await frameScript(page);
    await page.keyboard.press('?');
    await page.getByLabel('Use single letters and digits as shortcuts').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press(']');
    await page.keyboard.press('?');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: 'Search the guide' }).waitFor();
    expect(page.url()).toContain('what-is-fhir');
    expect(await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).count()).toBe(0);
  });
});

describe('lists', () => {
  it('each level and each topic has a page with its questions in order', async () => {
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
  });

  it('show all fifty on one page', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}questions/`);
    expect(await page.locator('[data-question-list] > li').count()).toBe(guide.questions.length);
  });
});

describe('the start page', () => {
  it('explains the guide in one screen, says that it isn’t legal or medical advice, and lets a reader start, on a phone and on a desktop', async () => {
    for (const viewport of [
      { width: 360, height: 740 },
      { width: 1280, height: 800 },
    ]) {
      const { page } = await open({ viewport });
      await page.goto(site);
      expect(await page.getByText('not legal or medical advice').first().isVisible()).toBe(true);
      for (const part of [
        page.locator('h1'),
        page.getByText('they’ll ask you about clinical AI'),
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
    await page.goto(`${site}q/XT6/`);
    await page.waitForURL('**/questions/what-is-fhir/');
  });
});

describe('pages', () => {
  it('print what is folded', async () => {
    const { page } = await open();
    await page.goto(`${site}questions/what-is-fhir/`);
    await lateSheet(page);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#hint').isVisible()).toBe(true);
    expect(await page.locator('.part copy-text').first().isVisible()).toBe(false);
  });

  it('name the license of text and code', () => {
    expect(readFileSync('LICENSE', 'utf8')).toMatch(/CC BY 4\.0[\s\S]*MIT License/);
  });
});
