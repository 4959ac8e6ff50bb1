import { describe, expect, inject, it } from 'vitest';
import { faultsOf, looks } from '../accessibility/axe-steps.ts';
import { faintParts } from '../accessibility/drawing-contrast.ts';
import { guessByKeys, labReady, openByLink } from '../labs/lab-steps.ts';
import { allLabs } from '../labs/labs-on-disk.ts';
import { useBrowser } from '../support/browser.ts';

const open = useBrowser();
const site = inject('rootSite');

// accessibility-pages.test.ts checks the state before the guess.
describe('each lab is accessible and fits after the guess', () => {
  it.each(looks)('in $colorScheme at $width pixels', async ({ colorScheme, width }) => {
    // So tall that the bar at the bottom covers nothing. Otherwise, axe would report its buttons,
    // even though they are in front.
    const { page } = await open({ colorScheme, viewport: { width, height: 3000 } });
    const faults: string[] = [];
    for (const { id } of allLabs) {
      await page.goto(`${site}labs/${id}/`);
      const lab = await labReady(page);
      await guessByKeys(lab);
      for (const details of await lab.locator('details').all()) {
        await details.evaluate((element) => element.toggleAttribute('open', true));
      }
      faults.push(...(await faultsOf(page, id)), ...(await faintParts(page, id)));
    }
    expect(faults).toEqual([]);
  });
});

describe('with the system’s colors', () => {
  it.each(['light', 'dark'] as const)(
    'the chosen cell of the grid is readable on a %s background',
    async (colorScheme) => {
      const { page } = await open({ colorScheme, forcedColors: 'active' });
      const lab = await openByLink(
        page,
        site,
        'samd-category',
        'product=stroke&cell=critical-treat',
      );
      const colors = await lab.locator('button[aria-pressed=true]').evaluate((button) => {
        const inner = button.querySelector('strong') ?? button;
        return [getComputedStyle(button).backgroundColor, getComputedStyle(inner).color];
      });
      const system = await page.evaluate(() => {
        const probe = document.createElement('p');
        probe.style.cssText = 'forced-color-adjust:none;background:Highlight;color:HighlightText';
        document.body.append(probe);
        const { backgroundColor, color } = getComputedStyle(probe);
        probe.remove();
        return [backgroundColor, color];
      });
      expect(colors).toEqual(system);
    },
  );
});
