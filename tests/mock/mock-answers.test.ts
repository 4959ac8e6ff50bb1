import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { storedText, storeFirst } from '../support/stored-records.ts';
import {
  asked,
  continueRun,
  linkOf,
  openMockPage,
  press,
  raterCode,
  scoringRun,
  take,
  threeQuestions,
} from './mock-steps.ts';

const open = useBrowser();
const site = inject('rootSite');
const link = linkOf();

describe('an answer', () => {
  it('says why it can’t be recorded, and the interview continues', async () => {
    const { page } = await open();
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await take(page, link);
    await press(page, 'Record answers');
    await page.getByRole('alert').getByText('microphone').waitFor();
    await page.getByRole('button', { name: 'Record answers', pressed: false }).waitFor();
    await press(page, 'Next question');
    expect(await asked(page)).toBe(threeQuestions[1]?.title);
  });

  it('is scored next to the model answer, which unfolds in place', async () => {
    const { page } = await open();
    await page.route('**/questions/**', (route) => route.abort());
    await continueRun(page, scoringRun());
    await page.getByRole('alert').getByText('couldn’t load').waitFor();
    await page.unroute('**/questions/**');
    await press(page, 'Try again');
    await page.locator('summary', { hasText: 'Model answer' }).click();
    await page.locator('.scoring .prose p').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/mock/');
    await press(page, 'Next answer');
    // It is closed again, because it belongs to another answer.
    await page.locator('summary', { hasText: 'Model answer' }).waitFor();
    expect(await page.locator('.scoring details[open]').count()).toBe(0);
  });
});

describe('mock interviews from an earlier version', () => {
  const codes = threeQuestions.map(({ code }) => code);
  const old = `1.3.15.beginner.fhir.c29l0.5f2c9a01.${codes.join('')}`;

  it('open from their links, with the questions in their order', async () => {
    const { page, errors } = await open();
    await openMockPage(page, `#${old.toUpperCase()}.`);
    await page.getByRole('heading', { name: '3 questions in 15 minutes' }).waitFor();
    await press(page, 'Start the interview');
    expect(await asked(page)).toBe(threeQuestions[0]?.title);
    expect(errors).toEqual([]);
  });

  it('become interviews of the kit, with a code that was pasted into a scorecard', async () => {
    const { page } = await open();
    const partner = raterCode(1, 1, old);
    const card = {
      version: 1,
      link: old,
      candidate: 'Zoë',
      questions: threeQuestions.map(({ code, criteria }) => ({
        code,
        scores: criteria.map(() => 3),
        note: '',
        clock: { spent: 0, since: null },
      })),
      isLocked: true,
      partnerCode: partner.toLowerCase(),
    };
    await storeFirst(page, 'scorecard', JSON.stringify(card));
    await page.goto(`${site}mock/?as=interviewer#${old}`);
    await page.locator('kit-room[data-ready]').waitFor();
    expect(await page.getByLabel('Name of candidate A').inputValue()).toBe('Zoë');
    await page.getByRole('link', { name: 'Compare' }).click();
    await page.getByText(/You and rater 2 differ on \d+ criteria/).waitFor();
    const lines = page.locator('.talk .line');
    expect(await lines.first().getAttribute('aria-label')).toBe('You: 3, Rater 2: 1');
    expect(await storedText(page, 'scorecard')).toBeNull();
  });
});
