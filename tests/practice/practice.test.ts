import type { Locator } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { leniencyText } from '../../src/domain/practice/leniency.ts';
import { levels } from '../../src/guide-settings.ts';
import { useBrowser } from '../support/browser.ts';
import { guideOnDisk, studyData } from '../support/guide-data.ts';
import { storedRecords } from '../support/stored-records.ts';
import {
  answerWith,
  endSession,
  giveScores,
  openPractice,
  passSample,
  roomText,
  scoreAnswer,
} from './practice-steps.ts';

const open = useBrowser();
const site = inject('rootSite');
const guide = guideOnDisk();
const study = studyData('dist');
const [first] = guide.questions;
if (first === undefined) throw new Error('The guide has no question.');
const link = `1.question.${first.code}`;
const story = guide.levels.find(({ id }) =>
  levels.some((level) => level.id === id && 'ownStories' in level),
)?.questions[0];
/** Selects the parts of the question's page, which are shown next to the criteria. */
const part = '.rows > .part';

describe('a question', () => {
  it('is asked by itself, and no key shows any of the answer; then its page’s parts are there, without links to it', async () => {
    const { page, errors } = await open();
    await openPractice(page, site, link);
    const isSeen = async (locator: Locator): Promise<boolean> =>
      (await locator.boundingBox().then((box) => (box?.height ?? 0) > 2)) === true;
    // The question fills the page. The sidebar and the title come back after the session.
    const title = page.locator('main h1');
    const menu = page
      .getByRole('navigation', { name: 'Main', includeHidden: true })
      .locator('ul')
      .first();
    expect(await isSeen(title)).toBe(false);
    expect(await isSeen(menu)).toBe(false);
    const top = await page.locator('.asked h2').boundingBox();
    expect(top?.y).toBeLessThan(200);
    // Until the answer ends, none of these keys may show anything.
    for (const key of ['b', 'f', '4', 'ArrowLeft', 'ArrowDown', 'u'])
      await page.keyboard.press(key);
    expect(await page.locator(part).count()).toBe(0);
    expect(await page.locator('fieldset.criterion').count()).toBe(0);
    const hint = study.questions[0]?.points[0]?.slice(0, 30) ?? '';
    expect(await page.content()).not.toContain(hint);
    await page.keyboard.press(' ');
    await passSample(page);
    await page.locator(part).first().waitFor();
    const heads = await page.locator(`${part} h3`).allTextContents();
    expect(heads.map((text) => text.trim())).toEqual([
      'Hint',
      'Worked example',
      'Model answer',
      'What the interviewer is listening for',
      'Red flags',
      'Follow-up questions',
    ]);
    expect(await page.locator(part, { hasText: 'Model answer' }).first().getAttribute('open')).toBe(
      null,
    );
    const shown = await page.locator(`${part} .prose`).first().textContent();
    expect(await page.locator(`${part} a[href*="#"]`).count()).toBe(0);
    await endSession(page);
    expect(await roomText(page)).toContain(`Unfinished answer: ${first.title}`);
    expect(await isSeen(title)).toBe(true);
    expect(await isSeen(menu)).toBe(true);
    await page.goto(`${site}questions/${first.slug}/`);
    await page.locator('details[data-part=hint] summary').click();
    const moves = await page.locator('[data-part=hint] strong').allTextContents();
    for (const move of moves) expect(shown).toContain(move);
    expect(errors).toEqual([]);
  });

  it('takes at most six presses from one question to the next, also on hosts without https', async () => {
    const { page, errors } = await open();
    // On hosts without HTTPS, browsers don't have this function.
    await page.addInitScript(() => Reflect.deleteProperty(Crypto.prototype, 'randomUUID'));
    const four = guide.questions.slice(0, 4);
    await openPractice(page, site, `1.set.${four.map(({ code }) => code).join('')}`);
    // After the first answer, no sample is offered.
    await answerWith(page, 3);
    let presses = 0;
    const press = async (button: Locator): Promise<void> => {
      await button.click();
      presses += 1;
    };
    const criteria = page.locator('fieldset.criterion');
    const give = (place: number, score: number) =>
      press(criteria.nth(place).getByRole('radio', { name: String(score), exact: true }));
    await press(page.getByRole('button', { name: 'Score my answer' }));
    await press(
      page.getByRole('group', { name: 'Same for all' }).getByRole('radio', { name: '4' }),
    );
    const varied = [3, 5, 2];
    for (const [place, score] of varied.entries()) await give(place, score);
    await press(page.getByRole('button', { name: 'Save and continue' }));
    await page.getByText('3 of 4', { exact: true }).waitFor();
    expect(presses).toBeLessThanOrEqual(6);
    for (const key of [' ', '5', 'a', 'ArrowDown', '4', ' ']) await page.keyboard.press(key);
    await page.getByText('4 of 4', { exact: true }).waitFor();
    // "Not assessed" can't be given to all criteria at once.
    for (const key of [' ', '0', '2', 'a', ' ']) await page.keyboard.press(key);
    await page.getByRole('heading', { name: /^4 answers in / }).waitFor();
    const { reviews = [] } = await storedRecords(page);
    const scored = reviews.map(({ scores }) => scores);
    expect(scored).toHaveLength(4);
    // For each answer: its first scores, the last of which is also the score for all remaining
    // criteria.
    const expected = [[3], [...varied, 4], [5, 4, 5], [null, 2, null]];
    for (const [index, { rubric }] of four.entries()) {
      const scores = expected[index] ?? [];
      expect(scored).toContainEqual(
        rubric.map((_, place) => scores[place] ?? scores.at(-1) ?? null),
      );
    }
    expect(errors).toEqual([]);
  });

  it('shows the score and the next review date in words, and stores both', async () => {
    // The time is fixed, because the test expects a certain date for the next review.
    const { page, errors } = await open({ fixedTime: '2026-11-24T12:00:00' });
    await openPractice(page, site, link);
    await scoreAnswer(page);
    await page.getByRole('button', { name: 'Go to the criteria' }).click();
    const criterion = page.locator('fieldset.criterion').first();
    await expect.poll(() => isInView(criterion.locator('.ratings'))).toBe(true);
    expect(await criterion.locator(':focus').count()).toBe(1);
    await giveScores(page, 4);
    const words = 'Good answer. Next review: Thursday, November 26.';
    await page.locator('.result strong', { hasText: words }).waitFor();
    await page.getByRole('button', { name: 'Save and finish' }).click();
    await page.getByRole('heading', { name: 'First one done' }).waitFor();
    const answered = page.locator('.answers a');
    expect(await answered.getAttribute('href')).toBe(`/questions/${first.slug}/`);
    expect(await answered.textContent()).toContain('4.0');
    expect(await page.locator('[data-message]').textContent()).toContain(
      'Last answer: good, 4 out of 5. Next review: Thursday, November 26.',
    );
    const { cards, reviews } = await storedRecords(page);
    expect(cards).toMatchObject([{ id: `question:${first.code}`, reps: 1 }]);
    expect(reviews).toMatchObject([
      { card: `question:${first.code}`, grade: 'good', scores: first.rubric.map(() => 4) },
    ]);
    expect(await page.getByRole('button', { name: /^Review the/ }).count()).toBe(0);
    // To change a score, the reader undoes the saved answer, whose scores are still there.
    await page.locator('.more').getByRole('button', { name: 'Undo last score' }).click();
    await page.getByRole('button', { name: 'Save and finish' }).waitFor();
    expect((await storedRecords(page))['reviews']).toEqual([]);
    expect(await criterion.getByRole('radio', { name: '4' }).isChecked()).toBe(true);
    await criterion.getByRole('radio', { name: 'Not assessed' }).check();
    await page.getByRole('button', { name: 'Save and finish' }).click();
    await page.locator('#done').waitFor();
    expect((await storedRecords(page))['reviews']).toMatchObject([
      { scores: first.rubric.map((_, place) => (place === 0 ? null : 4)) },
    ]);
    expect(errors).toEqual([]);
  });

  it('is scored by clicking the closest sentence, or by digits for the criterion that arrows choose; a follow-up question tests the lowest score', async () => {
    const { page } = await open({ viewport: { width: 1280, height: 800 } });
    const asked = study.questions.find(({ probes }) =>
      probes.some(({ tests }) => tests?.startsWith('criterion ')),
    );
    const place = asked?.probes.findIndex(({ tests }) => tests?.startsWith('criterion ')) ?? -1;
    const probe = asked?.probes[place];
    const lowest = Number(probe?.tests?.slice(-1)) - 1;
    await openPractice(page, site, `1.question.${asked?.code}`);
    await scoreAnswer(page);
    const criteria = page.locator('fieldset.criterion');
    // The ratings stay in view even when the model answer is open.
    const model = page.locator(part, { hasText: 'Model answer' }).first();
    await model.locator('summary').click();
    await model.locator('.prose > :last-child').scrollIntoViewIfNeeded();
    await expect.poll(() => isInView(criteria.first().locator('.ratings'))).toBe(true);
    await expect.poll(() => isInView(page.locator('.result button').first())).toBe(true);
    for (const key of ['2', 'ArrowUp', '5', 'ArrowDown', '3']) await page.keyboard.press(key);
    const hasScore = (place: number, score: string) =>
      criteria.nth(place).getByRole('radio', { name: score, exact: true }).isChecked();
    expect(await hasScore(0, '5')).toBe(true);
    expect(await hasScore(2, '3')).toBe(true);
    await criteria
      .nth(1)
      .getByText(asked?.criteria[1]?.five ?? '')
      .click();
    await expect.poll(() => hasScore(1, '5')).toBe(true);
    await giveScores(page, 4);
    await criteria.nth(lowest).getByRole('radio', { name: '2', exact: true }).check();
    const followUp = page.locator('.follow-up');
    await followUp.getByText(probe?.ask ?? '').waitFor();
    expect(await followUp.getByText(probe?.reply ?? '').isVisible()).toBe(false);
    // The follow-up counts as practiced once its answer is open.
    await followUp.locator('summary').click();
    await followUp.getByText(probe?.reply ?? '').waitFor();
    await page.getByRole('button', { name: /^Save and / }).click();
    await page.locator('#done').waitFor();
    expect((await storedRecords(page))['reviews']).toMatchObject([{ followUp: place }]);
  });

  it('keeps the criterion that digits score in view on a phone, and shows no keys there', async () => {
    const { page } = await open({
      hasTouch: true,
      isMobile: true,
      viewport: { width: 360, height: 740 },
    });
    await openPractice(page, site, link);
    await scoreAnswer(page);
    for (const keys of await page.locator('practice-room :is(kbd, .keys)').all()) {
      expect(await keys.isVisible()).toBe(false);
    }
    const criteria = page.locator('fieldset.criterion');
    for (const place of first.rubric.keys()) {
      if (place > 0) {
        await expect.poll(() => isInView(criteria.nth(place).locator('.ratings'))).toBe(true);
      }
      await page.keyboard.press('4');
      await criteria
        .nth(place)
        .getByRole('radio', { name: '4' })
        .and(page.locator(':checked'))
        .waitFor({ state: 'attached' });
    }
    await expect.poll(() => isInView(page.locator('.follow-up h3'))).toBe(true);
  });

  it('continues after a reload with the typed answer and the time spent, counts over the limit in amber, and cuts nothing', async () => {
    const { page } = await open();
    await page.clock.install({ time: '2026-11-24T12:00:00' });
    await openPractice(page, site, link);
    const clock = page.locator('[data-clock]');
    const text = page.locator('textarea');
    expect(await clock.textContent()).toMatch(/^0:0\d$/);
    await page.clock.pauseAt('2026-11-24T12:01:00');
    await text.fill('Intended use');
    const paused = secondsIn(await clock.textContent());
    await page.clock.fastForward(65_000);
    const spent = await clock.textContent();
    expect(secondsIn(spent) - paused).toBe(65);
    await page.reload();
    await page.locator('practice-room[data-ready]').waitFor();
    expect(await text.inputValue()).toBe('Intended use');
    expect(await clock.textContent()).toBe(spent);
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.clock.fastForward(30_000);
    expect(await clock.textContent()).toBe(spent);
    await page.getByRole('button', { name: 'Resume' }).click();
    const color = () => text.evaluate((element) => getComputedStyle(element).borderTopColor);
    const within = await color();
    await page.clock.fastForward(first.minutes * 60_000);
    await page
      .locator('.time.over')
      .getByText(/^\d+ seconds over$/)
      .waitFor();
    await page.getByText('Time is up. Finish your sentence, then score your answer.').waitFor();
    expect(await color()).not.toBe(within);
    await text.press('End');
    await text.pressSequentially(' decides.');
    expect(await text.inputValue()).toBe('Intended use decides.');
  });

  it('adds a typed answer to the notes once, and compares it with the key points, also when it was changed or the page failed to load', async () => {
    const { page } = await open();
    await page.route('**/questions/**', (route) => route.abort());
    await openPractice(page, site, link);
    const point = study.questions[0]?.points[0] ?? '';
    const answer = `To begin with: ${point}`;
    await page.locator('textarea').fill(answer);
    expect(await page.locator('.points').count()).toBe(0);
    await page.keyboard.press('Control+Enter');
    await passSample(page);
    await page.getByText('couldn’t load').waitFor();
    await page.unroute('**/questions/**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator(part).first().waitFor();
    await page.locator('.points').waitFor({ state: 'attached' });
    const covered = page.locator('.points [data-touch="touched"]');
    expect(await covered.count()).toBeGreaterThan(0);
    // Marked words show the number of the key point that they match.
    const marks = await page.locator('.typed mark').allTextContents();
    const number = await covered.first().locator('b').textContent();
    expect(marks.join()).toContain(number);
    expect(await roomText(page)).toContain('This isn’t a score');
    for (let press = 0; press < 2; press += 1) {
      await page.getByRole('button', { name: 'Add to my notes' }).click();
      await page.getByText('Your answer was added to your notes.').waitFor();
    }
    expect((await storedRecords(page))['notes']).toMatchObject([
      { code: first.code, text: answer },
    ]);
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await page.locator('textarea').fill('I would ask a lawyer.');
    await page.keyboard.press('Control+Enter');
    await page.locator('.typed', { hasText: 'I would ask a lawyer.' }).waitFor();
    expect(await covered.count()).toBe(0);
  });

  it('says why recording failed, and the answer can be typed; a story isn’t compared, because it has no points to cover', async () => {
    const { page } = await open({ permissions: [] });
    await page.addInitScript(() => {
      navigator.mediaDevices.getUserMedia = () =>
        Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await openPractice(page, site, `1.question.${story?.code}`);
    await page.getByRole('button', { name: 'Record' }).click();
    await page.getByText('The browser blocked the microphone').waitFor();
    await page.locator('textarea').fill('We stopped the launch when the alerts were wrong.');
    await page.keyboard.press('Control+Enter');
    await passSample(page);
    expect(await page.locator('.typed').textContent()).toContain('We stopped the launch');
    expect(await page.locator('.points').count()).toBe(0);
  });
});

describe('a sample answer', () => {
  const sampled = study.questions.find(({ code }) => code === first.code)?.calibration?.[0];
  const given = sampled?.scores.map(({ score }) => score) ?? [];

  it('is scored before the reader’s first answer, compared with the guide, and shows how lenient the reader is; later, only on request', async () => {
    const { page, errors } = await open({ viewport: { width: 1280, height: 800 } });
    await openPractice(page, site, link);
    await page.locator('textarea').fill('Intended use decides.');
    await page.getByRole('button', { name: 'Score a sample, then mine' }).waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByRole('heading', { name: 'Practice scoring on a sample answer' }).waitFor();
    expect(await roomText(page)).toContain(sampled?.answer.slice(0, 40));
    const why = page.getByText('so that you know what a 3 or a 5 looks like');
    await why.waitFor();
    const own = page.locator('details.own-answer');
    expect(await own.locator('.typed').isVisible()).toBe(false);
    await own.locator('summary').click();
    expect((await own.locator('.typed').textContent())?.trim()).toBe('Intended use decides.');
    expect(await page.locator('.guide-score').count()).toBe(0);
    await giveScores(page, 5);
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(100);
    await page.getByRole('button', { name: 'Compare with the guide' }).click();
    await page.getByRole('heading', { name: 'How the guide scores it' }).waitFor();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeLessThan(100);
    expect(await page.locator('.guide-score').count()).toBe(given.length);
    expect(await page.locator('.guide-score').first().textContent()).toContain(
      `${given[0] === 5 ? 'You both gave 5.' : `The guide gave ${given[0]}, and you gave 5.`} ${sampled?.scores[0]?.why}`,
    );
    expect(await roomText(page)).toContain(`In short: ${sampled?.title}`);
    const mean = given.reduce((sum, score) => sum + 5 - score, 0) / given.length;
    const lenient = leniencyText([{ code: first.code, answer: 0, above: mean }]) ?? '';
    await page.locator('.result').getByText(lenient).waitFor();
    await page.getByRole('button', { name: 'Now score my answer' }).click();
    await page.getByRole('heading', { name: 'Score your answer' }).waitFor();
    await page.locator('.after').getByText(lenient).waitFor();
    const [settings] = (await storedRecords(page))['settings'] ?? [];
    expect(settings).toMatchObject({ samples: [{ code: first.code, answer: 0 }] });
    await page.getByRole('button', { name: 'Score a sample answer' }).click();
    await page.getByRole('heading', { name: 'Practice scoring on a sample answer' }).waitFor();
    await giveScores(page, 3);
    await page.getByRole('button', { name: 'Compare with the guide' }).click();
    await page.getByRole('button', { name: 'Another sample' }).click();
    await page.getByRole('heading', { name: 'Practice scoring on a sample answer' }).waitFor();
    await page.getByRole('button', { name: 'Back to my answer' }).waitFor();
    expect(errors).toEqual([]);
  });
});

function secondsIn(clock: string | null): number {
  const [minutes = 0, seconds = 0] = (clock ?? '').split(':').map(Number);
  return minutes * 60 + seconds;
}

function isInView(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= window.innerHeight;
  });
}
