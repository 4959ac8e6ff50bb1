/**
 * Runs axe on a page and measures the contrast of its drawings, in several combinations of theme
 * and width. Also checks the page in a small window.
 */
import { globSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { faultsByRules, faultsOf } from '../accessibility/axe-steps.ts';
import { faintParts } from '../accessibility/drawing-contrast.ts';
import { misfits, smallWindow } from './small-window.ts';

/** Each color scheme at each width. The second combination differs from the first in both. */
const allLooks = [
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 1280 },
  { colorScheme: 'dark', width: 360 },
  { colorScheme: 'light', width: 1280 },
] as const;

/** The axe rules whose results may depend on colors or width. */
const rulesOfLooks = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
];

/**
 * How much is checked. `all looks` checks every axe rule in all four combinations. `opposite looks`
 * checks every rule in the first combination, and those that depend on color or size in the
 * opposite combination. `first look` checks every rule in the first combination only.
 */
export type Depth = 'all looks' | 'opposite looks' | 'first look';

/** Returns the paths of all pages in a built site except the short links under `q/`. */
export function sitePages(dist: string): string[] {
  return globSync('**/*.html', { cwd: dist, exclude: ['pagefind', 'q'] })
    .map((file) => file.replace(/(^|\/)index\.html$/, '$1'))
    .sort();
}

/** Opens a page, expands everything, and returns the problems in all checked combinations. */
export async function sweep(page: Page, address: string, depth: Depth): Promise<string[]> {
  const { pathname } = new URL(address);
  const faults: string[] = [];
  await page.setViewportSize({ width: allLooks[0].width, height: 900 });
  await page.goto(address);
  await unfold(page);
  await wakeLabs(page);
  const looks = allLooks.slice(0, { 'all looks': 4, 'opposite looks': 2, 'first look': 1 }[depth]);
  for (const { colorScheme, width } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const name = `${pathname} ${colorScheme} at ${width}`;
    const isWhole = depth === 'all looks' || width === 360;
    faults.push(
      ...(isWhole ? await faultsOf(page, name) : await faultsByRules(page, name, rulesOfLooks)),
      ...(await faintParts(page, name)),
    );
  }
  await page.setViewportSize(smallWindow);
  faults.push(...(await misfits(page, `${pathname} at 400%`)));
  return faults;
}

/** Loads the labs, which aren't drawn until they are near the viewport. */
async function wakeLabs(page: Page): Promise<void> {
  for (const lab of await page.locator('guide-lab').all()) {
    await lab.scrollIntoViewIfNeeded();
    await lab.and(page.locator('[data-ready]')).waitFor();
  }
}

/** Opens everything that is collapsed, and shows all definitions where they are in the page. */
async function unfold(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
    for (const definition of document.querySelectorAll('.definition')) {
      definition.removeAttribute('popover');
    }
  });
}
