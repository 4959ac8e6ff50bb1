import { describe, expect, inject, it } from 'vitest';
import { nextQuestion } from '../src/domain/mock/clock.ts';
import { updateClock } from '../src/domain/mock/mock-run.ts';
import { readScoreCode, writeScoreCode } from '../src/domain/mock/score-code.ts';
import { useBrowser } from './browser.ts';
import {
  asked,
  askingRun,
  button,
  codeField,
  comparedScores,
  compareWith,
  continueRun,
  linkOf,
  lock,
  lockedRun,
  openMockPage,
  press,
  questionsOf,
  ready,
  score,
  scoredRun,
  study,
  take,
  threeQuestions,
} from './mock-steps.ts';
import { storeFirst } from './stored-records.ts';

const open = useBrowser();
const site = inject('rootSite');
const link = linkOf();
const titles = threeQuestions.map(({ title }) => title);

describe('a mock interview', () => {
  it('works from the first question to a code and a comparison with a partner', async () => {
    const { page, errors, requests } = await open();
    expect(await questionsOf(page, link)).toEqual(titles);
    // At the last question, no confirmation is needed.
    await press(page, 'Finish');
    await score(page, [5, 4]);
    expect(await codeField(page).count()).toBe(0);
    await press(page, 'Next answer');
    await score(page, [1, 3, 2, 2]);
    await lock(page);
    await page.getByText('saved on this device').waitFor();
    // Locked, so that nothing can be scored anymore.
    expect(await page.getByRole('radio').count()).toBe(0);

    const code = (await page.locator('.score-code').textContent()) ?? '';
    const own = readScoreCode(code, link);
    expect(own).toMatchObject({
      value: threeQuestions.map(({ criteria }, place) => ({
        scores: criteria.map(
          (_, criterion) => [[5, 4], [1, 3, 2, 2], []][place]?.[criterion] ?? null,
        ),
      })),
    });
    const next = page.locator('section', { hasText: 'What to practice next' }).last();
    expect(await next.locator('ol > li').allTextContents()).toEqual([
      expect.stringContaining(threeQuestions[1]?.criteria[0]?.criterion ?? '?'),
    ]);
    expect(await next.locator('ol a').getAttribute('href')).toBe(
      `/practice/#1.question.${threeQuestions[1]?.code}`,
    );
    expect(await next.locator('a.button').getAttribute('href')).toMatch(
      new RegExp(`^/practice/#1\\.set\\.${threeQuestions[1]?.code}${threeQuestions[2]?.code}\\.`),
    );

    const partner = threeQuestions.map(({ code, criteria }, place) => ({
      code,
      scores: criteria.map((_, criterion) => (place === 0 ? 5 : criterion === 0 ? 5 : 3)),
      seconds: 60,
    }));
    await compareWith(page, writeScoreCode(link, partner).toLowerCase().replaceAll('-', ' '));
    await page.getByText('On 1 criterion, you’re two or more points apart.').waitFor();
    expect(await page.locator('.compare .apart').count()).toBe(1);
    expect((await comparedScores(page))[0]).toEqual(['1', '5', '4']);
    expect(await page.locator('.compare .tally').textContent()).toMatch(/5\s+of 6 criteria/);
    expect(errors).toEqual([]);
    expect(requests.filter((address) => !address.startsWith(site))).toEqual([]);
  });

  it('says what is wrong with a score code that it can’t use', async () => {
    const { page } = await open();
    await continueRun(page, lockedRun(4));
    const alert = page.locator('#scores-problem');
    const other = writeScoreCode(linkOf({ minutes: 11 }), []);
    for (const [code, message] of [
      ['', 'Paste a score code or a link first.'],
      ['1004-3Z74', 'incomplete or has a typo'],
      ['<b>1</b>', 'incomplete or has a typo'],
      [other, 'are from another mock interview'],
      [`${site}mock/#${link}`, 'has no scores'],
    ] as const) {
      await compareWith(page, code);
      await alert.filter({ hasText: message }).waitFor();
      expect(await codeField(page).getAttribute('aria-invalid')).toBe('true');
    }
    expect(await page.locator('.compare table').count()).toBe(0);
  });

  it('picks up exactly where it was after each reload', async () => {
    const { page } = await open();
    await take(page, link);
    await press(page, 'Next question');
    await press(page, 'Pause');
    await page.reload();
    // While the clock is stopped, the question is hidden.
    expect(await asked(page)).toContain('Paused');
    expect(await page.locator('mock-room').textContent()).not.toContain(titles[1]);
    await press(page, 'Resume');
    expect(await asked(page)).toBe(titles[1]);
    await press(page, 'Finish');
    await press(page, 'Finish now');
    await press(page, 'Next answer');
    await score(page, [4]);
    await page.reload();
    expect(await asked(page)).toBe(titles[1]);
    const first = page.locator('fieldset.criterion').first();
    expect(await first.getByRole('radio', { name: '4' }).isChecked()).toBe(true);
    await lock(page);
    const code = await page.locator('.score-code').textContent();
    await compareWith(page, code ?? '');
    await page.getByText('Some of these scores are already in the table.').waitFor();
    await page.reload();
    await ready(page);
    expect(await page.locator('.score-code').textContent()).toBe(code);
  });

  it('keeps a pasted code that wasn’t added yet, whatever is saved in the meantime', async () => {
    const { page } = await open();
    await continueRun(page, scoredRun(4));
    await press(page, 'Lock my scores');
    const lockButton = await button(page, 'Lock scores').elementHandle();
    // Right away, because saving the result renders the page again.
    await page.evaluate((each) => {
      const observer = new MutationObserver(() => {
        const field = document.querySelector<HTMLInputElement>('input[name=scores]');
        if (field === null) return;
        observer.disconnect();
        field.value = 'pasted';
      });
      observer.observe(document.body, { childList: true, subtree: true });
      (each as HTMLElement).click();
    }, lockButton);
    await page.getByText('saved on this device').waitFor();
    expect(await codeField(page).inputValue()).toBe('pasted');
  });

  it('keeps its result among the past ones, and can be started again', async () => {
    const { page } = await open();
    await continueRun(page, lockedRun(4));
    await page.getByText('saved on this device').waitFor();
    await page.getByRole('link', { name: 'Create another' }).click();
    const past = page.locator('.lines a');
    expect(await past.count()).toBe(1);
    await past.click();
    await page.getByRole('heading', { name: 'Your result' }).waitFor();
    expect(new URL(page.url()).search).toMatch(/^\?result=[0-9a-f]{32}$/);
    await press(page, 'Restart this interview');
    await page.getByRole('link', { name: /^Result from / }).waitFor();
    await press(page, 'Start the interview');
    expect(await asked(page)).toBe(titles[0]);
  });

  it('offers to continue or discard another unfinished one', async () => {
    const { page } = await open();
    await storeFirst(
      page,
      'mock',
      JSON.stringify(updateClock(askingRun(), nextQuestion, Date.now())),
    );
    const other = linkOf({ questions: study.questions.slice(5, 7) });
    await openMockPage(page, `#${other}`);
    await page.getByText('Question 2 of 3').waitFor();
    expect(await button(page, 'Start the interview').count()).toBe(0);
    await page.getByRole('link', { name: 'Continue' }).click();
    await expect.poll(() => asked(page)).toBe(titles[1]);
    await page.goBack();
    await press(page, 'Discard');
    await press(page, 'Cancel');
    await press(page, 'Discard');
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await press(page, 'Start the interview');
    expect(await asked(page)).toBe(study.questions[5]?.title);
    await openMockPage(page);
    await page.getByRole('link', { name: 'Continue' }).click();
    await page.locator('.asking').waitFor();
  });

  it('is the same in two tabs', async () => {
    const { page } = await open();
    await take(page, link);
    const second = await page.context().newPage();
    await openMockPage(second, `#${link}`);
    await press(page, 'Next question');
    await second.locator('.which', { hasText: 'Question 2 of 3' }).waitFor();
    await press(second, 'Pause');
    await button(page, 'Resume').waitFor();
  });
});

describe('a device without support', () => {
  it('shows a message when nothing can be saved, and continues', async () => {
    const { page, errors } = await open();
    await page.addInitScript(() => {
      const { setItem } = Storage.prototype;
      Storage.prototype.setItem = function (key, value) {
        if (key.startsWith('guide-')) throw new DOMException('No room', 'QuotaExceededError');
        setItem.call(this, key, value);
      };
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
    await page.locator('.score-code').waitFor({ state: 'attached' });
    expect(errors).toEqual([]);
  });

  it('reports an unreadable saved interview, and keeps it until a new one begins', async () => {
    const { page, errors } = await open();
    await storeFirst(page, 'mock', '{"version":9}');
    await storeFirst(page, 'scorecard', '<b>');
    await openMockPage(page);
    for (const name of ['unfinished mock interview', 'scorecard']) {
      const trouble = page.locator('.trouble', { hasText: `We couldn’t open your ${name}.` });
      await trouble.getByText('Details').click();
      await trouble.getByText(/can’t be read: (?:a newer version|the whole)/).waitFor();
    }
    expect(await page.evaluate(() => localStorage.getItem('guide-mock'))).toBe('{"version":9}');
    await take(page, link);
    expect(errors).toEqual([]);
  });
});
