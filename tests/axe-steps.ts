/** Checks for every screen: accessibility with axe, and width. */
import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import type { RunOnly } from 'axe-core';
import type { Page } from 'playwright-core';

/** Combinations in which screens are checked: both color schemes, both widths, each once. */
export const looks = [
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 1280 },
] as const;

/** Every rule of axe for WCAG 2.2 A and AA, and what its authors hold to be good practice. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Violations on the current page.
 *
 * @param screen what it is called in messages
 * @param parts selectors, if not the whole page is looked at
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

/** Violations of some axe rules alone: those whose result can change with colors or width. */
export function faultsByRules(
  page: Page,
  screen: string,
  rules: readonly string[],
): Promise<string[]> {
  return findFaults(page, screen, ['html'], { type: 'rule', values: [...rules] });
}

/** The same program as `axe.source`, of which pages read less than half as much. */
const script = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** The page as a script sees it after axe has been put into it. */
interface WindowWithAxe {
  readonly axe?: typeof axe;
}

/**
 * Runs axe in the page itself: no page has frames, and its own driver for Playwright takes three
 * times as long, most of it to describe what is well.
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
      // An element covered by the header at this scroll position is visible at another.
      scrollTo(0, 0);
      const found = await (window as WindowWithAxe).axe?.run(
        { include: [...include] },
        {
          runOnly: rules,
          resultTypes: ['violations'],
          preload: false,
        },
      );
      if (found === undefined) throw new Error('axe is not in the page.');
      const { clientWidth, scrollWidth } = document.documentElement;
      return [
        ...found.violations.map(
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

/** Violations in the other two combinations: dark and narrow, light and wide. */
export async function axeFindings(page: Page, ...parts: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const [colorScheme, width] of [
    ['dark', 360],
    ['light', 1280],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    found.push(...(await faultsOf(page, `${colorScheme} at ${width}`, ...parts)));
  }
  return found;
}
