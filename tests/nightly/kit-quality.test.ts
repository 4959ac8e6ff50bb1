import { describe, expect, inject, it } from 'vitest';
import { faultsOf, looks } from '../accessibility/axe-steps.ts';
import { interviewOf, kitButton, openKit, scoresLink } from '../mock/kit-steps.ts';
import { useBrowser } from '../support/browser.ts';

const open = useBrowser();
const site = inject('rootSite');

describe('each screen of the kit is accessible and fits', () => {
  it.each(looks)('in $colorScheme at $width pixels', async ({ colorScheme, width }) => {
    const { page } = await open({ colorScheme, viewport: { width, height: 800 } });
    const faults: string[] = [];
    const look = async (screen: string): Promise<void> => {
      faults.push(...(await faultsOf(page, screen)));
    };
    await openKit(page, site);
    await look('a new interview');
    const interview = interviewOf({ labels: ['A', 'B'] });
    const link = scoresLink(interview, { rater: 'maria', label: 'A', all: 2 });
    await openKit(page, site, link);
    await look('an invitation');
    await kitButton(page, 'Score candidate A').click();
    await page.keyboard.press('4');
    await page.locator('.follow-ups input').first().check();
    await kitButton(page, 'Share').click();
    await look('scoring and sharing');
    await kitButton(page, /^Calibrate/).click();
    await look('calibrating');
    await kitButton(page, 'Back to the candidate').click();
    await kitButton(page, 'Lock scores').click();
    await kitButton(page, 'Lock scores').last().click();
    await look('locked');
    await page.getByRole('link', { name: 'Compare', exact: true }).click();
    await page.locator('.grid button').first().click();
    await page.getByText('Names of raters, and scores to remove').click();
    await look('comparing');
    expect(faults).toEqual([]);
  });
});
