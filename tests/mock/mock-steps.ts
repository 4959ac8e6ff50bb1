import type { Locator, Page } from 'playwright-core';
import { inject } from 'vitest';
import { scoredMock, writeScoreCode } from '../../src/domain/kit/score-code.ts';
import { writeMockLink } from '../../src/domain/mock/mock-link.ts';
import { beginRun, finishAsking, lockRun, type MockRun } from '../../src/domain/mock/mock-run.ts';
import type { StudyQuestion } from '../../src/domain/practice/study-data.ts';
import type { Score } from '../../src/domain/progress/records.ts';
import { faultsOf } from '../accessibility/axe-steps.ts';
import { studyData } from '../support/guide-data.ts';
import { storeFirst } from '../support/stored-records.ts';

const site = inject('rootSite');

export const study = studyData('dist');

export const threeQuestions: readonly StudyQuestion[] = study.questions.slice(0, 3);

/**
 * Returns the link to a mock interview. By default, it has the first three questions and ten
 * minutes.
 */
export function linkOf({
  questions = threeQuestions,
  minutes = 10,
  contentVersion = study.contentVersion,
  codes = questions.map(({ code }) => code),
}: {
  readonly questions?: readonly StudyQuestion[];
  readonly minutes?: number;
  readonly contentVersion?: string;
  readonly codes?: readonly string[];
} = {}): string {
  return writeMockLink({ minutes, contentVersion, codes });
}

/** Returns the score code from a rater who gives every criterion the same score. */
export function raterCode(score: Score, link: string): string {
  const scored = threeQuestions.map(({ code, criteria }) => ({
    code,
    scores: criteria.map(() => score),
    seconds: 60,
  }));
  return writeScoreCode(scoredMock(link), scored);
}

/** Returns a run of the mock interview from `linkOf()`, as it is just after the start. */
export function askingRun(): MockRun {
  const id = '0123456789abcdef0123456789abcdef';
  return beginRun({ id, link: linkOf(), minutes: 10, questions: threeQuestions }, Date.now());
}

/** Returns the same run with locked scores, all of which are 4. */
export function lockedRun(): MockRun {
  const scores = threeQuestions.map(({ criteria }) => criteria.map(() => 4 as const));
  return lockRun({ ...finishAsking(askingRun(), Date.now()), scores }, Date.now());
}

/** Opens a mock interview as a reader who has gotten this far. */
export async function continueRun(page: Page, run: MockRun): Promise<void> {
  await storeFirst(page, 'mock', JSON.stringify(run));
  await openMockPage(page, `#${run.link}`);
}

/**
 * Opens the mock page with a query or a fragment, such as `?as=creator`, and waits until the page
 * is rendered.
 */
export async function openMockPage(page: Page, address = ''): Promise<void> {
  await page.goto(`${site}mock/${address}`);
  await ready(page);
}

export function ready(page: Page): Promise<void> {
  return page.locator('mock-room[data-ready]').waitFor();
}

export async function take(page: Page, link: string): Promise<void> {
  await openMockPage(page, `#${link}`);
  await press(page, 'Start the interview');
  await page.locator('.asking').waitFor();
}

export function press(page: Page, name: string): Promise<void> {
  return button(page, name).click();
}

export function button(page: Page, name: string): Locator {
  return page
    .locator('mock-room, dialog.confirm')
    .getByRole('button', { name: new RegExp(`^${name}`) });
}

/** Returns the question being asked or scored, without its number. */
export async function asked(page: Page): Promise<string> {
  return ((await page.locator('h2 .asked').textContent()) ?? '').trim();
}

export async function questionsInTurn(page: Page): Promise<string[]> {
  const titles = [await asked(page)];
  while (await button(page, 'Next question').isVisible()) {
    await press(page, 'Next question');
    titles.push(await asked(page));
  }
  return titles;
}

export async function timeLeft(page: Page): Promise<string> {
  return (await page.locator('.time-left').textContent()) ?? '';
}

/**
 * Scores the criteria on the screen, in order. Criteria without a given score remain "not
 * assessed."
 */
export async function score(page: Page, scores: readonly number[]): Promise<void> {
  for (const [place, value] of scores.entries()) {
    const criterion = page.locator('fieldset.criterion').nth(place);
    await criterion.getByRole('radio', { name: String(value), exact: true }).check();
  }
}

export async function lock(page: Page): Promise<void> {
  await page.locator('.scoring').waitFor();
  while (await button(page, 'Next answer').isVisible()) await press(page, 'Next answer');
  await press(page, 'Finish scoring');
  // If some criteria have no score, the page asks first.
  const asks = page.getByRole('dialog', { name: 'Finish scoring?' });
  const result = page.getByRole('heading', { name: 'Your result' });
  await asks.or(result).waitFor();
  if (await asks.isVisible()) await asks.getByRole('button', { name: 'Finish scoring' }).click();
  await result.waitFor();
}

export function openForm(page: Page): Promise<void> {
  return page.locator('mock-room summary', { hasText: 'Create a mock interview to share' }).click();
}

export async function faultsUnfolded(page: Page, screen: string): Promise<string[]> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) {
      details.toggleAttribute('open', true);
    }
  });
  return faultsOf(page, screen);
}
