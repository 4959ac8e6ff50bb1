import { describe, expect, inject, it } from 'vitest';
import { faultsOf, looks } from './axe-steps.ts';
import { useBrowser } from './browser.ts';
import { guideOnDisk } from './guide-data.ts';
import { openPractice, uncover } from './practice-steps.ts';

const open = useBrowser();
const site = inject('rootSite');
const [first] = guideOnDisk().questions;

describe('each screen of practice is accessible and fits', () => {
  it.each(looks)('in $colorScheme at $width pixels', async ({ colorScheme, width }) => {
    const { page } = await open({ colorScheme, viewport: { width, height: 800 } });
    const faults: string[] = [];
    const look = async (screen: string): Promise<void> => {
      faults.push(...(await faultsOf(page, screen)));
    };
    await openPractice(page, site);
    await look('home');
    await openPractice(page, site, '1.dance');
    await look('home with a problem');
    await page.goto('about:blank');
    await openPractice(page, site, `1.question.${first?.code}`);
    await look('question');
    await page.getByRole('button', { name: 'Type it' }).click();
    await page.locator('textarea').fill('Software with a medical purpose, IMDRF, intended use.');
    await look('answering');
    await page.keyboard.press('Control+Enter');
    await uncover(page, 'Outline', 'Rubric');
    await page.locator('.points').waitFor();
    await look('rubric');
    await uncover(page, 'Model answer', 'They may ask next');
    await look('before the end');
    await page.locator('fieldset.criterion').first().getByRole('radio', { name: '3' }).check();
    await page.getByRole('button', { name: 'Finish with these scores' }).click();
    await page.locator('#scored').waitFor();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('main details'))
        details.toggleAttribute('open', true);
    });
    await look('scored');
    await page.getByRole('button', { name: 'Finish' }).click();
    await look('done');
    await page.getByRole('button', { name: 'Choose what to practice' }).click();
    await page.getByRole('button', { name: 'Terms of today' }).click();
    await page.locator('.flashcard').waitFor();
    await page.keyboard.press('n');
    await look('flashcard');
    await page.keyboard.press('?');
    await look('keys');
    expect(faults).toEqual([]);
  });
});

describe('without scripts', () => {
  it('the practice page says what it is and leads to the questions', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}practice/`);
    expect(await page.locator('practice-room').textContent()).toContain('It needs scripts');
    await page.locator('practice-room a', { hasText: 'questions' }).click();
    await page.waitForURL('**/questions/');
  });
});
