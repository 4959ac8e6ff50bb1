import type { Page } from 'playwright-core';

/** Opens the practice page, waits until it is rendered, and starts the clock if it is waiting. */
export async function openPractice(page: Page, site: string, fragment = ''): Promise<void> {
  await openPracticePage(page, site, fragment);
  await startClock(page);
}

export async function startClock(page: Page): Promise<void> {
  const start = page.getByRole('button', { name: 'Start the clock' });
  if ((await start.count()) > 0) await start.click();
}

/**
 * Opens the practice page without starting the clock. At a new reader's first question, the clock
 * waits.
 */
export async function openPracticePage(page: Page, site: string, fragment = ''): Promise<void> {
  await page.goto(`${site}practice/${fragment === '' ? '' : `#${fragment}`}`);
  await page.locator('practice-room[data-ready]').waitFor();
}

/** Opens the choice of what to practice, which new readers see only after their first question. */
export async function openChoice(page: Page, site: string): Promise<void> {
  await openPractice(page, site);
  if ((await page.locator('.choose').count()) === 0) await endSession(page);
}

/** Leaves a session. If it has answers, its summary is shown first. */
export async function endSession(page: Page): Promise<void> {
  const choose = page.getByRole('button', { name: 'Choose what to practice' });
  if ((await page.locator('#done').count()) === 0) await fromMenu(page, 'End session');
  await choose.or(page.locator('.choose')).first().waitFor();
  if ((await choose.count()) > 0) await choose.click();
  await page.locator('.choose').waitFor();
}

/** Returns all text in the practice room on one line, including closed parts. */
export async function roomText(page: Page): Promise<string> {
  const text = await page.locator('practice-room').textContent();
  return (text ?? '').replace(/\s+/g, ' ');
}

/**
 * Ends the answer and shows the criteria for scoring it. Skips the sample that new readers score
 * first.
 */
export async function scoreAnswer(page: Page): Promise<void> {
  await startClock(page);
  await page.getByRole('button', { name: /^Score (my answer|a sample)/ }).click();
  await passSample(page);
}

/**
 * Skips the sample answer if it is shown, and waits for the criteria for scoring the reader's
 * answer.
 */
export async function passSample(page: Page): Promise<void> {
  const heading = page.getByRole('heading', { name: 'Score your answer' });
  const sample = page.getByRole('heading', { name: 'Practice scoring on a sample answer' });
  await heading.or(sample).waitFor();
  if ((await sample.count()) > 0) {
    await page.getByRole('button', { name: 'Skip to my answer' }).click();
  }
  await heading.waitFor();
}

export async function giveScores(page: Page, score: number): Promise<void> {
  for (const criterion of await page.locator('fieldset.criterion').all()) {
    await criterion.getByRole('radio', { name: String(score), exact: true }).check();
  }
}

/**
 * Answers out loud, gives all criteria the same score, and saves. After the reader's first answer,
 * continues with the next question.
 */
export async function answerWith(page: Page, score: number): Promise<void> {
  await scoreAnswer(page);
  const all = page.getByRole('group', { name: 'Same for all' });
  await all.getByRole('radio', { name: String(score) }).click();
  await page.getByRole('button', { name: /^Save and / }).click();
  await page.locator('[data-message]', { hasText: 'Last answer:' }).waitFor({ state: 'attached' });
  await page.getByRole('heading', { name: 'Score your answer' }).waitFor({ state: 'detached' });
  const isFirst = (await page.getByRole('heading', { name: 'First one done' }).count()) > 0;
  const isLeft = (await page.getByText(/left in this session/).count()) > 0;
  if (isFirst && isLeft) await page.getByRole('button', { name: 'Next question' }).click();
}

export async function fromMenu(page: Page, name: string): Promise<void> {
  await page.locator('.menu > summary').click();
  await page.locator('.menu').getByRole('button', { name }).click();
}
