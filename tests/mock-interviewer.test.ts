import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { readScoreCode, writeScoreCode } from '../src/domain/mock/score-code.ts';
import { newScorecard } from '../src/domain/mock/scorecard-run.ts';
import { useBrowser } from './browser.ts';
import {
  button,
  codeField,
  comparedScores,
  compareWith,
  linkOf,
  openMockPage,
  press,
  ready,
  score,
  study,
  threeQuestions,
} from './mock-steps.ts';
import { storeFirst } from './stored-records.ts';

const open = useBrowser();
const site = inject('rootSite');
const link = linkOf();
const name = 'Zoë <b>Quill</b>';

const note = '=SUM(A1)\n# Clear, "but" slow';

/** Opens the scorecard and writes on it: a name, two scores, a note. */
async function fillScorecard(page: Page): Promise<void> {
  await openMockPage(page, `?as=interviewer#${link}`);
  await page.getByLabel('Candidate name').fill(name);
  await score(page, [4, 2]);
  await page.getByLabel('Notes').first().fill(note);
}

/** Stores the same scorecard before the first page is opened. */
async function storeScorecard(page: Page): Promise<void> {
  const { questions, ...rest } = newScorecard(link, threeQuestions);
  const filled = questions.map((question, place) =>
    place === 0 ? { ...question, scores: [4, 2, ...question.scores.slice(2)], note } : question,
  );
  const card = { ...rest, candidate: name, questions: filled };
  await storeFirst(page, 'scorecard', JSON.stringify(card));
}

/** Presses a button and returns the saved file: its name and its text. */
async function saved(page: Page, label: string): Promise<[name: string, text: string]> {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, label)]);
  return [download.suggestedFilename(), readFileSync(await download.path(), 'utf8')];
}

/** Everything in the page's URL, links, and codes. */
function whatIsPassedOn(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      location.href,
      document.title,
      ...[...document.links].map((one) => one.href),
      ...[...document.querySelectorAll<HTMLElement>('share-link, copy-text')].map((one) =>
        JSON.stringify(one.dataset),
      ),
    ].join('\n'),
  );
}

describe('an interviewer’s scorecard', () => {
  it('shows every question with its anchors and possible follow-ups, lined up with the scores', async () => {
    const { page } = await open();
    await openMockPage(page, `#${link}`);
    await page.getByRole('link', { name: 'Score a candidate' }).click();
    await page.waitForURL(`**/mock/?as=interviewer#${link}`);
    const text = (await page.locator('.scorecard').textContent()) ?? '';
    for (const { title, criteria, probes } of threeQuestions) {
      const anchors = criteria.flatMap(({ criterion, one, three, five }) => [
        criterion,
        one,
        three,
        five,
      ]);
      for (const part of [title, ...anchors, ...probes.flatMap(({ ask, reply }) => [ask, reply])]) {
        expect(text).toContain(part);
      }
    }
    // Nothing counts as assessed until it is scored.
    const criteria = threeQuestions.flatMap((question) => question.criteria).length;
    expect(await page.getByRole('radio', { name: 'Not assessed', checked: true }).count()).toBe(
      criteria,
    );
    const box = async (selector: string) => {
      const { x = 0, width = 0 } = (await page.locator(selector).first().boundingBox()) ?? {};
      return { left: Math.round(x), right: Math.round(x + width) };
    };
    for (const [place, points] of [1, 3, 5].entries()) {
      const { left } = await box(`.anchors > :nth-child(${place + 1})`);
      expect((await box(`.scores [value="${points}"]`)).left).toBe(left);
    }
    const { right } = await box('.anchors > :last-child');
    expect((await box('.scores [value=none]')).left).toBeGreaterThan(right);
    const edges = await page
      .locator('.overview .note')
      .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().right)));
    expect(new Set(edges).size).toBe(1);
  });

  it('is scored by digits that replace no score unless the reader goes to it', async () => {
    const { page } = await open();
    await openMockPage(page, `?as=interviewer#${link}`);
    const scores = () =>
      page
        .locator('.card-question')
        .first()
        .locator(':checked')
        .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    const { length } = threeQuestions[0]?.criteria ?? [];
    await page.keyboard.press('n');
    const heading = page.locator('.card-question h3').first();
    expect((await heading.boundingBox())?.y).toBeLessThan(200);
    expect(await heading.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid');
    for (let digits = 0; digits < length + 2; digits += 1) {
      await page.keyboard.press(digits < length ? '4' : '1');
    }
    expect(await scores()).toEqual(Array(length).fill('4'));
    const notes = page.locator('.card-question').nth(1).getByLabel('Notes');
    await notes.focus();
    for (const key of ['3', 'Escape', '4']) await page.keyboard.press(key);
    expect(await notes.inputValue()).toBe('3');
    expect(await page.getByRole('radio', { name: '4', checked: true }).count()).toBe(length + 1);
    // A correction stays where it is.
    const second = page.locator('.criterion').nth(1);
    await second.getByRole('radio', { name: '4' }).focus();
    for (const key of ['2', '1']) await page.keyboard.press(key);
    await expect.poll(() => scores()).toEqual(['4', '2', ...Array(length - 2).fill('4')]);
    // After the last question, there is nothing to score.
    for (const _ of [...threeQuestions, 'once more']) await page.keyboard.press('n');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe('Save the scorecard');
    await page.keyboard.press('5');
    expect(await page.getByRole('radio', { name: '5', checked: true }).count()).toBe(0);
  });

  it('is saved as Markdown and CSV, with the name, and not assessed is never 0', async () => {
    const { page, errors } = await open();
    await storeScorecard(page);
    await openMockPage(page, `?as=interviewer#${link}`);
    const [first] = threeQuestions;
    const rest = threeQuestions.flatMap(({ criteria }) => criteria).length - 2;
    const [markdownName, markdown] = await saved(page, 'Save as Markdown');
    expect(markdownName).toBe('scorecard-zoë-b-quill-b.md');
    expect(markdown).toContain('# Scorecard: Zoë \\<b\\>Quill\\</b\\>\n');
    expect(markdown).toContain(`<${site}mock/#${link}>`);
    expect(markdown).toContain(`Total: 6 of 10 (mean 3.0); ${rest} not assessed`);
    expect(markdown).toContain('> \\=SUM(A1)'.replace('(A1)', '\\(A1\\)'));
    expect(markdown).toContain(`## 1. ${first?.title.replace(/[()]/g, '\\$&')}`);
    const [csvName, csv] = await saved(page, 'Save as CSV');
    expect(csvName).toBe('scorecard-zoë-b-quill-b.csv');
    expect(csv.startsWith('\uFEFFcode,question,criterion,1,3,5,score,seconds,note\r\n')).toBe(true);
    expect(csv).toContain(`"'=SUM(A1)\n# Clear, ""but"" slow"`);
    expect(csv.match(/,not assessed,/g)).toHaveLength(rest);
    // A score, then some seconds.
    expect(csv).not.toMatch(/,0,\d+,/);
    expect(errors).toEqual([]);
  });

  it('keeps the name to itself: not in a link, a code or another text on the device', async () => {
    const { page } = await open();
    await storeScorecard(page);
    await openMockPage(page, `?as=interviewer#${link}`);
    await press(page, 'Lock my scores');
    await press(page, 'Lock scores');
    expect(await whatIsPassedOn(page)).not.toMatch(/Zo|Quill/);
    const kept = await page.evaluate(() => Object.entries({ ...localStorage, ...sessionStorage }));
    const holding = kept.filter(([key, text]) => `${key}${text}`.includes('Quill'));
    expect(holding.map(([key]) => key)).toEqual(['guide-scorecard']);
    // Shown as text.
    expect(await page.locator('.scorecard b').count()).toBe(0);
  });

  it('comes back after a reload, with a timer that kept running', async () => {
    const { page } = await open();
    await page.clock.install({ time: new Date('2026-11-24T12:00:00Z') });
    await fillScorecard(page);
    await page.clock.pauseAt(new Date('2026-11-24T12:01:00Z'));
    await press(page, 'Start timer for question 1');
    // Not all at once, because a gap of more than ten minutes doesn't count.
    await page.clock.fastForward(9.5 * 60_000);
    await page.clock.runFor(2 * 60_000);
    await page.reload();
    await ready(page);
    await page.clock.runFor(30_000);
    expect(await page.locator('.seconds').allTextContents()).toEqual(['12:00', '0:00', '0:00']);
    await button(page, 'Start timer for question 2').click();
    await page.clock.runFor(5_000);
    await button(page, 'Stop timer for question 2').click();
    await page.clock.fastForward(60_000);
    expect(await page.locator('.seconds').allTextContents()).toEqual(['12:00', '0:05', '0:00']);
    await page.getByText('12:05 of 10:00 in all').first().waitFor();
    expect(await page.getByLabel('Candidate name').inputValue()).toBe(name);
    expect(await page.getByLabel('Notes').first().inputValue()).toContain('# Clear');
    expect(await page.getByRole('radio', { checked: true, name: '4' }).count()).toBe(1);
  });

  it('locks its scores before it shows another’s, and its code includes “not assessed”', async () => {
    const { page } = await open();
    await fillScorecard(page);
    expect(await codeField(page).count()).toBe(0);
    expect(await page.locator('.score-code').count()).toBe(0);
    await press(page, 'Lock my scores');
    const dialog = page.getByRole('dialog', { name: 'Lock these scores?' });
    const gaps = threeQuestions[0]?.criteria.slice(2).map(({ criterion }) => criterion);
    await dialog.getByText(`Question 1 has no score for: ${gaps?.join('; ')}.`).waitFor();
    await dialog.getByText('Question 2 has no scores.').waitFor();
    await press(page, 'Lock scores');
    await page.locator('.score-code').waitFor({ state: 'attached' });
    expect(await page.locator('.criterion:disabled').count()).toBe(
      threeQuestions.flatMap(({ criteria }) => criteria).length,
    );
    const code = (await page.locator('.score-code').textContent()) ?? '';
    expect(readScoreCode(code, link)).toMatchObject({
      value: threeQuestions.map(({ criteria }, place) => ({
        scores: criteria.map((_, index) => (place === 0 ? ([4, 2][index] ?? null) : null)),
      })),
    });
    const candidate = threeQuestions.map(({ code: one, criteria }) => ({
      code: one,
      scores: criteria.map(() => 4),
      seconds: 0,
    }));
    await compareWith(page, writeScoreCode(link, candidate));
    await page.getByText('On 1 criterion, you’re two or more points apart.').waitFor();
    expect((await comparedScores(page))[0]).toEqual(['2', '4', '2']);
    expect(await page.locator('.compare .tally').textContent()).toMatch(/1\s+of 2 criteria/);
    await page.reload();
    await page.getByText('On 1 criterion, you’re two or more points apart.').waitFor();
  });

  it('is deleted only after confirmation', async () => {
    const { page } = await open();
    await storeScorecard(page);
    await openMockPage(page, `?as=interviewer#${link}`);
    await press(page, 'Delete scorecard');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByLabel('Candidate name').inputValue()).toBe(name);
    await press(page, 'Delete scorecard');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete scorecard' }).click();
    await expect.poll(() => page.getByLabel('Candidate name').inputValue()).toBe('');
    expect(await page.getByLabel('Notes').first().inputValue()).toBe('');
    expect(await page.getByRole('radio', { name: '4', checked: true }).count()).toBe(0);
    expect(await page.evaluate(() => localStorage.getItem('guide-scorecard'))).toBeNull();
  });

  it('isn’t overwritten by another mock’s', async () => {
    const { page } = await open();
    await storeScorecard(page);
    const other = linkOf({ questions: study.questions.slice(5, 6) });
    await openMockPage(page, `?as=interviewer#${other}`);
    await page.getByText('You have another scorecard open').waitFor();
    expect(await page.locator('.criterion').count()).toBe(0);
    await page.getByRole('link', { name: 'Continue' }).click();
    await expect.poll(() => page.getByLabel('Candidate name').inputValue()).toBe(name);
    await page.goBack();
    await press(page, 'Discard');
    await page.getByRole('dialog').getByRole('button', { name: 'Discard' }).click();
    await page.locator('.criterion').first().waitFor();
    await expect.poll(() => page.getByLabel('Candidate name').inputValue()).toBe('');
  });

  it('prints dark on light, with anchors, scores, and notes, without the page around it', async () => {
    const { page } = await open();
    await page.emulateMedia({ colorScheme: 'dark' });
    await storeScorecard(page);
    await openMockPage(page, `?as=interviewer#${link}`);
    await page.emulateMedia({ media: 'print' });
    for (const text of [
      `Scorecard: ${name}`,
      threeQuestions[2]?.criteria[0]?.five ?? '',
      'Score: 4',
      'Score: not assessed',
      '# Clear, "but" slow',
    ]) {
      expect(await page.getByText(text).locator('visible=true').count(), text).toBeGreaterThan(0);
    }
    for (const part of ['button', 'input', 'textarea', 'header', 'footer', 'h1', 'nav a']) {
      expect(await page.locator(`${part}:visible`).count(), part).toBe(0);
    }
    const color = await page
      .locator('h2')
      .first()
      .evaluate((heading) => getComputedStyle(heading).color);
    expect(Math.max(...(color.match(/\d+/g) ?? []).map(Number))).toBeLessThan(90);
  });
});
