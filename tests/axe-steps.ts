/** What every screen must hold, whatever it shows: accessibility by axe, and width. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** The ways in which screens are looked at: both color schemes, both widths, each once. */
export const looks = [
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 1280 },
] as const;

/** Every rule of axe for WCAG 2.2 A and AA, and what its authors hold to be good practice. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What is wrong with what the page now shows.
 *
 * @param screen what it is called in messages
 * @param parts selectors, if not the whole page is looked at
 */
export function faultsOf(
  page: Page,
  screen: string,
  ...parts: readonly string[]
): Promise<string[]> {
  return findFaults(page, screen, (axe) => {
    for (const part of parts) axe.include(part);
    return axe.withTags(standards);
  });
}

/**
 * What is wrong with the page by some rules of axe alone: those that may judge otherwise after the
 * colors or the width have changed.
 */
export function faultsByRules(
  page: Page,
  screen: string,
  rules: readonly string[],
): Promise<string[]> {
  return findFaults(page, screen, (axe) => axe.withRules([...rules]));
}

async function findFaults(
  page: Page,
  screen: string,
  choose: (axe: AxeBuilder) => AxeBuilder,
): Promise<string[]> {
  // What the header covers at this place of the page is not covered at another.
  await page.evaluate(() => scrollTo(0, 0));
  // No page has frames, so axe may run in the page itself, which takes a quarter of the time.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
  const { violations } = await choose(axe).analyze();
  const [wanted = 0, has = 0] = await page.evaluate(() => [
    document.documentElement.clientWidth,
    document.documentElement.scrollWidth,
  ]);
  return [
    ...violations.map(
      ({ id, nodes }) => `${screen}: ${id} ${nodes.map(({ html }) => html).join(' | ')}`,
    ),
    ...(has > wanted ? [`${screen}: ${has} pixels wide where ${wanted} are`] : []),
  ];
}

/** What is wrong with the page as it is in the other two looks: dark and narrow, light and wide. */
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
