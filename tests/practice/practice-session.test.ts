import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { writePracticeLink } from '../../src/domain/practice/practice-link.ts';
import { useBrowser } from '../support/browser.ts';
import { guideOnDisk } from '../support/guide-data.ts';
import { sampled } from '../support/sampled.ts';
import { storedRecords, storedText, storeFirst, writeRaw } from '../support/stored-records.ts';
import {
  answerWith,
  endSession,
  fromMenu,
  openChoice,
  openPractice,
  passSample,
  roomText,
  scoreAnswer,
  startClock,
} from './practice-steps.ts';

const open = useBrowser();
const site = inject('rootSite');
const guide = guideOnDisk();
const codes = guide.questions.slice(0, 3).map(({ code }) => code);
const set = writePracticeLink({ kind: 'set', set: { name: 'Three', codes } });

const atNoon = { fixedTime: '2026-11-24T12:00:00' } as const;

/** Returns the planned minutes of each day, from today through the day before the interview. */
async function plannedMinutes(page: Page): Promise<number[]> {
  const texts = await page.locator('.strip li:is(.now, .ahead) span:last-child').allTextContents();
  return texts.map((text) => Number(text.replace('–', '0')));
}

/** Opens the practice page for a reader with these settings. */
async function withSettings(page: Page, settings: object): Promise<void> {
  await openChoice(page, site);
  await writeRaw(page, 'settings', [
    { id: 'settings', interviewOn: null, newPerDay: 5, bell: true, at: 1, ...settings },
  ]);
  await openChoice(page, site);
}

describe('what to practice', () => {
  it('begins with today, the days until the interview, and one button, and links to the plan', async () => {
    const { page, errors } = await open({ ...atNoon, locale: 'en-US' });
    await openChoice(page, site);
    expect(await page.locator('practice-room .primary').count()).toBe(1);
    await page.getByRole('link', { name: 'Make a plan' }).click();
    await page.getByLabel('Days until your interview').fill('8');
    await page.getByRole('button', { name: /^Use these \d+$/ }).click();
    await page.getByText('Your plan is saved.').waitFor();
    await openChoice(page, site);
    await page.getByRole('heading', { name: 'Interview in 8 days' }).waitFor();
    // The strip has the days and the interview.
    expect(await page.locator('.strip li').count()).toBe(9);
    expect(Math.max(...(await plannedMinutes(page)))).toBeLessThanOrEqual(30);
    const change = page.getByRole('link', { name: 'Change plan' });
    expect(await change.getAttribute('href')).toBe('/progress/#plan');
    const lead = await page.locator('.today .lead').textContent();
    const count = /\d+/.exec(lead ?? '')?.[0];
    await page.locator('.today .primary').click();
    await page.getByText(`1 of ${count}`, { exact: true }).waitFor();
    // On the last night, the plan is short.
    await withSettings(page, { interviewOn: '2026-11-25', minutesPerDay: 90 });
    await page.getByRole('heading', { name: 'The night before' }).waitFor();
    const [minutes] = await plannedMinutes(page);
    expect(minutes).toBeGreaterThan(0);
    expect(minutes).toBeLessThanOrEqual(45);
    expect(errors).toEqual([]);
  });

  it('stays within a daily limit, and says what doesn’t fit, what is too long, or wasn’t saved', async () => {
    const { page } = await open(atNoon);
    await withSettings(page, { interviewOn: '2026-12-08', minutesPerDay: 15 });
    await page
      .getByText(/more questions? do(es)?n’t fit your limit of 15 minutes per day/)
      .waitFor();
    expect(Math.max(...(await plannedMinutes(page)))).toBeLessThanOrEqual(15);
    await page.getByText(/At 15 minutes per day, you’ll master \d+ questions\./).waitFor();
    const see = page.getByRole('link', { name: /^See the \d+ that matter most/ });
    expect(await see.getAttribute('href')).toBe('/progress/#plan');
    await withSettings(page, { interviewOn: '2026-11-28', minutesPerDay: 90 });
    const limit = page.getByRole('button', { name: 'Limit each day to 60 minutes' });
    // Once something wasn’t saved, a message stays until something is.
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        IDBObjectStore.prototype.put = put;
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await limit.click();
    await page.getByText('We couldn’t save this').waitFor();
    await limit.click();
    await limit.waitFor({ state: 'detached' });
    expect((await storedRecords(page))['settings']).toMatchObject([{ minutesPerDay: 60 }]);
    expect(await page.getByText('We couldn’t save this').count()).toBe(0);
    expect(Math.max(...(await plannedMinutes(page)))).toBeLessThanOrEqual(60);
  });

  it('can be one level, topic, or learning path', async () => {
    const { page } = await open();
    await openChoice(page, site);
    const [topic] = guide.topics;
    const [path] = guide.learningPaths;
    const [level] = guide.levels;
    const choices = [
      ['Level', level?.id ?? '', level?.questions],
      ['Topic', topic?.id ?? '', topic?.questions],
      ['Learning path', path?.id ?? '', path?.questions],
    ] as const;
    for (const [name, id, questions] of choices) {
      await page.getByText('Choose what to practice').click();
      await page.getByRole('combobox', { name, exact: true }).selectOption(id);
      await page.getByRole('button', { name: `Start: ${name.toLowerCase()}` }).click();
      await page.getByText(`1 of ${questions?.length}`, { exact: true }).waitFor();
      await page.goBack();
    }
  });

  it('can be the glossary: Space shows the answer, which isn’t in the page before', async () => {
    const { page, errors } = await open();
    await openChoice(page, site);
    await page.getByText('Choose what to practice').click();
    await page.getByRole('button', { name: 'Today’s terms' }).click();
    const card = page.locator('.flashcard');
    await card.waitFor();
    const front = await card.locator('h2').textContent();
    const term = [...guide.terms.values()].find((entry) => entry.term === front);
    expect(term).toBeDefined();
    // The term is one that today's questions name.
    const [asked] = guide.questions;
    expect(`${asked?.title} ${asked?.summary}`).toContain(term?.term);
    expect(await page.locator('practice-room').textContent()).not.toContain(
      term?.definition.slice(0, 40),
    );
    await page.keyboard.press(' ');
    await expect.poll(() => card.textContent()).toContain(term?.definition.slice(0, 40));
    const grades = await card.locator('.grades b').allTextContents();
    expect(grades.map((text) => text.trim().split(' ')[0])).toEqual([
      'Again',
      'Hard',
      'Good',
      'Easy',
    ]);
    const waits = await card.locator('.grades span').allTextContents();
    expect(waits[0]?.trim()).toBe('in 1 minute');
    expect(waits[1]?.trim()).toMatch(/^in \d+ minutes$/);
    await page.keyboard.press('3');
    await page.getByText('2 of 5', { exact: true }).waitFor();
    expect((await storedRecords(page))['reviews']).toMatchObject([
      { card: `term:${term?.id}`, grade: 'good', scores: [] },
    ]);
    await page.reload();
    await page.getByText('2 of 5', { exact: true }).waitFor();
    expect(errors).toEqual([]);
  });

  it('has to be chosen if a link is unreadable, whatever it contains', async () => {
    const fragments = [
      '%E0%A4%A',
      '<img src=x onerror=alert(1)>',
      '1.set.<b>',
      '1.level.__proto__',
      '9.today',
      `1.set.${'zzz'.repeat(900)}`,
      '1.question.zzz',
    ];
    const { page, errors } = await open();
    for (const fragment of sampled(fragments, 3)) {
      await openPractice(page, site, fragment);
      await page.locator('.warning').first().waitFor();
      expect(await page.locator('practice-room :is(img, b)').count()).toBe(0);
      expect(await page.getByText('Choose what to practice').count()).toBe(1);
      await page.goto('about:blank');
    }
    expect(errors).toEqual([]);
  });
});

describe('a session', () => {
  it('goes through a set in order: score, skip, go back, undo, finish; skipped cards come back by themselves', async () => {
    const { page, errors } = await open();
    await openPractice(page, site, set);
    const title = page.locator('.asked h2');
    expect(await title.textContent()).toBe(guide.questions[0]?.title);
    await answerWith(page, 3);
    expect(await title.textContent()).toBe(guide.questions[1]?.title);
    await fromMenu(page, 'Skip for now');
    expect(await title.textContent()).toBe(guide.questions[2]?.title);
    await fromMenu(page, 'Previous');
    await fromMenu(page, 'Previous');
    expect(await roomText(page)).toContain('Fair answer, 3 out of 5');
    await fromMenu(page, 'Undo last score');
    await page.getByRole('heading', { name: 'Score your answer' }).waitFor();
    expect(await roomText(page)).toContain(guide.questions[0]?.title);
    expect((await storedRecords(page))['cards']).toEqual([]);
    await page.getByRole('button', { name: 'Save and continue' }).click();
    await page.getByRole('button', { name: 'Next question' }).click();
    await title.getByText(guide.questions[2]?.title ?? '').waitFor();
    await answerWith(page, 5);
    await expect.poll(() => title.textContent()).toBe(guide.questions[1]?.title);
    await answerWith(page, 5);
    expect(await page.locator('#done').textContent()).toBe('Three answers in 1 minute');
    expect(await page.locator('.answers a').count()).toBe(3);
    expect((await storedRecords(page))['reviews']).toHaveLength(3);
    expect(errors).toEqual([]);
  });

  it('can be ended and continued, and asks before another one or a link replaces it, unless it was only viewed', async () => {
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
    await page
      .locator('.asked h2')
      .getByText(guide.questions[1]?.title ?? '')
      .waitFor();
    await endSession(page);
    await page.getByRole('button', { name: 'Discard', exact: true }).click();
    await page.getByRole('button', { name: 'Discard session' }).click();
    await page.locator('.today', { hasText: '1 of 3 done.' }).waitFor({ state: 'detached' });
    expect(await storedText(page, 'session')).toBeNull();
  });

  it('is the plan of its day, without a date five new questions: the next day has its own, even in an open tab, and keeps an unfinished answer', async () => {
    const { page } = await open(atNoon);
    const title = page.locator('.asked h2');
    const text = page.locator('textarea');
    await openPractice(page, site);
    await page.getByText('1 of 5', { exact: true }).waitFor();
    await answerWith(page, 1);
    await endSession(page);
    await page.getByRole('button', { name: 'Continue today: 4 left' }).click();
    await page.getByText('2 of 5', { exact: true }).waitFor();

    // There is time for the due questions and the new ones.
    const hour = { id: 'settings', interviewOn: null, newPerDay: 5, bell: true, at: 1 };
    await writeRaw(page, 'settings', [{ ...hour, minutesPerDay: 60 }]);
    await page.clock.setFixedTime('2026-11-25T12:00:00');
    await page.goto('about:blank');
    await openPractice(page, site);
    await page.getByRole('button', { name: 'Continue today: 6 left, 1 due' }).click();
    await page.getByText('1 of 6', { exact: true }).waitFor();
    expect(await title.textContent()).toBe(guide.questions[0]?.title);
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
    await page.getByText('Today: 0 of 6 done.').waitFor();
    // This works even if there is no new question today.
    await writeRaw(page, 'settings', [{ ...hour, newPerDay: 0, minutesPerDay: 60 }]);
    await page.goto('about:blank');
    await openPractice(page, site);
    await page.getByRole('button', { name: 'Continue today: 2 left' }).click();
    await title.getByText(guide.questions[0]?.title ?? '').waitFor();
    await answerWith(page, 5);
    await title.getByText(guide.questions[1]?.title ?? '').waitFor();
    expect(await text.inputValue()).toBe('Half of an answer.');
    await answerWith(page, 5);
    await page.getByRole('heading', { name: 'Two answers in' }).waitFor();
  });

  it('keeps an unfinished answer when the reader goes to another question, even after a reload', async () => {
    const { page } = await open();
    await openPractice(page, site, set);
    const text = page.locator('textarea');
    for (const [place, answer] of ['Half of an answer.', 'Another.'].entries()) {
      await text.fill(answer);
      await page.getByRole('button', { name: 'Skip question' }).click();
      await page
        .locator('.asked h2')
        .getByText(guide.questions[place + 1]?.title ?? '')
        .waitFor();
    }
    await fromMenu(page, 'Previous');
    expect(await text.inputValue()).toBe('Another.');
    await page.reload();
    await page.locator('practice-room[data-ready]').waitFor();
    expect(await text.inputValue()).toBe('Another.');
    await fromMenu(page, 'Previous');
    expect(await text.inputValue()).toBe('Half of an answer.');
    await scoreAnswer(page);
  });

  it('continues a session stored by the first version, ready to score', async () => {
    const { page } = await open();
    const [code = ''] = codes;
    const count = guide.questions[0]?.rubric.length ?? 0;
    const none = Array.from({ length: count }, () => null);
    const foot = { step: 'question', way: null, scores: none, criterion: 0 };
    const ladder = {
      version: 1,
      code,
      step: 'outline',
      way: 'typed',
      scores: none,
      criterion: 0,
      answer: 'Intended use decides.',
      clock: { spent: 65_000, since: null },
      past: [
        foot,
        { ...foot, step: 'answering', way: 'typed' },
        { ...foot, step: 'hint', way: 'typed' },
      ],
    };
    const session = {
      version: 1,
      name: 'Set: Three',
      queue: codes.map((name) => ({ card: `question:${name}`, state: 'waiting' })),
      place: 0,
      reviews: [],
    };
    await storeFirst(page, 'ladder', JSON.stringify([ladder]));
    await storeFirst(page, 'session', JSON.stringify(session));
    await openPractice(page, site);
    await page.getByRole('button', { name: 'Continue: 3 left' }).click();
    await page.getByRole('heading', { name: 'Score your answer' }).waitFor();
    const typed = page.locator('.typed');
    await typed.getByText('Intended use').waitFor();
    // The numbers of the key points are removed first.
    expect((await typed.textContent())?.replace(/\d/g, '')).toBe('Intended use decides.');
    expect(await roomText(page)).toContain('1:05');
  });

  it('starts over with a message when the saved session is unreadable', async () => {
    const { page, errors } = await open();
    await storeFirst(page, 'session', '{"version":1,"name":');
    await storeFirst(page, 'ladder', '{"version":7}');
    await openPractice(page, site, set);
    expect(await roomText(page)).toContain('We couldn’t open your unfinished session');
    expect(await page.locator('.asked h2').textContent()).toBe(guide.questions[0]?.title);
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
    expect(await page.locator('.asked h2').textContent()).toBe(guide.questions[1]?.title);
  });

  it('overwrites nothing when another tab has answered the same card, and lets it be scored again', async () => {
    const { page } = await open();
    // This tab gets no messages from the other tab.
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
    const link = `1.question.${codes[0]}`;
    await openPractice(page, site, link);
    await scoreAnswer(page);
    await page
      .locator('fieldset.criterion')
      .first()
      .getByRole('radio', { name: '1', exact: true })
      .check();
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
    await openPractice(page, site, set);
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain('Score my answer');
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
    await page
      .locator('.asked h2')
      .getByText(guide.questions[1]?.title ?? '')
      .waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    await page.keyboard.press('?');
    await page.getByLabel('Use single letters and digits as shortcuts').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    expect(await page.locator('.asked h2').textContent()).toBe(guide.questions[1]?.title);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Score your answer' }).waitFor();
    await page
      .getByRole('group', { name: 'Same for all' })
      .getByRole('radio', { name: '4' })
      .click();
    await page.getByRole('button', { name: 'Save and continue' }).click();
    // The last score isn't shown above the next answer.
    await page.locator('[data-message]', { hasText: 'Last answer: good, 4' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Score your answer' }).waitFor();
    expect(await page.locator('[data-message]').count()).toBe(0);
  });
});
