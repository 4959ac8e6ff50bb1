import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { writePracticeLink } from '../../src/domain/practice/practice-link.ts';
import { useBrowser } from '../support/browser.ts';
import { guideOnDisk } from '../support/guide-data.ts';
import { itNightly } from '../support/it-nightly.ts';
import { storedRecords, storedText, storeFirst, writeRaw } from '../support/stored-records.ts';
import {
  answerWith,
  endSession,
  fromMenu,
  openChoice,
  openPractice,
  openPracticePage,
  passSample,
  roomText,
  scoreAnswer,
  startClock,
} from './practice-steps.ts';

const open = useBrowser();
const site = inject('rootSite');
const guide = guideOnDisk();
const codes = guide.questions.slice(0, 3).map(({ code }) => code);
const [first, second, third] = guide.questions.map(({ title }) => title);
if (first === undefined || second === undefined || third === undefined) {
  throw new Error('The guide has too few questions.');
}
const set = writePracticeLink({ kind: 'set', set: { name: 'Three', codes } });

const atNoon = { fixedTime: '2026-11-24T12:00:00' } as const;

/** Returns the planned minutes for each day, from today to the day before the interview. */
async function plannedMinutes(page: Page): Promise<number[]> {
  const texts = await page.locator('.strip li:is(.now, .ahead) span:last-child').allTextContents();
  return texts.map((text) => Number(text.replace('–', '0')));
}

async function withSettings(page: Page, settings: object): Promise<void> {
  await writeRaw(page, 'settings', [
    { id: 'settings', interviewOn: null, newPerDay: 5, bell: true, at: 1, ...settings },
  ]);
  await openChoice(page, site);
}

describe('what to practice', () => {
  it('begins with today, the days until the interview, and one button, stays within the daily limit, and links to the plan', async () => {
    const { page, errors } = await open({ ...atNoon, locale: 'en-US' });
    await openChoice(page, site);
    expect(await page.locator('practice-room .primary').count()).toBe(1);
    await page.getByRole('link', { name: 'Make a plan' }).click();
    await page.getByLabel('Days until your interview').fill('8');
    await page.getByRole('button', { name: 'Save this plan' }).click();
    await page.getByText('Your plan is saved.').waitFor();
    await openChoice(page, site);
    await page.getByRole('heading', { name: 'Interview in 8 days' }).waitFor();
    expect(await page.locator('.strip li').count()).toBe(9);
    expect(Math.max(...(await plannedMinutes(page)))).toBeLessThanOrEqual(30);
    const change = page.getByRole('link', { name: 'Change plan' });
    expect(await change.getAttribute('href')).toBe('/progress/#plan');
    const start = await page.locator('.today .primary').textContent();
    const count = /\d+/.exec(start ?? '')?.[0];
    await page.locator('.today .primary').click();
    await page.getByText(`1 of ${count}`, { exact: true }).waitFor();

    await withSettings(page, { interviewOn: '2026-12-08', minutesPerDay: 15 });
    await page
      .getByText(/more questions? do(es)?n’t fit your limit of 15 minutes per day/)
      .waitFor();
    expect(Math.max(...(await plannedMinutes(page)))).toBeLessThanOrEqual(15);
    await page.getByText(/questions? do(es)?n’t fit before your interview\./).waitFor();

    await withSettings(page, { interviewOn: '2026-11-25', minutesPerDay: 90 });
    await page.getByRole('heading', { name: 'The night before' }).waitFor();
    const [minutes] = await plannedMinutes(page);
    expect(minutes).toBeGreaterThan(0);
    expect(minutes).toBeLessThanOrEqual(45);
    expect(errors).toEqual([]);
  });

  itNightly(
    'can be one level, topic, or path, or the glossary, whose answers aren’t in the page before Space shows them',
    async () => {
      const { page, errors } = await open();
      await openChoice(page, site);
      const choice = page.locator('.choose').getByRole('combobox');
      await page.getByText('Choose what to practice').click();
      for (const group of ['Level', 'Topic', 'Learning path']) {
        const option = choice.locator(`optgroup[label="${group}"] option`).last();
        await choice.selectOption((await option.getAttribute('value')) ?? '');
        const name = (await option.textContent()) ?? '';
        await page.getByRole('button', { name: 'Start', exact: true }).last().click();
        await page.locator('.menu strong', { hasText: name }).waitFor({ state: 'attached' });
        await page.goBack();
        await page.getByText('Choose what to practice').click();
      }
      await page.getByRole('button', { name: 'Today’s terms' }).click();
      const card = page.locator('.flashcard');
      await card.waitFor();
      const front = await card.locator('h2').textContent();
      const term = [...guide.terms.values()].find((entry) => entry.term === front);
      expect(term).toBeDefined();
      // The term is from one of today's questions.
      const [asked] = guide.questions;
      expect(`${asked?.title} ${asked?.summary}`).toContain(term?.term);
      expect(await page.locator('practice-room').textContent()).not.toContain(
        term?.definition.slice(0, 40),
      );
      await page.keyboard.press(' ');
      await expect.poll(() => card.textContent()).toContain(term?.definition.slice(0, 40));
      const grades = await card.locator('.grades button').allInnerTexts();
      expect(grades.map((text) => text.split(/\s+/)[0])).toEqual(['Again', 'Hard', 'Good', 'Easy']);
      expect(grades[0]).toContain('in 1 minute');
      expect(grades[1]).toMatch(/in \d+ minutes/);
      await page.keyboard.press('3');
      await page.getByText('2 of 5', { exact: true }).waitFor();
      expect((await storedRecords(page))['reviews']).toMatchObject([
        { card: `term:${term?.id}`, grade: 'good', scores: [] },
      ]);
      await page.reload();
      await page.getByText('2 of 5', { exact: true }).waitFor();
      expect(errors).toEqual([]);
    },
  );
});

describe('a session', () => {
  it('goes through a set in order: score, undo, skip, finish; skipped cards come back by themselves with their unfinished answers, even after a reload', async () => {
    const { page, errors } = await open();
    await openPractice(page, site, set);
    const title = page.locator('.asked h2');
    const text = page.locator('textarea');
    await title.getByText(first).waitFor();
    await answerWith(page, 3);
    await title.getByText(second).waitFor();
    await fromMenu(page, 'Undo last score');
    await page.getByRole('heading', { name: 'Score your answer' }).waitFor();
    expect(await roomText(page)).toContain(first);
    expect((await storedRecords(page))['cards']).toEqual([]);
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.getByRole('button', { name: 'Next question' }).click();
    await title.getByText(second).waitFor();
    await text.fill('Half of an answer.');
    await fromMenu(page, 'Skip');
    await title.getByText(third).waitFor();
    await text.fill('Another.');
    await page.reload();
    await title.getByText(third).waitFor();
    expect(await text.inputValue()).toBe('Another.');
    await answerWith(page, 5);
    await title.getByText(second).waitFor();
    expect(await text.inputValue()).toBe('Half of an answer.');
    await answerWith(page, 5);
    expect(await page.locator('#done').textContent()).toBe('3 answers in 1 minute');
    expect(await page.locator('.answers a').count()).toBe(3);
    expect((await storedRecords(page))['reviews']).toHaveLength(3);
    expect(errors).toEqual([]);
  });

  itNightly(
    'can be ended and continued, and asks before another one or a link replaces it, unless it was only viewed',
    async () => {
      const { page } = await open();
      await openPractice(page, site, set);
      await page.goto('about:blank');
      const level = guide.levels.at(-1);
      await openPractice(page, site, `1.level.${level?.id}`);
      await page.getByText(`1 of ${level?.questions.length}`, { exact: true }).waitFor();
      await page.locator('textarea').fill('Half of an answer.');
      await page.goto('about:blank');
      await openPractice(page, site, set);
      const dialog = page.getByRole('dialog', { name: 'You have an unfinished session' });
      await dialog.getByRole('button', { name: 'Start Set: Three' }).click();
      await page.getByText('1 of 3', { exact: true }).waitFor();
      await startClock(page);
      expect(await page.locator('textarea').inputValue()).toBe('');
      await answerWith(page, 4);
      await endSession(page);
      await page.getByText('Set: Three: 1 of 3 done.').waitFor();
      await page.getByText('Choose what to practice').click();
      await page.getByRole('button', { name: `New ${guide.questions.length - 1}` }).click();
      await dialog.getByRole('button', { name: 'Continue Set: Three' }).click();
      await page.locator('.asked h2').getByText(second).waitFor();
      // After the set was changed, both buttons say how many questions there are.
      await page.goto('about:blank');
      const more = guide.questions.find(({ code }) => !set.includes(code))?.code ?? '';
      await openPracticePage(page, site, set.replace(/\.(?=[^.]*$)/, `${more}.`));
      await dialog.getByRole('button', { name: 'Start Set: Three (4 questions, 1 new)' }).waitFor();
      await dialog.getByRole('button', { name: 'Continue Set: Three (3 questions)' }).click();
      await page.locator('.asked h2').getByText(second).waitFor();
      await endSession(page);
      await page.getByRole('button', { name: 'Discard', exact: true }).click();
      await page.getByRole('button', { name: 'Discard session' }).click();
      await page.locator('.today', { hasText: '1 of 3 done.' }).waitFor({ state: 'detached' });
      expect(await storedText(page, 'session')).toBeNull();
    },
  );

  itNightly(
    'of one question isn’t offered if it was only viewed, and is a line below today’s if it has an answer',
    async () => {
      const { page } = await open(atNoon);
      const question = guide.questions.at(-1);
      const link = `1.question.${question?.code}`;
      await openPractice(page, site, set);
      await answerWith(page, 4);
      await endSession(page);
      await page.getByRole('button', { name: 'Discard', exact: true }).click();
      await page.getByRole('button', { name: 'Discard session' }).click();
      // The session is discarded only after the dialog has closed.
      await page
        .getByRole('button', { name: 'Discard', exact: true })
        .waitFor({ state: 'detached' });
      await openPractice(page, site, link);
      await page.getByRole('timer').waitFor();
      const start = page.locator('.today').getByRole('button').first();
      const isFirst = () => start.evaluate((button) => button.className.includes('primary'));
      for (const day of ['2026-11-24', '2026-11-25']) {
        await page.clock.setFixedTime(`${day}T12:10:00`);
        await page.goto('about:blank');
        await openPracticePage(page, site);
        expect(await start.textContent()).toMatch(/^\s*Practice today’s \d/);
        expect(await isFirst()).toBe(true);
        expect(await page.getByRole('button', { name: /^(Continue|Discard)/ }).count()).toBe(0);
      }

      await page.goto('about:blank');
      await openPractice(page, site, link);
      await page.locator('textarea').fill('Half of an answer.');
      await page.goto('about:blank');
      await openPracticePage(page, site);
      await page.getByText(`Unfinished answer: ${question?.title}`).waitFor();
      expect(await start.textContent()).toMatch(/^\s*Practice today’s \d/);
      expect(await isFirst()).toBe(true);
      await page.getByRole('button', { name: 'Continue', exact: true }).click();
      await page.locator('.asked h2').waitFor();
      expect(await page.locator('textarea').inputValue()).toBe('Half of an answer.');
    },
  );

  itNightly(
    'is the plan of its day, without a date five new questions: the next day has its own, even in an open tab, and keeps an unfinished answer',
    async () => {
      const { page } = await open(atNoon);
      const title = page.locator('.asked h2');
      const text = page.locator('textarea');
      await openPractice(page, site);
      await page.getByText('1 of 5', { exact: true }).waitFor();
      await answerWith(page, 1);
      await endSession(page);
      await page.getByRole('button', { name: 'Continue today: 4 left' }).click();
      await page.getByText('2 of 5', { exact: true }).waitFor();

      // An hour is enough for both the due questions and the new ones.
      const hour = { id: 'settings', interviewOn: null, newPerDay: 5, bell: true, at: 1 };
      await writeRaw(page, 'settings', [{ ...hour, minutesPerDay: 60 }]);
      await page.clock.setFixedTime('2026-11-25T12:00:00');
      await page.goto('about:blank');
      await openPractice(page, site);
      await page.getByRole('button', { name: 'Practice today’s 6' }).click();
      await page.getByText('1 of 6', { exact: true }).waitFor();
      expect(await title.textContent()).toBe(first);
      await answerWith(page, 1);
      await text.fill('Half of an answer.');
      const bringBack = () =>
        page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await bringBack();
      await page.getByText('2 of 6', { exact: true }).waitFor();
      expect(await text.inputValue()).toBe('Half of an answer.');

      await page.clock.setFixedTime('2026-11-26T12:00:00');
      await bringBack();
      await page.getByText('1 of 6', { exact: true }).waitFor();

      await page.clock.setFixedTime('2026-11-27T12:00:00');
      await page.goto('about:blank');
      await openPractice(page, site);
      await page.getByText('0 of 6 done.').waitFor();
      await writeRaw(page, 'settings', [{ ...hour, newPerDay: 0, minutesPerDay: 60 }]);
      await page.goto('about:blank');
      await openPractice(page, site);
      await page.getByRole('button', { name: 'Continue today: 2 left' }).click();
      await title.getByText(first).waitFor();
      await answerWith(page, 5);
      await title.getByText(second).waitFor();
      expect(await text.inputValue()).toBe('Half of an answer.');
      await answerWith(page, 5);
      await page.getByRole('heading', { name: '2 answers in' }).waitFor();
    },
  );

  it('starts over with a message when the saved session is unreadable', async () => {
    const { page, errors } = await open();
    await storeFirst(page, 'session', '{"version":1,"name":');
    await storeFirst(page, 'ladder', '{"version":7}');
    await openPractice(page, site, set);
    expect(await roomText(page)).toContain('We couldn’t open your unfinished session');
    expect(await page.locator('.asked h2').textContent()).toBe(first);
    expect(errors).toEqual([]);
  });

  it('continues without storage and says that nothing is saved', async () => {
    const { page } = await open();
    await page.addInitScript(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
      IDBFactory.prototype.open = () => {
        throw new DOMException('denied', 'SecurityError');
      };
    });
    await openPractice(page, site, set);
    await page.getByText('doesn’t let the guide save anything').waitFor();
    await page.getByText('This browser can’t save your session').waitFor();
    await answerWith(page, 4);
    expect(await page.locator('.asked h2').textContent()).toBe(second);
  });

  it('overwrites nothing when another tab has answered the same card, and lets it be scored again', async () => {
    const { page } = await open();
    // This tab receives no messages from the other one.
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
    const link = `1.question.${codes[0]}`;
    await openPractice(page, site, link);
    await scoreAnswer(page);
    await page.keyboard.press('1');
    const other = await page.context().newPage();
    await other.addInitScript(() => localStorage.clear());
    await openPractice(other, site, link);
    await answerWith(other, 5);
    await page.getByRole('button', { name: 'Save and finish' }).click();
    await page
      .locator('[data-message]', { hasText: 'answered this card again in the meantime' })
      .waitFor();
    expect((await storedRecords(page))['reviews']).toMatchObject([{ grade: 'easy' }]);
    await page.getByRole('button', { name: 'Save and finish' }).click();
    await page.locator('#done').waitFor();
    const { reviews, cards } = await storedRecords(page);
    expect(reviews).toHaveLength(2);
    expect(cards).toMatchObject([{ reps: 2 }]);
  });

  it('can be done by keyboard alone, with the keys listed on ?, even with single letters turned off', async () => {
    const { page } = await open();
    const title = page.locator('.asked h2');
    await openPractice(page, site, set);
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.getByText('Score a sample, then mine', { exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press(' ');
    await passSample(page);
    const digits = guide.questions[0]?.rubric.map(() => '4') ?? [];
    for (const key of digits) await page.keyboard.press(key);
    await page.locator('.follow-up').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('heading', { name: 'First one done' }).waitFor();
    await page.keyboard.press(' ');
    await title.getByText(second).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    await page.keyboard.press('?');
    await page.getByLabel('Use single letters and digits as shortcuts').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    expect(await title.textContent()).toBe(second);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Score your answer' }).waitFor();
    const all = page.getByRole('group', { name: 'Same for all' });
    await all.getByRole('radio', { name: '4' }).click();
    await page.getByRole('button', { name: 'Save and continue' }).click();
    // The message about the last score must not be shown above the next answer.
    await page.locator('[data-message]', { hasText: 'Last answer: good, 4' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Score your answer' }).waitFor();
    expect(await page.locator('[data-message]').count()).toBe(0);
  });
});
