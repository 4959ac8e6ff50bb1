/** Checks a screen's accessibility with axe, and checks that the screen doesn't scroll sideways. */
import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import type { RunOnly } from 'axe-core';
import type { Page } from 'playwright-core';
import { sampled } from '../support/sampled.ts';

/** The combinations in which screens are checked. Each color scheme and each width occurs once. */
export const looks = [
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 1280 },
] as const;

const otherLooks = [
  { colorScheme: 'dark', width: 360 },
  { colorScheme: 'light', width: 1280 },
] as const;

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Returns the violations on the current page.
 * @param screen the name of the screen in messages
 * @param parts selectors, if only parts of the page are checked
 */
export function faultsOf(
  page: Page,
  screen: string,
  ...parts: readonly string[]
): Promise<string[]> {
  return findFaults(page, screen, parts.length === 0 ? ['html'] : parts, {
    type: 'tag',
    values: standards,
  });
}

export function faultsByRules(
  page: Page,
  screen: string,
  rules: readonly string[],
): Promise<string[]> {
  return findFaults(page, screen, ['html'], { type: 'rule', values: [...rules] });
}

/** The same program as `axe.source`, but less than half its size. */
const script = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

interface WindowWithAxe {
  readonly axe?: typeof axe;
}

/**
 * Runs axe in the page itself, which works because no page has frames. Axe's driver for Playwright
 * takes three times as long, mostly because it describes the checks that pass.
 */
async function findFaults(
  page: Page,
  screen: string,
  parts: readonly string[],
  runOnly: RunOnly,
): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(script);
  return page.evaluate(
    async ([name, include, rules]) => {
      // At the top of the page, the header covers nothing. Elsewhere, it may cover elements that
      // become visible when the page scrolls.
      scrollTo(0, 0);
      const results = await (window as WindowWithAxe).axe?.run(
        { include: [...include] },
        {
          runOnly: rules,
          resultTypes: ['violations'],
          preload: false,
        },
      );
      if (results === undefined) throw new Error('axe is not in the page.');
      const { clientWidth, scrollWidth } = document.documentElement;
      return [
        ...results.violations.map(
          ({ id, nodes }) => `${name}: ${id} ${nodes.map(({ html }) => html).join(' | ')}`,
        ),
        ...(scrollWidth > clientWidth
          ? [`${name}: ${scrollWidth} pixels wide where ${clientWidth} are`]
          : []),
      ];
    },
    [screen, parts, runOnly] as const,
  );
}

/**
 * Returns the violations on the dark, narrow page and, in a full sweep, also on the light, wide
 * one.
 */
export async function axeFindings(page: Page, ...parts: string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { colorScheme, width } of sampled(otherLooks, 1)) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    faults.push(...(await faultsOf(page, `${colorScheme} at ${width}`, ...parts)));
  }
  return faults;
}
