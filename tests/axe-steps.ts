import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const looks = [
  { width: 1280, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
] as const;

/** What axe finds in parts of the page as it is, at both widths and in both color schemes. */
export async function axeFindings(page: Page, ...parts: string[]): Promise<string[]> {
  const found: string[] = [];
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.locator(`html[data-theme=${colorScheme}]`).waitFor();
    const axe = new AxeBuilder({ page });
    for (const part of parts) axe.include(part);
    const { violations } = await axe
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    found.push(
      ...violations.map(
        ({ id, nodes }) => `${width} ${id} ${nodes.map(({ html }) => html).join(' | ')}`,
      ),
    );
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth);
    if (overflow > width) found.push(`${width}: the page is ${overflow} pixels wide`);
  }
  return found;
}
