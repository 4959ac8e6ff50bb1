import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { practiceDays } from '../../src/domain/plan/practice-days.ts';
import { type QuestionState, questionStates, readyScore } from '../../src/domain/plan/readiness.ts';
import { weakestCriteria } from '../../src/domain/plan/weakest-criteria.ts';
import { questionDeck } from '../../src/domain/practice/decks.ts';
import { planInput } from '../../src/domain/practice/make-queue.ts';
import { writeProgressFile } from '../../src/domain/progress/progress-file.ts';
import { noProgress } from '../../src/domain/progress/record-lists.ts';
import { dayLength } from '../../src/domain/review/days.ts';
import { forecast } from '../../src/domain/review/forecast.ts';
import { newCard, reviewCard } from '../../src/domain/review/fsrs.ts';
import { storage } from '../../src/guide-settings.ts';
import { faultsOf } from '../accessibility/axe-steps.ts';
import { useBrowser } from '../support/browser.ts';
import { itNightly } from '../support/it-nightly.ts';
import { sampled } from '../support/sampled.ts';
import { writeRaw } from '../support/stored-records.ts';
import { openPracticePage } from './practice-steps.ts';
import {
  fileFrom,
  importFile,
  importProgress,
  inNewYork,
  now,
  offsetAt,
  openData,
  openProgress,
  openTab,
  realProgress,
  study,
} from './progress-steps.ts';

const open = useBrowser();
const site = inject('rootSite');
const deck = questionDeck(study.questions, noProgress);
const planCodes = realProgress().settings[0]?.planCodes ?? [];

const countOf = (states: readonly QuestionState[], state: QuestionState['state']): number =>
  states.filter((entry) => entry.state === state).length;

const labelOf = (code = ''): string =>
  study.questions.find((question) => question.code === code)?.label ?? '';

const weekdayOf = (day: string): string =>
  new Date(day).toLocaleDateString('en-US', { weekday: 'short', timeZone: 'UTC' });

async function textsOf(page: Page, selector: string): Promise<string[]> {
  const texts = await page.locator(selector).allTextContents();
  return texts.map((text) => text.trim().replace(/\s+/g, ' '));
}

describe('for a reader with a plan', () => {
  const { reviews } = realProgress();
  const states = questionStates(planCodes, reviews);
  const ready = countOf(states, 'ready');
  const plan = forecast(planInput(deck, { progress: realProgress(), now, offsetAt }));
  let page: Page;
  let errors: string[];
  beforeAll(async () => {
    ({ page, errors } = await open(inNewYork));
    await openProgress(page);
    await importProgress(page, realProgress());
    await openTab(page, 'Scores');
  });
  afterAll(() => expect(errors).toEqual([]));

  it('readiness counts the questions of the plan, and no others', async () => {
    // All three states occur, and some practiced questions aren't in the plan.
    for (const state of ['ready', 'started', 'new'] as const) {
      expect(countOf(states, state), state).toBeGreaterThan(0);
    }
    await page
      .getByRole('heading', { name: `${ready} of your ${states.length} ready so far` })
      .waitFor();
    const started = countOf(states, 'started');
    const name = `${ready} of ${states.length} questions ready, ${started} started, ${countOf(states, 'new')} not started`;
    await page.getByRole('img', { name }).waitFor();
    await page.getByText(`Interview in ${plan.days.length} days.`).waitFor();
    // Each day has other questions, so the days aren't compared.
    const title = `Mean score per day ready, ${readyScore}`;
    expect(await textsOf(page, '.ready-head .line > p')).toEqual([title]);
    // Scores beyond the first 15 are collapsed, but they are in the HTML.
    const listed = await textsOf(page, '#scores .score-list li');
    for (const [place, { score }] of states.entries()) {
      expect(listed[place]).toContain(score === undefined ? 'new' : score.toFixed(1));
    }
    const others = new Set(reviews.map(({ card }) => card.slice('question:'.length)));
    for (const code of planCodes) others.delete(code);
    expect(others.size).toBeGreaterThan(0);
    expect(listed).toHaveLength(states.length + others.size);
    const shown = Math.min(states.length, 15);
    expect(await page.locator('#scores .score-list li:visible').count()).toBe(shown);
    await page.getByText(`${others.size} questions also practiced`).click();
    await page.getByRole('link', { name: labelOf([...others].at(-1)), exact: true }).waitFor();
  });

  it('the strip has the minutes of each day, done and planned, up to the interview', async () => {
    const done = practiceDays(reviews, deck, now, offsetAt);
    const minutesOn = (day: string): string =>
      String(done.find((entry) => entry.day === day)?.minutes ?? '–');
    const past = ['18', '19', '20', '21', '22', '23'].map((day, place) => {
      const name = place === 0 ? `Nov ${day}` : `${weekdayOf(`2026-11-${day}`)} ${day}`;
      return `${name} ${minutesOn(`2026-11-${day}`)}`;
    });
    const ahead = plan.days.map(({ day, minutes }, place) => {
      const name =
        place === 0
          ? 'Today'
          : day.endsWith('-01')
            ? 'Dec 1'
            : `${weekdayOf(day)} ${Number(day.slice(8))}`;
      return `${name} ${minutes || '–'}`;
    });
    expect(await textsOf(page, '.strip li')).toEqual([...past, ...ahead, 'Dec 8 Interview']);
    expect(Math.max(...plan.days.map(({ minutes }) => minutes))).toBeLessThanOrEqual(30);
  });

  it('the weakest criteria come with the question to practice', async () => {
    const planned = study.questions.filter(({ code }) => planCodes.includes(code));
    const weakest = weakestCriteria(planned, reviews, 3);
    expect(weakest).toHaveLength(3);
    // A question's other weak criteria aren't listed, so the list doesn't claim to have the lowest.
    const list = page.getByRole('region', { name: 'What to fix first' });
    await list.getByText('From each question, only the criterion').waitFor();
    const cards = page.locator('.weakest li');
    expect(await cards.locator('h3').allTextContents()).toEqual(
      weakest.map(({ criterion }) => criterion),
    );
    const links = await cards
      .locator('.button')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    const question = study.questions.find(({ code }) => code === weakest[0]?.code);
    const again = `Answer again: ${question?.label ?? question?.title}`;
    await cards.getByRole('link', { name: again, exact: true }).waitFor();
    expect(links).toEqual(weakest.map(({ code }) => `/practice/#1.question.${code}`));
    expect(await page.locator('.ready-head .primary').getAttribute('href')).toBe(
      '/practice/#1.today',
    );
    expect(await page.locator('progress-room .primary').count()).toBe(1);
    // A session in which nothing was answered is replaced without a question.
    await openPracticePage(page, site, '1.today');
    await page.getByRole('timer').waitFor();
    await page.clock.setFixedTime(now + 20_000);
    await openProgress(page);
    await openTab(page, 'Scores');
    await cards.locator('.button').first().click();
    await page.getByText(`Fix this: ${weakest[0]?.criterion}`).waitFor();
    await page.goBack();
    await cards.first().waitFor();
    await page.clock.setFixedTime(now);
  });

  it('the plan can be saved as a calendar file', async () => {
    const { name, text } = await fileFrom(page, 'Add plan to calendar (.ics)');
    expect(name).toBe('practice-plan.ics');
    const [today = { due: 0, new: 0, minutes: 0 }] = plan.days;
    expect(text).toContain('UID:question-2026-11-24@');
    expect(text).toContain(
      `SUMMARY:Practice: ${today.due + today.new} questions\\, ${today.minutes} min\r\n`,
    );
    expect(text).toContain('DTSTART;VALUE=DATE:20261208\r\n');
    expect(text).toContain(`URL:${inject('rootSite')}practice/#1.today`);
    const busy = plan.days.filter((day) => day.due + day.new > 0).length;
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(busy + 1);
  });

  it('tabs move with the arrow keys; the history has days and their questions, the earlier ones folded', async () => {
    await page.getByRole('tab', { name: 'Scores' }).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-your-data');
    expect(await page.locator('#your-data').isVisible()).toBe(true);
    for (const key of ['Home', 'ArrowRight']) await page.keyboard.press(key);
    expect(await page.evaluate(() => location.hash)).toBe('#history');
    expect(await page.locator('[role=tabpanel]:visible').count()).toBe(1);
    const days = Map.groupBy(reviews, ({ at }) =>
      new Date(at + offsetAt(at) * 60_000).toISOString().slice(0, 10),
    );
    const listed = page.locator('.by-day li');
    expect(await listed.count()).toBe(days.size);
    expect(await listed.filter({ visible: true }).count()).toBe(10);
    const first = reviews.filter(({ at }) => at > now - 1.5 * dayLength).map(({ card }) => card);
    const row = (await textsOf(page, '.by-day li >> nth=0')).join();
    expect(row).toContain('Mon, Nov 23');
    // The time is what was spent answering, as at the end of a session.
    const last = reviews.filter(
      ({ at, card }) => at > now - 1.5 * dayLength && card.startsWith('question:'),
    );
    const seconds = last.reduce((sum, review) => sum + review.seconds, 0);
    expect(row).toContain(`${last.length} answers in ${Math.round(seconds / 60)} minute`);
    for (const card of first) expect(row).toContain(labelOf(card.slice('question:'.length)));
    await page.getByText(`${days.size - 10} earlier day`).click();
    await expect.poll(() => listed.filter({ visible: true }).count()).toBe(days.size);
  });
});

describe('readiness', () => {
  it('without a plan is of all practiced questions, with one button to make a plan', async () => {
    const { page } = await open(inNewYork);
    await openProgress(page);
    const progress = { ...realProgress(), settings: [] };
    await importProgress(page, progress);
    const codes = study.questions.map(({ code }) => code);
    const states = questionStates(codes, progress.reviews).filter(({ state }) => state !== 'new');
    const title = `${countOf(states, 'ready')} of ${states.length} practiced questions ready`;
    await page.getByRole('heading', { name: title }).waitFor();
    const main = page.locator('progress-room .primary');
    expect(await main.allTextContents()).toEqual(['Make a plan']);
    const settings = realProgress().settings.map((record) => ({
      ...record,
      interviewOn: '2026-11-23',
      at: now,
    }));
    await importProgress(page, { ...progress, settings });
    await page.getByText('Your interview date, Mon, Nov 23, has passed.').waitFor();
    await page.getByRole('heading', { name: title }).waitFor();
  });

  it('gives a new reader a place to start, and follows answers in another tab', async () => {
    const { page, errors, requests } = await open(inNewYork);
    await openProgress(page);
    await page.getByRole('heading', { name: 'Your readiness starts with one answer' }).waitFor();
    expect(await page.locator('.strip, .weakest').count()).toBe(0);
    const start = page.getByRole('link', { name: 'Start practicing' });
    expect(await start.getAttribute('href')).toBe('/practice/');
    const code = study.questions[4]?.code ?? '';
    const id = `question:${code}` as const;
    const done = reviewCard(newCard(id, now), 'good', now, { offsetAt });
    if ('problem' in done) throw new Error(done.problem);
    const scores = [4, 4, 4];
    const review = { id: 'review-1', card: id, at: now, scores, seconds: 61, before: null };
    const other = await page.context().newPage();
    await other.goto(`${inject('rootSite')}about/`);
    await writeRaw(other, 'cards', [done.card]);
    await writeRaw(other, 'reviews', [{ ...review, grade: 'good' }]);
    await other.evaluate((channel) => {
      const changes = [{ store: 'reviews', key: '*' }];
      new BroadcastChannel(channel).postMessage({ version: 1, changes });
    }, `${storage}-progress`);
    await page.getByRole('heading', { name: '1 of 1 practiced question ready' }).waitFor();
    await openTab(page, 'History');
    await page.locator('.by-day').getByText(labelOf(code)).waitFor();
    expect(errors).toEqual([]);
    expect(requests.filter((request) => !request.startsWith(inject('rootSite')))).toEqual([]);
  });
});

describe('the progress page', () => {
  it('opens the tab that the address names, exports with a key, and opens practice with another', async () => {
    const { page } = await open(inNewYork);
    await openProgress(page, '#your-data');
    await page.getByRole('tab', { name: 'Data', selected: true }).waitFor();
    await expect.poll(() => page.locator('#your-data').isVisible()).toBe(true);
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.getByText('Export to a file').waitFor();
    await page.keyboard.press('Escape');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('e')]);
    expect(download.suggestedFilename()).toMatch(/-progress-2026-11-24\.json$/);
    await page.keyboard.press('p');
    await page.waitForURL('**/practice/');
  });

  itNightly('is accessible when it has everything', async () => {
    const { page } = await open(inNewYork);
    await openData(page);
    await fillWithEverything(page);
    for (const look of sampled(['light 360', 'light 1280', 'dark 360', 'dark 1280'], 1)) {
      const [theme = '', width] = look.split(' ');
      await page.evaluate((name) => {
        document.documentElement.dataset['theme'] = name;
      }, theme);
      await page.setViewportSize({ width: Number(width), height: 800 });
      for (const tab of ['Data', 'History', 'Scores'] as const) {
        await openTab(page, tab);
        expect(await faultsOf(page, `${look} ${tab}`, 'main')).toEqual([]);
      }
    }
  });
});

/**
 * Imports progress, stores some unreadable records, and then imports a file to show the import
 * report.
 */
async function fillWithEverything(page: Page): Promise<void> {
  await importProgress(page, realProgress());
  await writeRaw(page, 'cards', [{ id: 7 }, { id: 'question:zzz', stability: Number.NaN }]);
  await openData(page);
  await page.getByRole('heading', { name: 'Unreadable records' }).waitFor();
  const notes = [{ code: study.questions[0]?.code ?? '', text: 'Another.', at: now }];
  await importFile(page, writeProgressFile({ ...noProgress, notes }, now));
}
