import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Store } from '../../src/browser/store.ts';
import {
  practiceDays,
  type QuestionState,
  questionStates,
  weakestCriteria,
} from '../../src/domain/plan/ready.ts';
import { answerWords } from '../../src/domain/practice/answer-words.ts';
import { questionDeck, type StudyTerm, termDeck } from '../../src/domain/practice/decks.ts';
import { planInput } from '../../src/domain/practice/make-queue.ts';
import { writeProgressFile } from '../../src/domain/progress/progress-file.ts';
import { noProgress } from '../../src/domain/progress/progress-lists.ts';
import type { Progress } from '../../src/domain/progress/records.ts';
import { forecast } from '../../src/domain/review/forecast.ts';
import { newCard, reviewCard } from '../../src/domain/review/fsrs.ts';
import { faultsOf } from '../accessibility/axe-steps.ts';
import { useBrowser } from '../support/browser.ts';
import { sampled } from '../support/sampled.ts';
import { writeRaw } from '../support/stored-records.ts';
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
  practiced,
  realProgress,
  study,
} from './progress-steps.ts';

const open = useBrowser();
const deck = questionDeck(study.questions, noProgress);
const terms = (
  JSON.parse(readFileSync('dist/data/glossary.json', 'utf8')) as { terms: StudyTerm[] }
).terms;

const planCodes = realProgress().settings[0]?.planCodes ?? [];

const countOf = (states: readonly QuestionState[], state: QuestionState['state']): number =>
  states.filter((entry) => entry.state === state).length;

/** Returns the text of each element, on one line. */
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
    // All three states occur, and questions that aren't in the plan were practiced too.
    for (const state of ['ready', 'started', 'new'] as const) {
      expect(countOf(states, state), state).toBeGreaterThan(0);
    }
    await page
      .getByRole('heading', { name: `${ready} of your ${states.length} ready by Dec 8` })
      .waitFor();
    const started = countOf(states, 'started');
    const name = `${ready} of ${states.length} questions ready, ${started} started, ${countOf(states, 'new')} not started`;
    const ring = page.getByRole('img', { name });
    expect(await ring.locator('path').count()).toBe(states.length);
    expect(await ring.locator('path.ready').count()).toBe(ready);
    await page.getByText(`Interview in ${plan.days.length} days.`).waitFor();
    const listed = await textsOf(page, '.score-list >> nth=0 >> li');
    expect(listed).toHaveLength(states.length);
    for (const [place, { score }] of states.entries()) {
      expect(listed[place]).toContain(score === undefined ? 'new' : score.toFixed(1));
    }
    const others = new Set(reviews.map(({ card }) => card.slice('question:'.length)));
    for (const code of planCodes) others.delete(code);
    expect(others.size).toBeGreaterThan(0);
    expect(await page.locator('.score-list').nth(1).locator('li').count()).toBe(others.size);
  });

  it('the strip has the minutes of each day, done and planned, up to the interview', async () => {
    const done = practiceDays(
      reviews,
      (card) => deck.find(({ id }) => id === card)?.minutes ?? 0,
      now,
      offsetAt,
    );
    const minutesOn = (day: string): string =>
      String(done.find((entry) => entry.day === day)?.minutes ?? '–');
    const past = ['18', '19', '20', '21', '22', '23'].map((day, place) => {
      const name = place === 0 ? `Nov ${day}` : day;
      return `${name} ${minutesOn(`2026-11-${day}`)}`;
    });
    const ahead = plan.days.map(({ day, minutes }, place) => {
      const name =
        place === 0 ? 'Today' : day.endsWith('-01') ? 'Dec 1' : String(Number(day.slice(8)));
      return `${name} ${minutes || '–'}`;
    });
    expect(await textsOf(page, '.strip li')).toEqual([...past, ...ahead, 'Dec 8 Interview']);
    expect(Math.max(...plan.days.map(({ minutes }) => minutes))).toBeLessThanOrEqual(30);
  });

  it('the weakest criteria come with the question to practice', async () => {
    const planned = study.questions.filter(({ code }) => planCodes.includes(code));
    const weakest = weakestCriteria(planned, reviews, 3);
    expect(weakest).toHaveLength(3);
    const cards = page.locator('.weakest li');
    expect(await cards.locator('h3').allTextContents()).toEqual(
      weakest.map(({ criterion }) => criterion),
    );
    const links = await cards
      .locator('.button')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual(weakest.map(({ code }) => `/practice/#1.question.${code}`));
    expect(await page.locator('.ready-head .primary').getAttribute('href')).toBe(
      '/practice/#1.today',
    );
    expect(await page.locator('progress-room .primary').count()).toBe(1);
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

  it('tabs move with the arrow keys; the history has days and answers, and more on request', async () => {
    await page.getByRole('tab', { name: 'Scores' }).focus();
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-your-data');
    expect(await page.locator('#your-data').isVisible()).toBe(true);
    for (const key of ['Home', 'ArrowRight']) await page.keyboard.press(key);
    expect(await page.evaluate(() => location.hash)).toBe('#history');
    expect(await page.locator('[role=tabpanel]:visible').count()).toBe(1);
    const days = new Set(
      reviews.map(({ at }) => new Date(at + offsetAt(at) * 60_000).toDateString()),
    );
    expect(await page.locator('.by-day li').count()).toBe(days.size);
    const latest = reviews.toSorted((a, b) => b.at - a.at);
    const items = page.locator('.answers > li');
    expect(await items.count()).toBe(10);
    const first = latest[0];
    const question = study.questions.find(({ code }) => first?.card === `question:${code}`);
    const text = ((await items.first().textContent()) ?? '').replace(/\s+/g, ' ');
    expect(text).toContain(question?.title);
    const scores = first?.scores.map((score) => score ?? 'not assessed').join(', ');
    expect(text).toContain(`AM · ${answerWords(first?.scores ?? [])} · scores ${scores} · `);
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => items.count()).toBe(30);
    expect(await items.nth(10).evaluate((item) => item === document.activeElement)).toBe(true);
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
    // The page says that the interview is over, and its plan no longer counts.
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
    const other = await page.context().newPage();
    await other.goto(`${inject('rootSite')}about/`);
    await other.evaluate(await storeScript());
    const code = study.questions[4]?.code ?? '';
    const before = newCard(`question:${code}`, now);
    const done = reviewCard(before, 'good', now, { offsetAt });
    if ('problem' in done) throw new Error(done.problem);
    await other.evaluate(
      async ([card, at]) => {
        const { tools } = window as unknown as { tools: { openStore(): Store } };
        const scores = [4, 4, 4];
        const facts = { id: 'review-1', card: card.id, at, scores, seconds: 61, before: null };
        await tools.openStore().putReview(card, { ...facts, grade: 'good' });
      },
      [done.card, now] as const,
    );
    await page.getByRole('heading', { name: '1 of 1 practiced question ready' }).waitFor();
    await openTab(page, 'History');
    await page.locator('.answers').getByText('scores 4, 4, 4 · 1:01').waitFor();
    expect(errors).toEqual([]);
    expect(requests.filter((request) => !request.startsWith(inject('rootSite')))).toEqual([]);
  });
});

describe('for a reader who has practiced terms', () => {
  it('the history names terms, says what is no longer in the guide, and has past mock interviews', async () => {
    const habits = practiced({ deck: termDeck(terms), days: 4 });
    const review = { at: now - 9, grade: 'good' as const, scores: [], seconds: 9, before: null };
    const gone = { ...review, id: 'review-gone', card: 'question:zzz' as const };
    const progress: Progress = {
      ...realProgress(),
      ...habits,
      reviews: [...habits.reviews, gone],
      settings: [],
    };
    const { page } = await open(inNewYork);
    await openProgress(page);
    await importProgress(page, progress);
    await openTab(page, 'History');
    const latest = habits.reviews.at(-1)?.card;
    const term = terms.find(({ id }) => latest === `term:${id}`);
    await page
      .locator('.answers')
      .getByRole('link', { name: term?.term ?? '', exact: true })
      .first()
      .waitFor();
    await page.getByText('A question that’s no longer in the guide (zzz)').waitFor();
    const mock = page.locator('.mocks > li');
    expect((await mock.textContent())?.replace(/\s+/g, ' ')).toContain(
      '2 questions · 18 of 25 (mean 3.6); 1 not assessed',
    );
    expect(await mock.locator('a').getAttribute('href')).toBe(`/mock/#${progress.mocks[0]?.link}`);
  });
});

describe('the progress page', () => {
  it('takes any fragment', async () => {
    const { page, errors } = await open(inNewYork);
    for (const fragment of sampled(['#%E0%A4%A', '#1.question.8d8', '#<img src=x>'], 2)) {
      await openProgress(page, fragment);
      await page.goto('about:blank');
    }
    expect(errors).toEqual([]);
  });

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

  it('says what it needs when JavaScript is off', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${inject('rootSite')}progress/`);
    await page.getByText('This page needs JavaScript').waitFor();
    await page.locator('progress-room a').click();
    await page.waitForURL('**/questions/');
  });

  it('works below a base path', async () => {
    const { page } = await open(inNewYork);
    await page.goto(`${inject('baseSite')}progress/`);
    const start = page.getByRole('link', { name: 'Start practicing' });
    expect(await start.getAttribute('href')).toBe('/guide/practice/');
  });

  it.each([
    { state: 'empty', looks: ['light 360', 'dark 1280'] },
    { state: 'full', looks: ['light 360', 'light 1280', 'dark 360', 'dark 1280'] },
  ])('is accessible when it is $state', async ({ state, looks }) => {
    const { page } = await open(inNewYork);
    await openData(page);
    if (state === 'full') await fillWithEverything(page);
    await page.getByText('The guide uses').waitFor();
    for (const look of sampled(looks, 1)) {
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

/** Imports progress and unreadable records, and shows the report of the import. */
async function fillWithEverything(page: Page): Promise<void> {
  await importProgress(page, realProgress());
  await writeRaw(page, 'cards', [{ id: 7 }, { id: 'question:zzz', stability: Number.NaN }]);
  await openData(page);
  await page.getByRole('heading', { name: 'Unreadable records' }).waitFor();
  const notes = [{ code: study.questions[0]?.code ?? '', text: 'Another.', at: now }];
  await importFile(page, writeProgressFile({ ...noProgress, notes }, now));
}

let script: Promise<string> | undefined;

/** Returns the store as a script for a page. */
function storeScript(): Promise<string> {
  script ??= build({
    stdin: {
      contents:
        "import { Store } from '../../src/browser/store.ts'; export const openStore = () => new Store();",
      resolveDir: import.meta.dirname,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'tools',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return script;
}
