import { describe, expect, inject, it } from 'vitest';
import { writePracticeLink } from '../src/domain/practice/practice-link.ts';
import { useBrowser } from './browser.ts';
import { guideOnDisk } from './guide-data.ts';
import { answerWith, openPractice, roomText, uncover } from './practice-steps.ts';
import { storedRecords } from './stored-records.ts';

const open = useBrowser();
const site = inject('rootSite');
const guide = guideOnDisk();
const codes = guide.questions.slice(0, 3).map(({ code }) => code);
const set = writePracticeLink({ kind: 'set', set: { name: 'Three', codes } });

describe('what to practice', () => {
  it('is what today asks for, and more of it with an interview date', async () => {
    const { page } = await open();
    await page.clock.setFixedTime('2026-11-24T12:00:00');
    await openPractice(page, site);
    expect(await page.locator('.figures dd').allTextContents()).toEqual(
      expect.arrayContaining(['0', '5']),
    );
    await page.getByLabel('Day of the interview').fill('2026-12-02');
    await page.getByLabel('Day of the interview').blur();
    await page.getByText('Interview in 8 days, on Wed, Dec 2.').waitFor();
    // Fifty questions, and the last three days are kept free of new ones.
    expect(await page.locator('.figures dd').nth(1).textContent()).toBe('10');
    await page.reload();
    await page.getByText('Interview in 8 days').waitFor();
    expect((await storedRecords(page))['settings']).toMatchObject([{ interviewOn: '2026-12-02' }]);
  });

  it('can be had as a calendar file', async () => {
    const { page } = await open();
    await openPractice(page, site);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Plan as calendar file' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('practice-plan.ics');
    const stream = await file.createReadStream();
    const text = (await Array.fromAsync(stream)).join('');
    expect(text).toContain('BEGIN:VEVENT');
    expect(text).toContain('SUMMARY:Practice: 5 questions');
  });

  it.each([
    ['Level', 'beginner', 5],
    ['Topic', 'fhir', undefined],
    ['Learning path', guide.paths[0]?.id ?? '', guide.paths[0]?.questions.length],
  ])('can be one %s', async (name, id, count) => {
    const { page } = await open();
    await openPractice(page, site);
    await page.getByRole('combobox', { name, exact: true }).selectOption(id);
    await page.getByRole('button', { name: `Start: ${name.toLowerCase()}` }).click();
    const topic = guide.topics.find((group) => group.id === id)?.questions.length;
    await page.getByText(`1 of ${count ?? topic}`, { exact: true }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: 'Today' }).waitFor();
  });

  it('can be the glossary: the back is nowhere before the card is turned', async () => {
    const { page, errors } = await open();
    await openPractice(page, site);
    await page.getByRole('button', { name: 'Terms of today' }).click();
    const card = page.locator('.flashcard');
    await card.waitFor();
    const front = await card.locator('h2').textContent();
    const term = [...guide.terms.values()].find((entry) => entry.term === front);
    expect(term).toBeDefined();
    expect(await page.locator('practice-room').textContent()).not.toContain(
      term?.definition.slice(0, 40),
    );
    await page.keyboard.press('n');
    expect(await card.textContent()).toContain(term?.definition.slice(0, 40));
    await page.keyboard.press('3');
    await page.getByText('2 of 5', { exact: true }).waitFor();
    expect((await storedRecords(page))['reviews']).toMatchObject([
      { card: `term:${term?.id}`, grade: 'good', scores: [] },
    ]);
    await page.reload();
    await page.getByText('2 of 5', { exact: true }).waitFor();
    expect(errors).toEqual([]);
  });

  it('is chosen again when a link can not be read, whatever stands in it', async () => {
    for (const fragment of [
      '%E0%A4%A',
      '<img src=x onerror=alert(1)>',
      '1.set.<b>',
      '1.level.__proto__',
      '9.today',
      `1.set.${'zzz'.repeat(900)}`,
      '1.question.zzz',
    ]) {
      const { page, errors } = await open();
      await page.goto(`${site}practice/#${fragment}`);
      await page.locator('practice-room[data-ready]').waitFor();
      await page.locator('.warning').first().waitFor();
      expect(await page.locator('practice-room :is(img, b)').count()).toBe(0);
      expect(await page.getByRole('heading', { name: 'Today' }).count()).toBe(1);
      expect(errors).toEqual([]);
      await page.context().close();
    }
  });
});

describe('a session', () => {
  it('goes through a set in its order: score, skip, go back, undo, take up, finish', async () => {
    const { page, errors } = await open();
    await openPractice(page, site, set);
    const title = page.locator('.ladder h2');
    expect(await title.textContent()).toBe(guide.questions[0]?.title);
    await answerWith(page, 3);
    await page.getByRole('button', { name: 'Next' }).click();
    expect(await title.textContent()).toBe(guide.questions[1]?.title);
    await page.getByRole('button', { name: 'Skip for now' }).click();
    expect(await title.textContent()).toBe(guide.questions[2]?.title);
    await page.getByRole('button', { name: 'Previous' }).click();
    await page.getByRole('button', { name: 'Previous' }).click();
    expect(await roomText(page)).toContain('Scored hard');
    await page.getByRole('button', { name: 'Undo last score' }).click();
    expect(await title.textContent()).toBe(guide.questions[0]?.title);
    expect((await storedRecords(page))['cards']).toEqual([]);
    await answerWith(page, 5);
    await page.getByRole('button', { name: 'Next' }).click();
    await answerWith(page, 5);
    await page.getByRole('button', { name: 'Finish' }).click();
    await page.getByRole('button', { name: 'Take up what was skipped' }).click();
    expect(await title.textContent()).toBe(guide.questions[1]?.title);
    await answerWith(page, 5);
    await page.getByRole('button', { name: 'Finish' }).click();
    expect(await page.locator('#done').textContent()).toBe('Set: Three: done');
    expect((await storedRecords(page))['reviews']).toHaveLength(3);
    expect(errors).toEqual([]);
  });

  it('stops and goes on, and asks before another takes its place', async () => {
    const { page } = await open();
    await openPractice(page, site, set);
    await answerWith(page, 4);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByText('Set: Three: 1 of 3 done.').waitFor();
    await page.getByRole('button', { name: 'New 49' }).click();
    await page.getByRole('heading', { name: 'You have practice under way' }).waitFor();
    await page.getByRole('button', { name: 'Go on with Set: Three' }).click();
    expect(await page.locator('.ladder h2').textContent()).toBe(guide.questions[1]?.title);
  });

  it('keeps an answer that was begun when the reader looks elsewhere, also after a reload', async () => {
    const { page } = await open();
    await openPractice(page, site, set);
    await page.getByRole('button', { name: 'Type it' }).click();
    await page.locator('textarea').fill('Half of an answer.');
    await page.getByRole('button', { name: 'Skip for now' }).click();
    await page.getByRole('button', { name: 'Type it' }).click();
    await page.locator('textarea').fill('Another.');
    await page.getByRole('button', { name: 'Previous' }).click();
    expect(await page.locator('textarea').inputValue()).toBe('Half of an answer.');
    await page.reload();
    await page.locator('practice-room[data-ready]').waitFor();
    expect(await page.locator('textarea').inputValue()).toBe('Half of an answer.');
    await page.getByRole('button', { name: 'I have answered' }).click();
    await page.locator('[data-focus=hint]').waitFor();
  });

  it('starts afresh with a sentence when what was kept can not be read', async () => {
    const { page, errors } = await open();
    await page.goto(site);
    await page.evaluate(() => {
      localStorage.setItem('guide-session', '{"version":1,"name":');
      localStorage.setItem('guide-ladder', '{"version":7}');
    });
    await openPractice(page, site, set);
    expect(await roomText(page)).toContain("The stored session can't be read");
    expect(await page.locator('.ladder h2').textContent()).toBe(guide.questions[0]?.title);
    expect(errors).toEqual([]);
  });

  it('goes on without storage and says that nothing is kept', async () => {
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
    await page.getByText('does not let the guide keep anything on this device').waitFor();
    await page.getByText('This browser does not keep what is under way').waitFor();
    await answerWith(page, 4);
    await page.getByRole('button', { name: 'Next' }).click();
    expect(await page.locator('.ladder h2').textContent()).toBe(guide.questions[1]?.title);
  });

  it('overwrites nothing when another tab has answered the same card, and lets it be scored again', async () => {
    const { page } = await open();
    // This tab does not hear of what the other one does.
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'BroadcastChannel'));
    const link = `1.question.${codes[0]}`;
    await openPractice(page, site, link);
    await page.getByRole('button', { name: 'Say it' }).click();
    await page.getByRole('button', { name: 'I have answered' }).click();
    await uncover(page, 'Outline', 'Rubric', 'Model answer', 'They may ask next');
    await page.locator('fieldset.criterion').first().getByRole('radio', { name: '1' }).check();
    const other = await page.context().newPage();
    await other.goto(site);
    await other.evaluate(() => localStorage.clear());
    await openPractice(other, site, link);
    await answerWith(other, 5);
    await page.getByRole('button', { name: 'Finish with these scores' }).click();
    await page.locator('[data-message]', { hasText: 'answered again in the meantime' }).waitFor();
    expect((await storedRecords(page))['reviews']).toMatchObject([{ grade: 'easy' }]);
    await page.getByRole('button', { name: 'Finish with these scores' }).click();
    await page.locator('#scored').waitFor();
    const { reviews, cards } = await storedRecords(page);
    expect(reviews).toHaveLength(2);
    expect(cards).toMatchObject([{ reps: 2 }]);
  });

  it('can be done by the keyboard alone, with the keys listed on ?', async () => {
    const { page } = await open();
    await openPractice(page, site, set);
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await dialog.waitFor();
    expect(await dialog.textContent()).toContain('Say the answer');
    await page.keyboard.press('Escape');
    for (const key of ['s', 'n']) await page.keyboard.press(key);
    await page.locator('[data-focus=hint]').waitFor();
    for (const key of ['n', 'n', '4', '4', '4', '4', 'n', 'n', 'f']) await page.keyboard.press(key);
    await page.locator('#scored').waitFor();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('scored');
    await page.keyboard.press('n');
    expect(await page.locator('.ladder h2').textContent()).toBe(guide.questions[1]?.title);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H2');
  });

  it('ignores single letters once they are turned off, and goes on with the rest', async () => {
    const { page } = await open();
    await openPractice(page, site, set);
    await page.keyboard.press('?');
    await page.getByLabel('Single letters and digits are shortcuts').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('s');
    expect(await page.getByRole('button', { name: 'Say it' }).count()).toBe(1);
    await page.getByRole('button', { name: 'Type it' }).click();
    await page.keyboard.press('Control+Enter');
    await page.locator('[data-focus=hint]').waitFor();
  });
});
