import type { Locator } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { guideOnDisk } from './guide-data.ts';
import { answerWith, openPractice, roomText, uncover } from './practice-steps.ts';
import { storedRecords } from './stored-records.ts';

const open = useBrowser();
const site = inject('rootSite');
const guide = guideOnDisk();
const [first] = guide.questions;
if (first === undefined) throw new Error('The guide has no question.');
const link = `1.question.${first.code}`;
const behavioral = guide.questions.find(({ level }) => level === 'behavioral');

describe('the ladder', () => {
  it('uncovers one step at a time, and nothing early: not on the page, not by a key', async () => {
    const { page, errors } = await open();
    await openPractice(page, site, link);
    const headings = page.locator('practice-room h3');
    // None of these keys may show anything before an answer has begun.
    for (const key of ['n', 'b', 'f', '4', 'Control+Enter']) await page.keyboard.press(key);
    expect(await page.locator('practice-room details').count()).toBe(0);
    expect(await page.content()).not.toContain('data-focus="hint"');
    await page.keyboard.press('s');
    expect(await headings.allTextContents()).toEqual(['Your answer']);
    const seen: string[][] = [];
    for (let step = 0; step < 5; step += 1) {
      await page.keyboard.press('n');
      await page.locator('practice-room details').first().waitFor();
      await page.waitForFunction(
        (count) => document.querySelectorAll('practice-room .part-shown').length > count,
        seen.at(-1)?.length ?? 0,
      );
      seen.push(await page.locator('.part-shown h3').allTextContents());
    }
    const parts = [
      'Hint',
      'Outline',
      'What the interviewer is listening for',
      'Score yourself',
      'Red flags',
    ];
    expect(seen.map((shown) => shown.map((text) => text.trim()))).toEqual([
      parts.slice(0, 1),
      parts.slice(0, 2),
      parts,
      [...parts, 'Model answer'],
      [...parts, 'Model answer', 'They may ask next'],
    ]);
    expect(errors).toEqual([]);
  });

  it('takes the parts from the page of the question, with nothing on them that leads to it', async () => {
    const { page } = await open();
    await openPractice(page, site, link);
    await page.getByRole('button', { name: 'Say it' }).click();
    await page.getByRole('button', { name: 'I have answered' }).click();
    const shown = await page.locator('.part-shown .prose').textContent();
    const other = await open();
    await other.page.goto(`${site}questions/${first.slug}/`);
    await other.page.locator('details[data-part=hint] summary').click();
    const moves = await other.page.locator('#hint strong').allTextContents();
    for (const move of moves) expect(shown).toContain(move);
    expect(await page.locator('.part-shown a[href*="#"]').count()).toBe(0);
  });

  it('scores: the grade follows from the rubric, the card comes back, both are stored', async () => {
    const { page, errors } = await open();
    // In the last minutes of a day it would not come back on that day.
    await page.clock.setFixedTime('2026-11-24T12:00:00');
    await openPractice(page, site, link);
    await answerWith(page, 4);
    expect(await page.locator('#scored').textContent()).toBe('Scored: good');
    expect(await roomText(page)).toContain('It comes back on Thu, Nov 26.');
    const { cards, reviews } = await storedRecords(page);
    expect(cards).toMatchObject([{ id: `question:${first.code}`, reps: 1 }]);
    expect(reviews).toMatchObject([
      { card: `question:${first.code}`, grade: 'good', scores: first.rubric.map(() => 4) },
    ]);
    await page.getByRole('button', { name: 'Finish' }).click();
    expect(await page.locator('#done').textContent()).toContain('done');
    // A good answer costs no second one on the same day.
    expect(await page.getByRole('button', { name: 'Once more today' }).count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('saves an answer on hosts without https, where randomUUID does not exist', async () => {
    const { page, errors } = await open();
    await page.addInitScript(() => Reflect.deleteProperty(Crypto.prototype, 'randomUUID'));
    await openPractice(page, site, link);
    await answerWith(page, 2);
    expect((await storedRecords(page))['reviews']).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  it('keeps the criterion that digits score in view', async () => {
    const { page } = await open({ viewport: { width: 360, height: 740 } });
    await openPractice(page, site, link);
    await page.keyboard.press('s');
    await page.keyboard.press('n');
    await uncover(page, 'Outline', 'Rubric');
    const criteria = page.locator('fieldset.criterion');
    const places = first.rubric.map((_, place) => place);
    for (const place of places) {
      const scores = criteria.nth(place).locator('.scores');
      await expect.poll(() => isInView(scores)).toBe(true);
      await page.keyboard.press('4');
      await criteria
        .nth(place)
        .getByRole('radio', { name: '4' })
        .and(page.locator(':checked'))
        .waitFor({ state: 'attached' });
    }
  });

  it('leads to the scores when they are missing', async () => {
    const { page } = await open();
    await openPractice(page, site, link);
    await page.getByRole('button', { name: 'Say it' }).click();
    await page.getByRole('button', { name: 'I have answered' }).click();
    await uncover(page, 'Outline', 'Rubric', 'Model answer', 'They may ask next');
    await page.getByRole('button', { name: 'Score your answer' }).click();
    const criterion = page.locator('fieldset.criterion').first();
    await expect.poll(() => isInView(criterion.locator('.scores'))).toBe(true);
    expect(await criterion.locator(':focus').count()).toBe(1);
  });

  it('lets a score be changed: the stored answer is taken back, what was scored stays', async () => {
    const { page } = await open();
    await openPractice(page, site, link);
    await answerWith(page, 5);
    await page.getByRole('button', { name: 'Change the score' }).click();
    await page.getByRole('button', { name: 'Finish with these scores' }).waitFor();
    expect((await storedRecords(page))['reviews']).toEqual([]);
    const criteria = page.locator('fieldset.criterion');
    expect(await criteria.first().getByRole('radio', { name: '5' }).isChecked()).toBe(true);
    await criteria.first().getByRole('radio', { name: 'Not assessed' }).check();
    await page.getByRole('button', { name: 'Finish with these scores' }).click();
    await page.locator('#scored').waitFor();
    const [review] = (await storedRecords(page))['reviews'] ?? [];
    expect(review?.['scores']).toEqual(first.rubric.map((_, place) => (place === 0 ? null : 5)));
  });

  it('goes on after a reload where it stood, typed answer and time spent included', async () => {
    const { page } = await open();
    await page.clock.install({ time: '2026-11-24T12:00:00' });
    await openPractice(page, site, link);
    await page.clock.pauseAt('2026-11-24T12:10:00');
    await page.getByRole('button', { name: 'Type it' }).click();
    await page.locator('textarea').fill('Intended use decides.');
    await page.clock.runFor(65_000);
    expect(await page.locator('[data-clock]').textContent()).toBe('1:05');
    await page.reload();
    await page.locator('practice-room[data-ready]').waitFor();
    expect(await page.locator('textarea').inputValue()).toBe('Intended use decides.');
    expect(await page.locator('[data-clock]').textContent()).toBe('1:05');
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.clock.runFor(30_000);
    expect(await page.locator('[data-clock]').textContent()).toBe('1:05');
  });

  it('compares a typed answer with the points, beside the rubric and not earlier', async () => {
    const { page } = await open();
    await openPractice(page, site, link);
    await page.getByRole('button', { name: 'Type it' }).click();
    await page
      .locator('textarea')
      .fill('Software with a medical purpose, by the IMDRF definition. Intended use decides.');
    await page.keyboard.press('Control+Enter');
    await uncover(page, 'Outline');
    expect(await page.locator('.points').count()).toBe(0);
    await uncover(page, 'Rubric');
    await page.locator('.points').waitFor();
    expect(await page.locator('.points dt').first().textContent()).toMatch(/^Touched \(\d of \d\)/);
    expect(await page.locator('.typed mark').allTextContents()).toContain('IMDRF');
    expect(await roomText(page)).toContain('It is no score');
  });

  it('compares the answer anew when the reader went back and changed it', async () => {
    const { page } = await open();
    await openPractice(page, site, link);
    await page.getByRole('button', { name: 'Type it' }).click();
    await page.locator('textarea').fill('The IMDRF definition: intended use decides.');
    await page.keyboard.press('Control+Enter');
    await uncover(page, 'Outline', 'Rubric');
    await page.locator('.typed mark', { hasText: 'IMDRF' }).waitFor();
    for (const step of ['Rubric', 'Outline', 'Hint']) {
      await page.getByRole('button', { name: 'Back one step' }).click();
      await page
        .getByRole('button', { name: `Show: ${step}` })
        .or(page.locator('textarea'))
        .waitFor();
    }
    await page.locator('textarea').fill('I would ask a lawyer.');
    await page.keyboard.press('Control+Enter');
    await uncover(page, 'Outline', 'Rubric');
    await page.locator('.points').waitFor();
    expect(await page.locator('.typed').textContent()).toBe('I would ask a lawyer.');
    expect(await page.locator('.points').textContent()).not.toMatch(/Touched \(/);
  });

  it('compares no story: behavioral questions have no points to touch', async () => {
    const { page } = await open();
    await openPractice(page, site, `1.question.${behavioral?.code}`);
    await page.getByRole('button', { name: 'Type it' }).click();
    await page.locator('textarea').fill('We stopped the launch when the alerts were wrong.');
    await page.keyboard.press('Control+Enter');
    await uncover(page, 'Outline', 'Rubric');
    expect(await page.locator('.typed').textContent()).toContain('We stopped the launch');
    expect(await page.locator('.points').count()).toBe(0);
  });

  it('records an answer that can be played and kept, and lets go of it with the card', async () => {
    const { page, errors } = await open({ permissions: ['microphone'] });
    await openPractice(page, site, link);
    await page.getByRole('button', { name: 'Record it' }).click();
    await page.getByText('Recording. Say your answer aloud').waitFor();
    await page.waitForFunction(
      () => document.querySelector('[data-clock]')?.textContent !== '0:00',
    );
    await page.getByRole('button', { name: 'I have answered' }).click();
    const audio = page.locator('audio');
    await audio.waitFor();
    const isPlayable = await audio.evaluate(
      (element: HTMLAudioElement) =>
        new Promise((resolve) => {
          element.addEventListener('error', () => resolve(false));
          element.addEventListener('canplay', () => resolve(true));
          element.load();
        }),
    );
    expect(isPlayable).toBe(true);
    expect(errors).toEqual([]);
  });

  it('says why it can not record, and the answer can be given in another way', async () => {
    const { page } = await open({ permissions: [] });
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await openPractice(page, site, link);
    await page.getByRole('button', { name: 'Record it' }).click();
    await page.getByText('The browser did not allow the microphone').waitFor();
    await page.getByRole('button', { name: 'Say it' }).click();
    await page.getByRole('button', { name: 'I have answered' }).waitFor();
  });

  it('reads the question aloud only with a voice of the device', async () => {
    for (const localService of [true, false]) {
      const { page } = await open();
      await page.addInitScript((isLocal) => {
        const voice = { lang: 'en-US', localService: isLocal, name: 'Test', default: true };
        speechSynthesis.getVoices = () => [voice as SpeechSynthesisVoice];
      }, localService);
      await openPractice(page, site, link);
      const button = page.getByRole('button', { name: 'Read it aloud' });
      expect(await button.count()).toBe(localService ? 1 : 0);
    }
  });

  it('keeps what was answered when the page of the question can not be had', async () => {
    const { page } = await open();
    await openPractice(page, site, link);
    await page.route('**/questions/**', (route) => route.abort());
    await page.getByRole('button', { name: 'Type it' }).click();
    await page.locator('textarea').fill('An answer.');
    await page.keyboard.press('Control+Enter');
    await page.getByText('could not be loaded').waitFor();
    expect(await page.locator('.typed').textContent()).toBe('An answer.');
    await page.unroute('**/questions/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('[data-focus=hint]').waitFor();
  });

  it('keeps a typed answer in the notes on the question', async () => {
    const { page } = await open();
    await openPractice(page, site, link);
    await page.keyboard.press('t');
    await page.locator('textarea').fill('My own words.');
    await page.keyboard.press('Control+Enter');
    await uncover(page, 'Outline', 'Rubric', 'Model answer', 'They may ask next');
    await page.locator('fieldset.criterion').first().getByRole('radio', { name: '3' }).check();
    await page.keyboard.press('f');
    await page.getByRole('button', { name: 'Keep my answer in my notes' }).click();
    await page.getByText('Your answer stands in your notes').waitFor();
    expect((await storedRecords(page))['notes']).toMatchObject([
      { code: first.code, text: 'My own words.' },
    ]);
  });
});

/** Whether an element is wholly on the screen. */
async function isInView(element: Locator): Promise<boolean> {
  return element.evaluate((node) => {
    const { top, bottom } = node.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });
}
