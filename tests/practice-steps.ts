/** Helpers for tests of practice. */
import type { Page } from 'playwright-core';

/** Opens the practice page and waits until it is rendered. */
export async function openPractice(page: Page, site: string, fragment = ''): Promise<void> {
  await page.goto(`${site}practice/${fragment === '' ? '' : `#${fragment}`}`);
  await page.locator('practice-room[data-ready]').waitFor();
}

/** All text of the practice room on one line, including closed parts. */
export async function roomText(page: Page): Promise<string> {
  const text = await page.locator('practice-room').textContent();
  return (text ?? '').replace(/\s+/g, ' ');
}

/** Ends the answer and moves to its scores, skipping the sample that new readers score first. */
export async function scoreAnswer(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Score my answer' }).click();
  await passSample(page);
}

/** Skips the sample answer, if one is shown, and waits for the scores of the reader's own. */
export async function passSample(page: Page): Promise<void> {
  const own = page.getByRole('heading', { name: 'Score your answer' });
  const sample = page.getByRole('heading', { name: 'Score this sample first' });
  await own.or(sample).waitFor();
  if ((await sample.count()) > 0) {
    await page.getByRole('button', { name: 'Skip to my answer' }).click();
  }
  await own.waitFor();
}

/** Scores all criteria the same. */
export async function giveScores(page: Page, score: number): Promise<void> {
  for (const criterion of await page.locator('fieldset.criterion').all()) {
    await criterion.getByRole('radio', { name: String(score), exact: true }).check();
  }
}

/** Answers out loud, gives all criteria the same score, and saves. */
export async function answerWith(page: Page, score: number): Promise<void> {
  await scoreAnswer(page);
  const all = page.getByRole('group', { name: 'Same for all' });
  await all.getByRole('radio', { name: String(score) }).click();
  await page.getByRole('button', { name: /^Save and / }).click();
  await page.locator('[data-message]', { hasText: 'Last answer:' }).waitFor();
  await page.getByRole('heading', { name: 'Score your answer' }).waitFor({ state: 'detached' });
}

/** Presses a button of the session's menu. */
export async function fromMenu(page: Page, name: string): Promise<void> {
  await page.locator('.menu > summary').click();
  await page.locator('.menu').getByRole('button', { name }).click();
}
