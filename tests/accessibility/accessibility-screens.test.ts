import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { home, levels } from '../../src/guide-settings.ts';
import { inNewYork } from '../practice/progress-steps.ts';
import { search, subject, wanted } from '../search/search-steps.ts';
import { useBrowser } from '../support/browser.ts';
import { isFullSweep, sampled } from '../support/sampled.ts';
import { screens } from '../support/screens.ts';
import { misfits, smallWindow } from '../support/small-window.ts';
import { faintParts } from './drawing-contrast.ts';
import { readNames } from './name-steps.ts';

const open = useBrowser();
const site = inject('rootSite');

describe.each(sampled(Object.entries(screens), 2))('%s', (name, go) => {
  it('fits at 400% zoom, and every control has a name', async () => {
    const { page } = await open({ viewport: smallWindow, ...inNewYork });
    await go(page);
    expect(await misfits(page, name)).toEqual([]);
    const { titles, faults } = await readNames(page);
    expect(faults).toEqual([]);
    // Elements behind a dialog are hidden.
    expect(titles.length).toBe((await page.locator('dialog:modal').count()) > 0 ? 0 : 1);
  });
});

describe('landmarks', () => {
  const structures: readonly [path: string, places: string[]][] = [
    ['', ['banner', 'navigation: Sections', 'main']],
    ['questions/', ['banner', 'navigation: Main', 'main']],
    ['search/', ['banner', 'navigation: Main', 'main', 'search']],
    [
      'labs/threshold/#lab-threshold?v=1',
      ['banner', 'navigation: Main', 'main', 'form: Move the threshold'],
    ],
    [`print/${levels[0].id}/`, ['banner', 'navigation: Contents', 'main']],
  ];
  it.each(sampled(structures, 2))('/%s has the expected landmarks', async (path, places) => {
    const { page } = await open({ viewport: { width: 1280, height: 800 } });
    await page.goto(site + path);
    // A lab doesn't show its form until it runs.
    if (path.startsWith('labs/')) await page.locator('guide-lab[data-ready]').waitFor();
    const { landmarks, titles, faults } = await readNames(page);
    expect(landmarks).toEqual(expect.arrayContaining(places));
    expect(titles).toHaveLength(1);
    expect(faults).toEqual([]);
    expect(await page.getAttribute('html', 'lang')).toBe('en');
  });
});

describe('with the system’s colors', () => {
  const colorSchemes = ['light', 'dark'] as const;

  // This test is slow, and few changes can break it, so only a full sweep runs it.
  it.each(isFullSweep ? colorSchemes : [])(
    'marks, bars, choices, and lines stay visible with forced colors (%s)',
    async (colorScheme) => {
      const other = colorScheme === 'light' ? 'dark' : 'light';
      const { page } = await open({ colorScheme, forcedColors: 'active', ...inNewYork });
      await page.addInitScript((theme) => localStorage.setItem('starlight-theme', theme), other);
      const labs = ['threshold', 'predictive-value'].map((id) => `labs/${id}/#lab-${id}?v=1`);
      for (const path of [...sampled(labs, 1), `questions/${wanted.slug}/`]) {
        // The stylesheet with the drawings' colors loads late.
        await page.goto(site + path, { waitUntil: 'networkidle' });
        expect(await page.getAttribute('html', 'data-theme')).toBe(other);
        expect(await faintParts(page, path)).toEqual([]);
      }
      expect(await contrastOf(page, '.eyebrow .guide-icon', '', 'stroke')).toBeGreaterThanOrEqual(
        3,
      );
      await screens['the search dialog with results']?.(page);
      const option = page.locator('dialog [aria-selected=true]');
      expect(await option.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid');
      await screens['the progress of a reader']?.(page);
      // The ring's dashes show how many questions are ready.
      const ready = page.locator('.ring circle.ready');
      expect(await ready.getAttribute('stroke-dasharray')).toMatch(/^0\.93 /);
      for (const look of ['ready', 'started']) {
        const contrast = await contrastOf(page, `.ring circle.${look}`, '', 'stroke');
        expect(contrast, look).toBeGreaterThanOrEqual(3);
      }
      expect(await faintParts(page, 'the progress of a reader')).toEqual([]);
      await page.goto(`${site}labs/deidentify/#lab-deidentify?v=1`);
      await page.locator('guide-lab[data-ready]').waitFor();
      const pressed = page.locator('.lab button[aria-pressed=false]').first();
      await pressed.click();
      await expect
        .poll(() => contrastOf(page, '.lab button[aria-pressed=true]'))
        .toBeGreaterThanOrEqual(3);
    },
  );

  it.each(sampled(colorSchemes, 1))(
    'the searched word in the title of a result can be read (%s)',
    async (colorScheme) => {
      const { page } = await open({ colorScheme, forcedColors: 'active', ...inNewYork });
      await screens['the search dialog with results']?.(page);
      const mark = 'strong mark';
      expect(await contrastOf(page, `dialog ${mark}`, '', 'color')).toBeGreaterThanOrEqual(4.5);
      await search(page, `q=${subject}`);
      expect(await contrastOf(page, `main ${mark}`, '', 'color')).toBeGreaterThanOrEqual(4.5);
    },
  );
});

describe('for readers who prefer less motion', () => {
  it('nothing moves by itself; for other readers, some parts move', async () => {
    const { page } = await open({ reducedMotion: 'reduce', ...inNewYork });
    await page.addInitScript(() =>
      addEventListener('pagereveal', (event) => {
        document.documentElement.dataset['moved'] = String(event.viewTransition !== null);
      }),
    );
    const movingParts = () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll('*')].filter((element) => {
            const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
            if (!element.checkVisibility()) return false;
            const isStill = transitionDuration === '0s' && animationName === 'none';
            return !isStill || scrollBehavior !== 'auto';
          }).length,
      );
    /** Follows a link, and returns "true" if the page transition is animated. */
    const pagesMove = async (link: string, path: string) => {
      await page.locator(link).first().click();
      await page.waitForURL(({ pathname }) => pathname === path);
      return page.getAttribute('html', 'data-moved');
    };
    await screens['the progress of a reader']?.(page);
    expect(await movingParts()).toBe(0);
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await pagesMove('header .brand', '/')).toBe('true');
    // On the start page, the curve moves.
    if (home.hasThreshold) expect(await movingParts()).toBeGreaterThan(0);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    expect(await movingParts()).toBe(0);
    expect(await pagesMove('main a[href^="/practice/"]', '/practice/')).toBe('false');
  });
});

/** Returns the contrast between the page's background and one of an element's colors. */
function contrastOf(
  page: Page,
  selector: string,
  pseudo = '',
  property: 'backgroundColor' | 'color' | 'stroke' = 'backgroundColor',
): Promise<number> {
  return page
    .locator(selector)
    .first()
    .evaluate(
      (element, [part, property]) => {
        const canvas = document.createElement('canvas').getContext('2d');
        if (canvas === null) throw new Error('The browser has no canvas.');
        const luminance = (...colors: readonly string[]): number => {
          for (const color of colors) {
            canvas.fillStyle = color;
            canvas.fillRect(0, 0, 1, 1);
          }
          const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map(
            (channel) =>
              channel <= 10 ? channel / 3295 : ((channel / 255 + 0.055) / 1.055) ** 2.4,
          );
          return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        };
        const ground = getComputedStyle(document.body).backgroundColor;
        const values = [
          luminance(ground),
          luminance(ground, getComputedStyle(element, part)[property]),
        ];
        return (Math.max(...values) + 0.05) / (Math.min(...values) + 0.05);
      },
      [pseudo, property] as const,
    );
}
