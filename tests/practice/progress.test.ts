import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Store } from '../../src/browser/store.ts';
import { answerWords, scoreText } from '../../src/domain/practice/answer-words.ts';
import { questionDeck, type StudyTerm, termDeck } from '../../src/domain/practice/decks.ts';
import { writeProgressFile } from '../../src/domain/progress/progress-file.ts';
import { noProgress } from '../../src/domain/progress/progress-lists.ts';
import type { Progress } from '../../src/domain/progress/records.ts';
import { settingsOf } from '../../src/domain/progress/settings.ts';
import { lookAhead, type Outlook, planAhead } from '../../src/domain/review/forecast.ts';
import { newCard, reviewCard } from '../../src/domain/review/fsrs.ts';
import { scoreTrend } from '../../src/domain/review/score-trend.ts';
import { readStreak, recentDays } from '../../src/domain/review/streak.ts';
import { levels, topics } from '../../src/guide.ts';
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
  openProgress,
  practiced,
  realProgress,
  rowsOf,
  study,
} from './progress-steps.ts';

const open = useBrowser();
const deck = questionDeck(study.questions);
const terms = (
  JSON.parse(readFileSync('dist/data/glossary.json', 'utf8')) as { terms: StudyTerm[] }
).terms;

/** The reader's progress as the domain computes it. */
function outlookOf(progress: Progress): Outlook {
  const input = { settings: settingsOf(progress), now, offsetAt };
  return lookAhead({ kind: 'question', deck, progress, study: input });
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** A day as the page writes it. */
const dayOf = (day: string): string =>
  new Date(`${day}T12:00:00Z`).toLocaleDateString('en-US', {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });

/** The figures at the top, by name. */
async function figuresOf(page: Page): Promise<Record<string, string>> {
  const pairs = await page
    .locator('.figures > div')
    .evaluateAll((items) =>
      items.map((item) => [
        item.querySelector('dt')?.textContent ?? '',
        item.querySelector('dd')?.textContent ?? '',
      ]),
    );
  return Object.fromEntries(pairs) as Record<string, string>;
}

describe('for a reader who has practiced', () => {
  let page: Page;
  let errors: string[];
  beforeAll(async () => {
    ({ page, errors } = await open(inNewYork));
    await openProgress(page);
    await importProgress(page, realProgress());
  });
  afterAll(() => expect(errors).toEqual([]));

  it('readiness has the right numbers for the interview day, overall and by group', async () => {
    const { whole, levels: byLevel, topics: byTopic } = outlookOf(realProgress());
    await page.getByText('Interview in 14 days (Tue, Dec 8)').waitFor();
    expect(await figuresOf(page)).toMatchObject({
      'If you stop now': percent(whole.recall),
      'If you follow the plan': percent(whole.withPlan ?? -1),
      'Answered so far': `${whole.seen} of ${study.questions.length}`,
    });
    expect(whole.seen).toBeGreaterThan(20);
    expect(whole.withPlan).toBeGreaterThan(whole.recall + 0.1);
    const rows = (groups: Outlook['levels'], words: readonly { id: string; label: string }[]) =>
      groups.map(({ id, seen, total, recall }) => [
        words.find((word) => word.id === id)?.label,
        `${seen} of ${total}`,
        percent(recall),
      ]);
    expect(await rowsOf(page, 'By level')).toEqual(rows(byLevel, levels));
    expect(await rowsOf(page, 'By topic')).toEqual(rows(byTopic, topics).slice(0, 8));
    await page.getByRole('button', { name: `Show all ${byTopic.length} topics` }).click();
    await expect.poll(() => rowsOf(page, 'By topic')).toEqual(rows(byTopic, topics));
  });

  it('readiness links to practice: today, weak questions, a group, and the weakest questions', async () => {
    const { weakest } = outlookOf(realProgress());
    const hrefs = await page
      .locator('section[aria-labelledby="readiness"] a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(hrefs.slice(0, 8)).toEqual([
      '/practice/#1.today',
      '/practice/#1.weak',
      ...weakest.map(({ id }) => `/practice/#1.question.${id.slice('question:'.length)}`),
      '/practice/#1.level.beginner',
    ]);
    const titles = await page.locator('.lines').first().locator('a').allTextContents();
    expect(titles[0]).toBe(
      study.questions.find(({ code }) => `question:${code}` === weakest[0]?.id)?.title,
    );
  });

  it('scores are shown by week, level, and criterion, and each chart has a table', async () => {
    const trend = scoreTrend(realProgress().reviews, study.questions, now, offsetAt);
    expect(trend.weeks.length).toBeGreaterThan(1);
    expect(await rowsOf(page, 'Mean score by week, from 1 to 5')).toEqual(
      trend.weeks.map(({ monday, mean }) => [
        dayOf(monday).replace(/^\w+, /, ''),
        mean === null ? '0' : scoreText(mean),
      ]),
    );
    const byLevel = await rowsOf(page, 'Scores per level');
    expect(byLevel.map(([name, count]) => [name, count])).toEqual(
      trend.levels.map(({ id, count }) => [
        levels.find((level) => level.id === id)?.label,
        String(count),
      ]),
    );
    const lowest = await rowsOf(page, 'Your weakest criteria');
    expect(lowest).toHaveLength(trend.criteria.length);
    expect(lowest[0]?.[0]).toContain(trend.criteria[0]?.id);
    for (const figure of await page.locator('figure.chart').all()) {
      expect(await figure.locator('details table').count()).toBe(1);
    }
  });

  it('each bar is above its day', async () => {
    const chart = page.locator('figure.chart', { hasText: 'Planned by day' });
    const middles = (selector: string) =>
      chart.locator(selector).evaluateAll((items) =>
        items.map((item) => {
          const { left, right } = item.getBoundingClientRect();
          return Math.round((left + right) / 2);
        }),
      );
    expect(await middles('.axis > span')).toEqual(await middles('.column'));
  });

  it('the plan shows its days, and can be saved as a calendar file', async () => {
    const { days } = outlookOf(realProgress());
    expect(days).toHaveLength(14);
    expect(await rowsOf(page, 'Planned by day')).toEqual(
      days.map((day) => [dayOf(day.day), ...[day.due, day.new, day.minutes].map(String)]),
    );
    const due = days.reduce((sum, day) => sum + day.due, 0);
    const chart = page.getByRole('img', { name: `In the next 14 days: ${due} due` });
    expect(await chart.locator('.column').count()).toBe(14);
    expect(await chart.getAttribute('aria-label')).toMatch(/busiest day is .*: \d+ questions,/);
    const { name, text } = await fileFrom(page, 'Add plan to calendar (.ics)');
    expect(name).toBe('practice-plan.ics');
    const today = days[0] ?? { due: 0, new: 0, minutes: 0 };
    expect(text.startsWith('BEGIN:VCALENDAR\r\n')).toBe(true);
    expect(text).toContain('UID:question-2026-11-24@');
    expect(text).toContain(
      `SUMMARY:Practice: ${today.due + today.new} questions\\, ${today.minutes} min\r\n`,
    );
    expect(text).toContain('DTSTART;VALUE=DATE:20261208\r\n');
    expect(text).toContain(`URL:${inject('rootSite')}practice/#1.today`);
    const busy = days.filter((day) => day.due + day.new > 0).length;
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(busy + 1);
  });

  it('the history has days, answers, and time in plain numbers, and the last days as a table', async () => {
    const streak = readStreak(realProgress().reviews, now, offsetAt);
    const count = realProgress().reviews.length;
    expect(await figuresOf(page)).toMatchObject({ Answers: String(count) });
    await page.getByText(`2 days in a row; ${streak.days.length} days in all.`).waitFor();
    expect(await rowsOf(page, 'Answers by day')).toEqual(
      recentDays(streak, now, offsetAt, 30).map((day) => [dayOf(day.day), String(day.answers)]),
    );
  });

  it('the history lists the latest answers, and on request more, with the focus on the first new one', async () => {
    const latest = [...realProgress().reviews].sort((a, b) => b.at - a.at);
    const items = page.locator('.answers > li');
    expect(await items.count()).toBe(10);
    const first = latest[0];
    const question = study.questions.find(({ code }) => first?.card === `question:${code}`);
    const text = ((await items.first().textContent()) ?? '').replace(/\s+/g, ' ');
    expect(text).toContain(question?.title);
    const scores = first?.scores.map((score) => score ?? 'not assessed').join(', ');
    expect(text).toMatch(/Nov 23, 2026, \d+:\d\d AM · /);
    expect(text).toContain(`AM · ${answerWords(first?.scores ?? [])} · scores ${scores} · `);
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => items.count()).toBe(30);
    expect(await items.nth(10).evaluate((item) => item === document.activeElement)).toBe(true);
  });
});

describe('readiness', () => {
  it('without a date is for now, and the date can be set right there; when the day has come, it is for now again', async () => {
    const { page } = await open(inNewYork);
    const progress = { ...realProgress(), settings: [] };
    await openProgress(page);
    await importProgress(page, progress);
    const present = outlookOf(progress);
    expect(await figuresOf(page)).toMatchObject({ 'Recall now': percent(present.whole.recall) });
    expect((await rowsOf(page, 'By level'))[0]).toHaveLength(3);
    await page.getByLabel('Interview date').fill('2026-12-08');
    await page.getByLabel('New questions per day (minimum)').fill('3');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Interview in 14 days (Tue, Dec 8)').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('settings-notice');
    const settings = [
      { ...settingsOf(progress), interviewOn: '2026-12-08', newPerDay: 3, at: now },
    ];
    const { whole } = outlookOf({ ...progress, settings });
    expect(await figuresOf(page)).toMatchObject({
      'If you stop now': percent(whole.recall),
      'If you follow the plan': percent(whole.withPlan ?? -1),
    });
    // It is saved, then changed to today, and removed again.
    await openProgress(page);
    await page.getByText('Change the date or the limits').click();
    await expect.poll(() => page.getByLabel('Interview date').inputValue()).toBe('2026-12-08');
    await page.getByLabel('Interview date').fill('2026-11-24');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Your interview date, Tue, Nov 24, has arrived.').waitFor();
    expect(await figuresOf(page)).toHaveProperty('Recall now');
    await page.getByLabel('Interview date').fill('');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('You haven’t set an interview date.').waitFor();
  });

  it('gives a new reader a place to start, without tables of zeros, and follows answers in another tab', async () => {
    const { page, errors, requests } = await open(inNewYork);
    await openProgress(page);
    expect(await figuresOf(page)).toEqual({
      'Recall now': '0%',
      'Answered so far': `0 of ${study.questions.length}`,
    });
    await page.getByText('Mock interviews aren’t counted here.').waitFor();
    expect(await page.getByRole('table', { name: 'By level' }).count()).toBe(0);
    const start = page.getByRole('link', { name: 'Start practicing' });
    expect(await start.getAttribute('href')).toBe('/practice/#1.today');
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
    await page.locator('.answers').getByText('scores 4, 4, 4 · 1:01').waitFor();
    expect(await figuresOf(page)).toMatchObject({
      'Answered so far': `1 of ${study.questions.length}`,
      Answers: '1',
    });
    expect(errors).toEqual([]);
    expect(requests.filter((request) => !request.startsWith(inject('rootSite')))).toEqual([]);
  });
});

describe('for a reader who has practiced terms', () => {
  const habits = practiced({ deck: termDeck(terms), days: 4 });
  const review = { at: now - 9, grade: 'good' as const, scores: [], seconds: 9, before: null };
  const gone = { ...review, id: 'review-gone', card: 'question:zzz' as const };
  const progress: Progress = {
    ...realProgress(),
    ...habits,
    reviews: [...habits.reviews, gone],
    settings: [],
  };
  let page: Page;
  let requests: string[];
  beforeAll(async () => {
    ({ page, requests } = await open(inNewYork));
    await openProgress(page);
    expect(await page.getByRole('button', { name: 'Glossary terms' }).count()).toBe(0);
    await importProgress(page, progress);
  });

  it('the history names terms, says what is no longer in the guide, and has past mock interviews', async () => {
    const latest = habits.reviews.at(-1)?.card;
    const term = terms.find(({ id }) => latest === `term:${id}`);
    await page
      .locator('.answers')
      .getByRole('link', { name: term?.term ?? '', exact: true })
      .waitFor();
    await page.getByText('A question that’s no longer in the guide (zzz)').waitFor();
    const mock = page.locator('.mocks > li');
    expect((await mock.textContent())?.replace(/\s+/g, ' ')).toContain(
      '2 questions · 18 of 25 (mean 3.6); 1 not assessed',
    );
    expect(await mock.locator('a').getAttribute('href')).toBe(`/mock/#${progress.mocks[0]?.link}`);
  });

  it('what comes next in the glossary loads on request, with a message if it fails to load', async () => {
    const isLoaded = () => requests.some((request) => request.endsWith('/data/glossary.json'));
    expect(isLoaded()).toBe(false);
    await page.route('**/data/glossary.json', (route) => route.abort());
    await page.getByRole('button', { name: 'Glossary terms' }).click();
    await page.getByRole('alert').filter({ hasText: 'couldn’t load' }).waitFor();
    await page.unroute('**/data/glossary.json');
    await page.getByRole('button', { name: 'Questions', exact: true }).click();
    await page.getByRole('button', { name: 'Glossary terms' }).click();
    await page.locator('[aria-pressed="true"]', { hasText: 'Glossary terms' }).waitFor();
    await page.getByText('In the next 30 days').waitFor();
    expect(isLoaded()).toBe(true);
    const input = { settings: settingsOf(progress), now, offsetAt };
    const { days } = planAhead({ kind: 'term', deck: termDeck(terms), progress, study: input });
    expect(await rowsOf(page, 'Planned by day')).toEqual(
      days.map((day) => [dayOf(day.day), ...[day.due, day.new, day.minutes].map(String)]),
    );
    const { text } = await fileFrom(page, 'Add plan to calendar (.ics)');
    expect(text).toContain('UID:term-2026-11-24@');
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

  it('goes to the part that the address names, lists its shortcuts, exports with one, and opens practice with another', async () => {
    const { page } = await open(inNewYork);
    await openProgress(page, '#your-data');
    await expect
      .poll(() =>
        page.locator('#your-data').evaluate((title) => {
          const { top } = title.getBoundingClientRect();
          return top >= 0 && top < window.innerHeight;
        }),
      )
      .toBe(true);
    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.getByText('Export to a file').waitFor();
    await page.keyboard.press('Escape');
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('e')]);
    expect(download.suggestedFilename()).toBe('ai-healthtech-progress-2026-11-24.json');
    await page.keyboard.press('p');
    await page.waitForURL('**/practice/#1.today');
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
    expect(await start.getAttribute('href')).toBe('/guide/practice/#1.today');
  });

  // Empty, the page has no unique section, so half of the combinations are enough.
  it.each([
    { state: 'empty', looks: ['light 360', 'dark 1280'] },
    { state: 'full', looks: ['light 360', 'light 1280', 'dark 360', 'dark 1280'] },
  ])('is accessible when it is $state', async ({ state, looks }) => {
    const { page } = await open(inNewYork);
    await openProgress(page);
    if (state === 'full') await fillWithEverything(page);
    await page.getByText('The guide uses').waitFor();
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    for (const look of sampled(looks, 1)) {
      const [theme = '', width] = look.split(' ');
      await page.evaluate((name) => {
        document.documentElement.dataset['theme'] = name;
      }, theme);
      await page.setViewportSize({ width: Number(width), height: 800 });
      expect(await faultsOf(page, look, 'main')).toEqual([]);
    }
  });
});

/** Progress, unreadable records, and the report of an import. */
async function fillWithEverything(page: Page): Promise<void> {
  await importProgress(page, realProgress());
  await writeRaw(page, 'cards', [{ id: 7 }, { id: 'question:zzz', stability: Number.NaN }]);
  await openProgress(page);
  await page.getByRole('heading', { name: 'Unreadable records' }).waitFor();
  const notes = [{ code: study.questions[0]?.code ?? '', text: 'Another.', at: now }];
  await importFile(page, writeProgressFile({ ...noProgress, notes }, now));
}

let script: Promise<string> | undefined;

/** The store as a script for a page. */
function storeScript(): Promise<string> {
  script ??= build({
    stdin: {
      contents:
        "import { Store } from '../../src/browser/store.ts'; export const openStore = () => new Store();",
      resolveDir: '.',
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'tools',
  }).then(({ outputFiles }) => outputFiles[0]?.text ?? '');
  return script;
}
