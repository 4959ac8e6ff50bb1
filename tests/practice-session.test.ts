import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { writePracticeLink } from '../src/domain/practice/practice-link.ts';
import { useBrowser } from './browser.ts';
import { guideOnDisk } from './guide-data.ts';
import {
  answerWith,
  fromMenu,
  openPractice,
  passSample,
  roomText,
  scoreAnswer,
} from './practice-steps.ts';
import { sampled } from './sampled.ts';
import { storedRecords } from './stored-records.ts';

const open = useBrowser();
const site = inject('rootSite');
const guide = guideOnDisk();
const codes = guide.questions.slice(0, 3).map(({ code }) => code);
const set = writePracticeLink({ kind: 'set', set: { name: 'Three', codes } });

const atNoon = { fixedTime: '2026-11-24T12:00:00' } as const;

/** Starts the plan of November 24, 2026, for a reader without an interview date. */
async function startToday(page: Page): Promise<void> {
  await openPractice(page, site);
  await page.getByRole('button', { name: 'No date yet' }).click();
  await page.locator('.today .primary').click();
}

describe('what to practice', () => {
  it('begins with the interview date, then shows the plan and one button', async () => {
    const { page, errors } = await open(atNoon);
    await openPractice(page, site);
    await page.getByRole('heading', { name: 'When is your interview?' }).waitFor();
    const chips = page.locator('.begin .choice');
    expect((await chips.allTextContents()).map((text) => text.trim())).toEqual([
      'This week',
      'In two weeks',
      'No date yet',
    ]);
    expect(await page.locator('practice-room .primary').count()).toBe(0);
    await page.getByLabel('Or pick a date').fill('2026-12-02');
    await page.getByRole('button', { name: 'Set date' }).click();
    await page.getByRole('heading', { name: 'Interview in 8 days' }).waitFor();
    expect(await page.locator('.chart .column').count()).toBe(8);
    expect(await page.locator('practice-room .primary').count()).toBe(1);
    // The last three days get no new ones.
    const perDay = Math.ceil(guide.questions.length / 5);
    await page.locator('.today').getByText(`${perDay} questions`).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Interview in 8 days' }).waitFor();
    expect((await storedRecords(page))['settings']).toMatchObject([{ interviewOn: '2026-12-02' }]);
    await page.locator('.today .primary').click();
    await page.getByText(`1 of ${perDay}`, { exact: true }).waitFor();
    expect(errors).toEqual([]);
  });

  it('saves a date once it is complete and within two years, not while it is typed', async () => {
    const { page } = await open({ ...atNoon, locale: 'en-US' });
    await openPractice(page, site);
    const settings = async () => (await storedRecords(page))['settings'] ?? [];
    const field = page.getByLabel('Or pick a date');
    expect(await field.getAttribute('min')).toBe('2026-11-24');
    expect(await field.getAttribute('max')).toBe('2028-11-23');
    await field.focus();
    await page.keyboard.type('12022');
    await page.keyboard.press('Enter');
    await expect
      .poll(() => field.evaluate((input: HTMLInputElement) => input.validity.valid))
      .toBe(false);
    expect(await settings()).toEqual([]);
    await page.keyboard.type('2026');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Interview in 8 days' }).waitFor();
    await page.getByText('Change the date or the pace').click();
    await page.getByLabel('Interview date').fill('2030-01-01');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => settings()).toMatchObject([{ interviewOn: '2026-12-02' }]);
    await page.getByLabel('Interview date').fill('2026-12-03');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('heading', { name: 'Interview in 9 days' }).waitFor();
  });

  it('says that something wasn’t saved until something is', async () => {
    const { page } = await open();
    await openPractice(page, site);
    await page.getByRole('button', { name: 'No date yet' }).click();
    await page.locator('.plan').waitFor();
    await page.evaluate(() => {
      const { put } = IDBObjectStore.prototype;
      IDBObjectStore.prototype.put = () => {
        IDBObjectStore.prototype.put = put;
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await page.getByLabel('Daily limit').selectOption('15');
    await page.getByText('We couldn’t save this').waitFor();
    await page.getByLabel('Daily limit').selectOption('30');
    await page.getByText('We couldn’t save this').waitFor({ state: 'detached' });
  });

  it('without a date is five new questions a day', async () => {
    const { page } = await open();
    await openPractice(page, site);
    await page.getByRole('button', { name: 'No date yet' }).click();
    await page.locator('.today').getByText('5 questions').waitFor();
    await page.getByLabel('Interview date').waitFor({ state: 'attached' });
  });

  it('later is one box with what is left for today', async () => {
    const { page } = await open(atNoon);
    await startToday(page);
    await answerWith(page, 4);
    await fromMenu(page, 'End session');
    await page.getByRole('button', { name: 'Continue today: 4 left' }).click();
    await page.getByText('2 of 5', { exact: true }).waitFor();
  });

  it('stays within a daily limit, and says what doesn’t fit', async () => {
    const { page } = await open(atNoon);
    await openPractice(page, site);
    await page.getByRole('button', { name: 'In two weeks' }).click();
    await page.getByLabel('Daily limit').selectOption('15');
    await page
      .getByText(/more questions? do(es)?n’t fit your limit of 15 minutes per day/)
      .waitFor();
    await page.getByText(/questions don’t fit before your interview/).waitFor();
    const minutes = await page
      .locator('.chart tbody td:last-child')
      .evaluateAll((cells) => cells.map((cell) => Number(cell.textContent)));
    expect(Math.max(...minutes)).toBeLessThanOrEqual(15);
    expect((await storedRecords(page))['settings']).toMatchObject([{ minutesPerDay: 15 }]);
    await page.getByLabel('Daily limit').selectOption('No limit');
    await page.getByText(/fit your limit/).waitFor({ state: 'detached' });
    expect((await storedRecords(page))['settings']?.[0]).not.toHaveProperty('minutesPerDay');
  });

  it('has a short plan for the night before', async () => {
    const { page } = await open(atNoon);
    await openPractice(page, site);
    await page.getByLabel('Or pick a date').fill('2026-11-25');
    await page.getByRole('button', { name: 'Set date' }).click();
    await page.getByRole('heading', { name: 'The night before' }).waitFor();
    const [minutes] = await page
      .locator('.chart tbody td:last-child')
      .evaluateAll((cells) => cells.map((cell) => Number(cell.textContent)));
    expect(minutes).toBeGreaterThan(0);
    expect(minutes).toBeLessThanOrEqual(45);
  });

  it('can be saved as a calendar file, with the minutes that the page shows', async () => {
    const { page } = await open();
    await openPractice(page, site);
    await page.getByRole('button', { name: 'In two weeks' }).click();
    const minutes = await page.locator('.chart tbody td:last-child').first().textContent();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Add plan to calendar' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('practice-plan.ics');
    const stream = await file.createReadStream();
    const text = (await Array.fromAsync(stream)).join('');
    expect(text).toContain('BEGIN:VEVENT');
    expect(text).toMatch(new RegExp(`SUMMARY:Practice: \\d+ questions\\\\, ${minutes} min`));
    expect(text).toContain('SUMMARY:The night before: ');
  });

  it.each([
    ['Level', 'beginner', 5],
    ['Topic', 'fhir', undefined],
    ['Learning path', guide.paths[0]?.id ?? '', guide.paths[0]?.questions.length],
  ])('can be one %s', async (name, id, count) => {
    const { page } = await open();
    await openPractice(page, site);
    await page.getByText('Choose what to practice').click();
    await page.getByRole('combobox', { name, exact: true }).selectOption(id);
    await page.getByRole('button', { name: `Start: ${name.toLowerCase()}` }).click();
    const topic = guide.topics.find((group) => group.id === id)?.questions.length;
    await page.getByText(`1 of ${count ?? topic}`, { exact: true }).waitFor();
    await page.goBack();
    await page.getByText('Choose what to practice').waitFor();
  });

  it('can be the glossary: Space shows the answer, which isn’t in the page before', async () => {
    const { page, errors } = await open();
    await openPractice(page, site);
    await page.getByText('Choose what to practice').click();
    await page.getByRole('button', { name: 'Today’s terms' }).click();
    const card = page.locator('.flashcard');
    await card.waitFor();
    const front = await card.locator('h2').textContent();
    const term = [...guide.terms.values()].find((entry) => entry.term === front);
    expect(term).toBeDefined();
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
    for (const fragment of sampled(fragments, 3)) {
      const { page, errors } = await open();
      await page.goto(`${site}practice/#${fragment}`);
      await page.locator('practice-room[data-ready]').waitFor();
      await page.locator('.warning').first().waitFor();
      expect(await page.locator('practice-room :is(img, b)').count()).toBe(0);
      expect(await page.getByText('Choose what to practice').count()).toBe(1);
      expect(errors).toEqual([]);
      await page.close();
    }
  });
});

describe('a session', () => {
  it('goes through a set in order: score, skip, go back, undo, skipped cards, finish', async () => {
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
    await title.getByText(guide.questions[2]?.title ?? '').waitFor();
    await answerWith(page, 5);
    await page.getByRole('button', { name: 'Go back to skipped questions' }).click();
    await expect.poll(() => title.textContent()).toBe(guide.questions[1]?.title);
    await answerWith(page, 5);
    expect(await page.locator('#done').textContent()).toBe('Done: Set: Three');
    expect(await page.locator('.done li').count()).toBe(3);
    expect((await storedRecords(page))['reviews']).toHaveLength(3);
    expect(errors).toEqual([]);
  });

  it('can be ended and continued, and asks before another one replaces it', async () => {
    const { page } = await open();
    await openPractice(page, site, set);
    await answerWith(page, 4);
    await fromMenu(page, 'End session');
    await page.getByText('Set: Three: 1 of 3 done.').waitFor();
    await page.getByText('Choose what to practice').click();
    await page.getByRole('button', { name: `New ${guide.questions.length - 1}` }).click();
    const dialog = page.getByRole('dialog', { name: 'You have an unfinished session' });
    await dialog.getByRole('button', { name: 'Continue Set: Three' }).click();
    await page
      .locator('.asked h2')
      .getByText(guide.questions[1]?.title ?? '')
      .waitFor();
    await fromMenu(page, 'End session');
    await page.getByRole('button', { name: 'Discard', exact: true }).click();
    await page.getByRole('button', { name: 'Discard session' }).click();
    await page.locator('.today', { hasText: '1 of 3 done.' }).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => localStorage.getItem('guide-session'))).toBeNull();
  });

  it('is the plan of its day: the next day has its own, with the answer that wasn’t finished', async () => {
    const { page } = await open(atNoon);
    await startToday(page);
    await answerWith(page, 1);
    await page.locator('textarea').fill('Half of an answer.');
    await page.clock.setFixedTime('2026-11-25T12:00:00');
    await page.goto('about:blank');
    await openPractice(page, site);
    await page.getByText('Today: 0 of 6 done.').waitFor();
    // Even if there is no new question today.
    await page.getByText('Change the date or the pace').click();
    await page.getByLabel('New questions per day').fill('0');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Continue today: 2 left' }).click();
    const title = page.locator('.asked h2');
    await title.getByText(guide.questions[0]?.title ?? '').waitFor();
    await answerWith(page, 5);
    await title.getByText(guide.questions[1]?.title ?? '').waitFor();
    expect(await page.locator('textarea').inputValue()).toBe('Half of an answer.');
    await answerWith(page, 5);
    await page.getByText('2 answers in').waitFor();
  });

  it('starts over on the next day if no answer is unfinished', async () => {
    const { page } = await open(atNoon);
    await startToday(page);
    await answerWith(page, 1);
    await page.clock.setFixedTime('2026-11-25T12:00:00');
    await page.goto('about:blank');
    await openPractice(page, site);
    await page.getByRole('button', { name: 'Continue today: 6 left, 1 due' }).click();
    await page.getByText('1 of 6', { exact: true }).waitFor();
    expect(await page.locator('.asked h2').textContent()).toBe(guide.questions[0]?.title);
  });

  it('becomes the plan of the new day in a tab that was left open', async () => {
    const { page } = await open(atNoon);
    await startToday(page);
    await answerWith(page, 1);
    await page.locator('textarea').fill('Half of an answer.');
    const bringBack = () =>
      page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await bringBack();
    expect(await page.locator('textarea').inputValue()).toBe('Half of an answer.');
    await page.clock.setFixedTime('2026-11-25T12:00:00');
    await bringBack();
    await page.getByText('1 of 6', { exact: true }).waitFor();
    await fromMenu(page, 'End session');
    await page.getByText('Today: 0 of 6 done.').waitFor();
  });

  it('also asks when a link opens the page, and replaces a session that was only viewed', async () => {
    const { page } = await open();
    await openPractice(page, site, set);
    await page.goto('about:blank');
    await openPractice(page, site, '1.level.advanced');
    const { length } = guide.questions.filter(({ level }) => level === 'advanced');
    await page.getByText(`1 of ${length}`, { exact: true }).waitFor();
    await page.locator('textarea').fill('Half of an answer.');
    await page.goto('about:blank');
    await openPractice(page, site, set);
    const dialog = page.getByRole('dialog', { name: 'You have an unfinished session' });
    await dialog.getByRole('button', { name: 'Start Set: Three' }).click();
    await page.getByText('1 of 3', { exact: true }).waitFor();
    expect(await page.locator('textarea').inputValue()).toBe('');
  });

  it('keeps an unfinished answer when the reader goes to another question, even after a reload', async () => {
    const { page } = await open();
    await openPractice(page, site, set);
    await page.locator('textarea').fill('Half of an answer.');
    await page.getByRole('button', { name: 'Skip question' }).click();
    await page
      .locator('.asked h2')
      .getByText(guide.questions[1]?.title ?? '')
      .waitFor();
    await page.locator('textarea').fill('Another.');
    await page.reload();
    await page.locator('practice-room[data-ready]').waitFor();
    expect(await page.locator('textarea').inputValue()).toBe('Another.');
    await fromMenu(page, 'Previous');
    expect(await page.locator('textarea').inputValue()).toBe('Half of an answer.');
    await page.reload();
    await page.locator('practice-room[data-ready]').waitFor();
    expect(await page.locator('textarea').inputValue()).toBe('Half of an answer.');
    await scoreAnswer(page);
  });

  it('continues a session stored by the first version, ready to score', async () => {
    const { page } = await open();
    await page.goto(site);
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
    await page.evaluate(
      ([ladders, stored]) => {
        localStorage.setItem('guide-ladder', ladders);
        localStorage.setItem('guide-session', stored);
      },
      [JSON.stringify([ladder]), JSON.stringify(session)] as const,
    );
    await openPractice(page, site);
    await page.getByRole('button', { name: 'Continue: 3 left' }).click();
    await page.getByRole('heading', { name: 'Score your answer' }).waitFor();
    expect(await page.locator('.typed').textContent()).toBe('Intended use decides.');
    expect(await roomText(page)).toContain('1:05');
  });

  it('starts over with a message when the saved session is unreadable', async () => {
    const { page, errors } = await open();
    await page.goto(site);
    await page.evaluate(() => {
      localStorage.setItem('guide-session', '{"version":1,"name":');
      localStorage.setItem('guide-ladder', '{"version":7}');
    });
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
    // This tab gets no messages from the other one.
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
    await other.goto(site);
    await other.evaluate(() => localStorage.clear());
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

  it('can be done by keyboard alone, with the keys listed on ?', async () => {
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
    await page
      .locator('.asked h2')
      .getByText(guide.questions[1]?.title ?? '')
      .waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
    // The last score isn't shown above the next answer.
    await page.locator('[data-message]', { hasText: 'Last answer: good, 4' }).waitFor();
    await page.keyboard.press(' ');
    await page.getByRole('heading', { name: 'Score your answer' }).waitFor();
    expect(await page.locator('[data-message]').count()).toBe(0);
  });

  it('ignores single letters once they are turned off, and the other keys still work', async () => {
    const { page } = await open();
    await openPractice(page, site, set);
    await page.keyboard.press('?');
    await page.getByLabel('Use single letters and digits as shortcuts').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    expect(await page.locator('.asked h2').textContent()).toBe(guide.questions[0]?.title);
    await page.keyboard.press('Control+Enter');
    await passSample(page);
  });
});
