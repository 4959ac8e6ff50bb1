import { describe, expect, inject, it } from 'vitest';
import { scoredMock, writeScoreCode } from '../../src/domain/kit/score-code.ts';
import { nextQuestion } from '../../src/domain/mock/clock.ts';
import { codesInMockLink } from '../../src/domain/mock/mock-link.ts';
import { finishAsking, goToPlace, updateClock } from '../../src/domain/mock/mock-run.ts';
import {
  importProgress,
  inNewYork,
  openProgress,
  realProgress,
} from '../practice/progress-steps.ts';
import { useBrowser } from '../support/browser.ts';
import { itNightly } from '../support/it-nightly.ts';
import { refuseTexts, storedText, storeFirst } from '../support/stored-records.ts';
import {
  asked,
  askingRun,
  button,
  continueRun,
  linkOf,
  lock,
  lockedRun,
  openForm,
  openMockPage,
  press,
  questionsInTurn,
  score,
  study,
  take,
  threeQuestions,
} from './mock-steps.ts';

const open = useBrowser();
const site = inject('rootSite');
const link = linkOf();
const titles = threeQuestions.map(({ title }) => title);

describe('a mock interview', () => {
  it('works from the first question to a comparison with a partner, with a note and through reloads', async () => {
    const { page, errors, requests } = await open();
    const note = page.getByRole('textbox', { name: 'Your notes' });
    await take(page, link);
    expect(await asked(page)).toBe(titles[0]);
    await note.fill('Position first.\n<b>Then</b> the case.');
    // Letters typed in a note must not act as shortcuts.
    await note.press('n');
    await note.press('Escape');
    await page.keyboard.press('n');
    await expect.poll(() => note.inputValue()).toBe('');
    await press(page, 'Pause');
    await page.reload();
    expect(await asked(page)).toContain('Paused');
    expect(await page.locator('mock-room').textContent()).not.toContain(titles[1]);
    await press(page, 'Resume');
    expect(await questionsInTurn(page)).toEqual(titles.slice(1));
    // Finishing on the last question needs no confirmation.
    await press(page, 'Finish');
    await score(page, [5, 4]);
    await expect.poll(() => note.inputValue()).toBe('Position first.\n<b>Then</b> the case.n');
    await page.reload();
    const first = page.locator('fieldset.criterion').first();
    expect(await first.getByRole('radio', { name: '5' }).isChecked()).toBe(true);
    await note.fill('Too long.');
    await press(page, 'Next answer');
    await score(page, [1, 3, 2]);
    await lock(page);
    await page.getByText('saved on this device').waitFor();
    const band = page.locator('.section-band');
    expect(await band.locator('[data-figure]').textContent()).toBe('10');
    expect(await band.locator('[data-unit]').textContent()).toBe('minutes');
    expect(await page.locator('.own-note').allTextContents()).toEqual(['Too long.']);
    expect(await page.getByRole('radio').count()).toBe(0);

    const next = page.getByRole('link', { name: 'Practice 2 questions, weakest first' });
    expect(await next.getAttribute('href')).toMatch(
      new RegExp(`^/practice/#1\\.set\\.${threeQuestions[1]?.code}${threeQuestions[2]?.code}\\.`),
    );

    const partner = threeQuestions.map(({ code, criteria }, place) => ({
      code,
      scores: criteria.map((_, criterion) => (place === 0 ? 5 : criterion === 0 ? 5 : 3)),
      seconds: 60,
    }));
    await page.getByRole('link', { name: 'Compare scores' }).click();
    await page.locator('kit-room[data-ready]').waitFor();
    const code = writeScoreCode(scoredMock(link), partner).toLowerCase().replaceAll('-', ' ');
    await page.getByLabel('Add a colleague’s scores').fill(code);
    await page.locator('kit-room form').getByRole('button', { name: 'Add scores' }).click();
    await page.getByText('You and rater 2 differ on 1 criterion: talk about it').waitFor();
    expect(await page.locator('.talk .line').getAttribute('aria-label')).toBe('You: 1, Rater 2: 5');
    await page.getByText('You’re within 1 point on the other 4 that two of you scored.').waitFor();
    expect(errors).toEqual([]);
    expect(requests.filter((address) => !address.startsWith(site))).toEqual([]);
  });

  it('keeps its result among the past ones, and can be started again', async () => {
    const { page } = await open();
    await continueRun(page, lockedRun());
    await page.getByText('saved on this device').waitFor();
    await page.getByRole('link', { name: 'Create another' }).click();
    const past = page.locator('.past a');
    expect(await past.count()).toBe(1);
    await past.click();
    await page.getByRole('heading', { name: 'Your result' }).waitFor();
    expect(new URL(page.url()).search).toMatch(/^\?result=[0-9a-f]{32}$/);
    await press(page, 'Restart this interview');
    await press(page, 'Start the interview');
    expect(await asked(page)).toBe(titles[0]);
  });

  it('is finished with one press if every criterion has a score, without a word about locks', async () => {
    const { page } = await open();
    const scores = threeQuestions.map(({ criteria }) => criteria.map(() => 4 as const));
    const run = goToPlace({ ...finishAsking(askingRun(), Date.now()), scores }, 2);
    await continueRun(page, run);
    await page.setViewportSize({ width: 360, height: 740 });
    // Text would show beside round corners at the bottom of the screen.
    const corner = page
      .locator('.dock')
      .evaluate((bar) => getComputedStyle(bar).borderEndEndRadius);
    expect(await corner).toBe('0px');
    await press(page, 'Finish scoring');
    await page.getByRole('heading', { name: 'Your result' }).waitFor();
    expect(await page.locator('mock-room').textContent()).not.toMatch(/\block/i);
    await page.getByText('Your progress counts practice, not mock interviews.').waitFor();
    await page.locator('mock-room').getByRole('link', { name: 'Your progress' }).waitFor();
  });

  it('offers to continue an unfinished one, and asks before another one replaces it', async () => {
    const { page } = await open();
    await storeFirst(
      page,
      'mock',
      JSON.stringify(updateClock(askingRun(), nextQuestion, Date.now())),
    );
    const other = linkOf({ questions: study.questions.slice(5, 7) });
    await openMockPage(page, `#${other}`);
    await page.getByText('Question 2 of 3. The clock is running: ').waitFor();
    await press(page, 'Discard');
    await press(page, 'Cancel');
    await press(page, 'Start the interview');
    await press(page, 'Cancel');
    await page.getByRole('link', { name: 'Continue' }).click();
    await expect.poll(() => asked(page)).toBe(titles[1]);
    await page.goBack();
    await press(page, 'Start the interview');
    await press(page, 'Discard and start this one');
    await expect.poll(() => asked(page)).toBe(study.questions[5]?.title);
    await openMockPage(page);
    await page.getByRole('link', { name: 'Continue' }).click();
    await page.locator('.asking').waitFor();
    await openMockPage(page);
    await press(page, 'Discard');
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await page.getByText('unfinished mock interview').first().waitFor({ state: 'detached' });
    expect(await storedText(page, 'mock')).toBeNull();
  });

  itNightly('can be drawn from the reader’s plan', async () => {
    const { page } = await open(inNewYork);
    await openProgress(page);
    await importProgress(page, realProgress());
    await openMockPage(page);
    const plan = realProgress().settings[0]?.planCodes ?? [];
    const box = page.getByRole('checkbox', { name: 'Only questions from my plan' });
    expect(await box.isChecked()).toBe(true);
    await openForm(page);
    // The form picks from the same questions, and says so.
    await page.getByText(`${plan.length} questions from your plan match.`).waitFor();
    await box.uncheck();
    await page.getByText(`${study.questions.length} questions match.`).waitFor();
    await box.check();
    await page.getByText('Questions from your plan are picked at random').waitFor();
    await page.getByRole('button', { name: /^45 minutes/ }).click();
    await page.locator('.asking').waitFor();
    const drawn = codesInMockLink(new URL(page.url()).hash.slice(1));
    expect(drawn.length).toBeGreaterThan(2);
    expect(drawn.filter((code) => !plan.includes(code))).toEqual([]);
  });

  it('is the same in two tabs', async () => {
    const { page } = await open();
    await take(page, link);
    const second = await page.context().newPage();
    await openMockPage(second, `#${link}`);
    await press(page, 'Next question');
    await second.locator('.eyebrow', { hasText: 'Question 2 of 3' }).waitFor();
    await press(second, 'Pause');
    await button(page, 'Resume').waitFor();
  });
});

describe('a device without support', () => {
  it('shows a message when nothing can be saved, and continues', async () => {
    const { page, errors } = await open();
    await refuseTexts(page);
    await page.addInitScript(() => {
      Object.defineProperty(window, 'indexedDB', { value: undefined });
    });
    await take(page, link);
    await page.getByText('This browser can’t save your work.').waitFor();
    await press(page, 'Time alerts');
    await page.getByRole('button', { name: 'Time alerts', pressed: false }).waitFor();
    await press(page, 'Finish');
    await press(page, 'Finish now');
    await lock(page);
    await page.getByText('This result isn’t saved yet.').waitFor();
    expect(errors).toEqual([]);
  });

  it('reports an unreadable saved interview, and keeps it until a new one begins', async () => {
    const { page, errors } = await open();
    await storeFirst(page, 'mock', '{"version":9}');
    await openMockPage(page);
    const trouble = page.locator('.trouble', { hasText: 'open your unfinished mock interview.' });
    await trouble.getByText('Details').click();
    await trouble.getByText(/can’t be read: (?:a newer version|the whole)/).waitFor();
    expect(await storedText(page, 'mock')).toBe('{"version":9}');
    await take(page, link);
    expect(errors).toEqual([]);
  });
});
