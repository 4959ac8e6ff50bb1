/** What every screen of a study page must hold, whatever it shows. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** The ways in which screens are looked at: both color schemes, both widths, each once. */
export const looks = [
  { colorScheme: 'light', width: 360 },
  { colorScheme: 'dark', width: 1280 },
] as const;

/** What is wrong with what the page now shows: accessibility by axe, and width. */
export async function faultsOf(page: Page, screen: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const [wanted, has] = await page.evaluate(() => [
    document.documentElement.clientWidth,
    document.documentElement.scrollWidth,
  ]);
  return [
    ...violations.map(
      ({ id, nodes }) => `${screen}: ${id} ${nodes.map(({ html }) => html).join(' | ')}`,
    ),
    ...((has ?? 0) > (wanted ?? 0) ? [`${screen}: ${has} pixels wide where ${wanted} are`] : []),
  ];
}
