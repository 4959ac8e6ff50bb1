import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { faultsOf, looks } from '../accessibility/axe-steps.ts';
import { useBrowser } from '../support/browser.ts';
import { guideOnDisk } from '../support/guide-data.ts';
import { sampled } from '../support/sampled.ts';
import {
  endSession,
  giveScores,
  openPractice,
  openPracticePage,
  passSample,
} from './practice-steps.ts';

const open = useBrowser();
const site = inject('rootSite');
const [first] = guideOnDisk().questions;

describe('each screen of practice is accessible and fits', () => {
  it.each(sampled(looks, 1))('in $colorScheme at $width pixels', async ({ colorScheme, width }) => {
    const { page } = await open({ colorScheme, viewport: { width, height: 800 } });
    const faults: string[] = [];
    const look = async (screen: string): Promise<void> => {
      faults.push(...(await faultsOf(page, screen)));
    };
    await openPracticePage(page, site);
    await page.getByRole('button', { name: 'Start the clock' }).waitFor();
    await look('first question');
    await openPractice(page, site, '1.dance');
    await page.locator('.warning').waitFor();
    await openAll(page);
    await look('plan with a problem');
    await page.goto('about:blank');
    await openPractice(page, site, `1.question.${first?.code}`);
    await page.locator('textarea').fill('Software with a medical purpose, IMDRF, intended use.');
    await page.locator('.menu > summary').click();
    await look('answering, with the menu');
    await page.locator('.menu > summary').click();
    await page.getByRole('button', { name: 'Score a sample, then mine' }).click();
    await page.getByRole('heading', { name: 'Practice scoring on a sample answer' }).waitFor();
    await giveScores(page, 3);
    await page.getByRole('button', { name: 'Compare with the guide' }).click();
    await look('sample compared');
    await page.getByRole('button', { name: 'Now score my answer' }).click();
    await passSample(page);
    await page.locator('.points').waitFor({ state: 'attached' });
    await giveScores(page, 3);
    await page.locator('.follow-up').waitFor();
    await openAll(page);
    await look('result');
    await page.getByRole('button', { name: 'Save and finish' }).click();
    await page.locator('#done').waitFor();
    await look('done');
    await endSession(page);
    await page.getByText('Choose what to practice').click();
    await page.getByRole('button', { name: 'Today’s terms' }).click();
    await page.locator('.flashcard').waitFor();
    await page.keyboard.press(' ');
    await look('flashcard');
    await page.keyboard.press('?');
    await look('keys');
    expect(faults).toEqual([]);
  });
});

function openAll(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('main details:not(.menu)')) {
      details.toggleAttribute('open', true);
    }
  });
}

describe('without scripts', () => {
  it('each room says what it is and links to what works', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    for (const room of ['practice', 'mock', 'kit', 'progress']) {
      await page.goto(`${site}${room}/`);
      const text = await page.locator(`${room}-room`).textContent();
      expect(text).toContain('This page needs JavaScript');
    }
    await page.locator('progress-room a', { hasText: 'questions' }).click();
    await page.waitForURL('**/questions/');
  });
});
