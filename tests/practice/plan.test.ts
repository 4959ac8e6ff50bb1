import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { AdMatcher } from '../../src/domain/plan/match-ad.ts';
import { planSize } from '../../src/domain/plan/plan.ts';
import { questionDeck } from '../../src/domain/practice/decks.ts';
import { noProgress } from '../../src/domain/progress/record-lists.ts';
import { roles } from '../../src/guide-settings.ts';
import { faultsOf } from '../accessibility/axe-steps.ts';
import { useBrowser } from '../support/browser.ts';
import { storedRecords } from '../support/stored-records.ts';
import { answerWith, openPractice } from './practice-steps.ts';
import { inNewYork, now, offsetAt, openProgress, study } from './progress-steps.ts';

const open = useBrowser();
const site = inject('rootSite');

/** A word that must occur only in the description. The test checks that it isn't sent or stored. */
const secret = 'Zanzibarium';
const wants = study.questions.map(({ label }) => `You know about ${label?.toLowerCase()}.`);
const ad = `${wants.join('\n')}\nWe call it the ${secret} program.`;

/** Returns the codes of the questions that match the description, best first. */
function ranked(): string[] {
  const read = (file: string) => JSON.parse(readFileSync(`dist/data/search/${file}.json`, 'utf8'));
  const matcher = new AdMatcher(read('search').questions, read('terms'));
  return matcher.match(ad).ranking.map(({ code }) => code);
}

/** Returns how many of the questions fit in the days until the interview. */
function sizeOf(codes: readonly string[], interviewOn: string, minutesPerDay: number): number {
  const byCode = new Map(study.questions.map((question) => [question.code, question]));
  const settings = { interviewOn, minutesPerDay, newPerDay: 5, at: now };
  const deck = questionDeck(
    codes.flatMap((code) => byCode.get(code) ?? []),
    noProgress,
  );
  const rest = { cards: [], startedToday: 0, minutesToday: 0 };
  return planSize({ settings, now, offsetAt, deck, ...rest }).count;
}

const labelOf = (code: string): string =>
  study.questions.find((question) => question.code === code)?.label ?? '';

async function picks(page: Page): Promise<string[]> {
  return page.locator('plan-form .picks a').allTextContents();
}

async function storedText(page: Page): Promise<string> {
  const local = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  return local + JSON.stringify(await storedRecords(page));
}

describe('a plan from a job description', () => {
  it('has what fits nine days of half an hour, with reasons, can be edited, and becomes what is practiced; the text stays in the page', async () => {
    const { page, errors, requests } = await open(inNewYork);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await openProgress(page);
    const isLoaded = () => requests.some((request) => request.includes('/data/search/'));
    expect(isLoaded()).toBe(false);
    await page.getByRole('link', { name: 'Make a plan' }).click();
    await page.getByRole('button', { name: roles[0]?.label ?? '', pressed: true }).waitFor();
    expect(isLoaded()).toBe(false);
    await page.getByRole('button', { name: 'Paste a job description' }).click();
    await page.getByLabel('Job description').fill(ad);
    await page.getByRole('button', { name: 'Find the questions' }).click();
    await page.getByText(/\d+ phrases matched/).waitFor();
    const order = ranked();
    const count = sizeOf(order, '2026-12-03', 30);
    await page.getByRole('heading', { name: `Your ${count} questions` }).waitFor();
    expect(await picks(page)).toEqual(order.slice(0, count).map(labelOf));
    // The strip has nine days and the interview.
    const days = page.locator('plan-form .strip li');
    expect(await days.count()).toBe(10);
    // A phrase shows its questions next to it, and closes them when it is pressed again.
    await page.getByText(/\d+ phrases matched/).click();
    const phrase = page.locator('.ad').getByRole('button').first();
    await phrase.click();
    expect(await phrase.getAttribute('aria-expanded')).toBe('true');
    const shown = page.locator('.ad .of-phrase li');
    const labels = order.slice(0, count).map(labelOf);
    expect(labels).toEqual(expect.arrayContaining(await shown.allTextContents()));
    expect(await shown.count()).toBeGreaterThan(0);
    await phrase.click();
    expect(await shown.count()).toBe(0);

    // Both sliders change the plan immediately. Ten minutes per day is the minimum.
    await page.getByRole('slider', { name: 'Minutes per day' }).fill('10');
    const fewer = sizeOf(order, '2026-12-03', 10);
    expect(fewer).toBeLessThan(count);
    await page.getByRole('heading', { name: `Your ${fewer} questions` }).waitFor();
    await page.getByLabel('Days until your interview').focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByText('Dec 2', { exact: true }).waitFor();
    expect(await days.count()).toBe(9);
    // The date can also be typed.
    await page.getByLabel('Or pick the date').fill('2026-12-03');
    await expect.poll(() => days.count()).toBe(10);

    // If a question is removed, the next one takes its spot. A question that the reader adds comes
    // first.
    const [first = '', second = ''] = order;
    await page.getByRole('button', { name: `Remove ${labelOf(second)}` }).click();
    const added = order.at(-1) ?? '';
    await page.getByLabel('Add a question').selectOption(added);
    const edited = [added, first, ...order.slice(2, -1)];
    const size = sizeOf(edited, '2026-12-03', 10);
    await expect.poll(() => picks(page)).toEqual(edited.slice(0, size).map(labelOf));
    expect(await faultsOf(page, 'the form', 'main')).toEqual([]);
    await page.getByRole('button', { name: 'Save this plan' }).click();

    await page.getByRole('heading', { name: `None of your ${size} ready yet` }).waitFor();
    const { settings } = await storedRecords(page);
    const planCodes = edited.slice(0, size);
    expect(settings).toMatchObject([{ interviewOn: '2026-12-03', minutesPerDay: 10, planCodes }]);
    expect(await storedText(page)).not.toContain(secret);
    expect(page.url()).not.toContain(secret);
    expect(sent.join('\n')).not.toContain(secret);

    await openPractice(page, site, '1.today');
    await page
      .getByRole('heading', {
        name: study.questions.find(({ code }) => code === added)?.title ?? '',
      })
      .waitFor();
    await answerWith(page, 4);
    await openProgress(page);
    await page.getByRole('heading', { name: `1 of your ${size} ready so far` }).waitFor();
    await page.getByRole('link', { name: 'Change plan' }).click();
    await page.getByRole('button', { name: 'My plan', pressed: true }).waitFor();
    // The plan keeps its questions, although one of them has been answered.
    expect(await picks(page)).toEqual(planCodes.map(labelOf));
    await page.getByRole('button', { name: 'Delete my plan' }).click();
    await page.getByRole('heading', { name: '1 of 1 practiced question ready' }).waitFor();
    expect((await storedRecords(page))['settings']?.[0]).not.toHaveProperty('planCodes');
    expect(errors).toEqual([]);
  });

  it('shows the new number and the interview on a phone while a slider moves', async () => {
    const { page } = await open({ ...inNewYork, viewport: { width: 360, height: 740 } });
    await page.goto(site);
    const home = page.getByRole('link', { name: 'paste a job description' });
    expect(await home.getAttribute('href')).toBe('/progress/#plan-ad');
    await page.getByRole('link', { name: 'Plan your practice' }).click();
    await page.getByRole('button', { name: 'Choose a role', pressed: true }).waitFor();
    const slider = page.getByLabel('Days until your interview');
    await slider.fill('12');
    for (const seen of ['.well > b', '.dock .primary', '#plan-days']) {
      const box = await page.locator(`plan-form ${seen}`).boundingBox();
      expect((box?.y ?? 999) + (box?.height ?? 0), seen).toBeLessThanOrEqual(740);
    }
    const strip = await page.locator('plan-form .strip ol').boundingBox();
    const interview = await page.locator('plan-form .strip .interview').boundingBox();
    expect((interview?.x ?? 999) + (interview?.width ?? 0)).toBeLessThanOrEqual(
      (strip?.x ?? 0) + (strip?.width ?? 0) + 1,
    );
    await page.getByRole('button', { name: 'Save this plan' }).click();
    // The message is plain text, because it is beside buttons.
    const saved = page.getByText('Your plan is saved.');
    const fill = await saved.evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(fill).toBe('rgba(0, 0, 0, 0)');
    // The saved plan says what the days after the new questions are for.
    await page
      .getByText(/Fri, Dec 4: You review what you learned before you forget it: \d+ answers\./)
      .waitFor();
    await page.getByText('Sat, Dec 5: A short review of your weakest questions.').waitFor();
  });

  it('shows what a job description leads to on the first screen of a phone, and a phrase’s questions near the phrase', async () => {
    const { page } = await open({ ...inNewYork, viewport: { width: 390, height: 844 } });
    await openProgress(page, '#plan-ad');
    await page.getByLabel('Job description').fill(ad);
    await page.getByRole('button', { name: 'Find the questions' }).click();
    const result = page.locator('plan-form .well');
    await result.and(page.locator(':focus')).waitFor();
    await result.getByText(/questions you can learn well in \d+ days/).waitFor();
    const save = page.getByRole('button', { name: 'Save this plan' });
    for (const seen of [result, page.getByLabel('Days until your interview'), save]) {
      const box = await seen.boundingBox();
      expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
    }
    const how = page.getByText('Press a marked phrase to see its questions.');
    expect(await how.isVisible()).toBe(false);
    await page.getByText(/\d+ phrases matched/).click();
    const phrase = page.locator('.ad').getByRole('button').first();
    expect((await how.boundingBox())?.y).toBeLessThan((await phrase.boundingBox())?.y ?? 0);
    await phrase.click();
    const line = await phrase.boundingBox();
    const questions = await page.locator('.ad .of-phrase').boundingBox();
    expect((questions?.y ?? 999) - (line?.y ?? 0)).toBeLessThan(100);
  });

  it('opens from its address on a phone, says when nothing matches or loads, and can be left', async () => {
    const { page, errors } = await open({ ...inNewYork, viewport: { width: 360, height: 740 } });
    await page.route('**/data/search/terms.json', (route) => route.abort());
    await openProgress(page, '#plan-ad');
    const field = page.getByLabel('Job description');
    await field.fill('Lorem ipsum dolor.');
    await page.getByRole('alert').getByText('couldn’t load the words').waitFor();
    await page.unroute('**/data/search/terms.json');
    await page.getByRole('button', { name: 'Find the questions' }).click();
    await page.getByText('We found no words of this guide in it.').waitFor();
    expect(await field.inputValue()).toBe('Lorem ipsum dolor.');
    // The field, both choices, and the way out are on the first screen.
    for (const name of ['Choose a role', 'Paste a job description', 'Cancel']) {
      expect((await page.getByRole('button', { name }).boundingBox())?.y).toBeLessThan(740);
    }
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { name: 'Your readiness starts with one answer' }).waitFor();
    expect((await storedRecords(page))['settings']).toEqual([]);
    // The browser logs the failed request.
    expect(errors.filter((error) => !error.includes('ERR_FAILED'))).toEqual([]);
  });
});
