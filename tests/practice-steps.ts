/** What the tests of practice do again and again. */
import type { Page } from 'playwright-core';

/** Opens the practice page and waits until it is drawn. */
export async function openPractice(page: Page, site: string, fragment = ''): Promise<void> {
  await page.goto(`${site}practice/${fragment === '' ? '' : `#${fragment}`}`);
  await page.locator('practice-room[data-ready]').waitFor();
}

/** All text of the practice room, on one line: also what is folded. */
export async function roomText(page: Page): Promise<string> {
  const text = await page.locator('practice-room').textContent();
  return (text ?? '').replace(/\s+/g, ' ');
}

/** Goes on to a part that is uncovered step by step. */
export async function uncover(page: Page, ...parts: readonly string[]): Promise<void> {
  for (const part of parts) {
    await page.getByRole('button', { name: `Show: ${part}` }).click();
    await page
      .getByRole('heading', { name: part === 'Rubric' ? 'Score yourself' : part })
      .waitFor();
  }
}

/** Answers the question by saying it, gives all criteria one score and finishes. */
export async function answerWith(page: Page, score: number): Promise<void> {
  await page.getByRole('button', { name: 'Say it' }).click();
  await page.getByRole('button', { name: 'I have answered' }).click();
  await uncover(page, 'Outline', 'Rubric', 'Model answer', 'They may ask next');
  for (const criterion of await page.locator('fieldset.criterion').all()) {
    await criterion.getByRole('radio', { name: String(score), exact: true }).check();
  }
  await page.getByRole('button', { name: 'Finish with these scores' }).click();
  await page.getByRole('heading', { name: /^Scored: / }).waitFor();
}
