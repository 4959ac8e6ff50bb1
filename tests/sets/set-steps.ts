import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { studyData } from '../support/guide-data.ts';
import { storeFirst } from '../support/stored-records.ts';

export const site = inject('rootSite');

export const study = studyData('dist');

export const [a = '', b = '', c = '', d = ''] = study.questions.map(({ code }) => code);

export const level = study.questions[0]?.level ?? '';

export const slugOf = (code: string): string =>
  study.questions.find((question) => question.code === code)?.slug ?? '';

export function titleOf(code: string): string {
  return study.questions.find((question) => question.code === code)?.title ?? '';
}

/**
 * Opens the set page with the fragment from a link. Without a fragment, the page shows the reader's
 * own set.
 */
export async function openSet(page: Page, fragment = ''): Promise<void> {
  await page.goto(`${site}set/${fragment === '' ? '' : `#${fragment}`}`);
  await page.locator('set-room[data-ready]').waitFor();
}

export async function chosen(page: Page): Promise<string[]> {
  // Where space is tight, the title is the tooltip of a shorter name.
  return page
    .locator('set-room :is(.set-list, .question-order) a')
    .evaluateAll((links) => links.map((link) => link.getAttribute('title') ?? link.textContent));
}

export async function tick(page: Page, ...codes: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: /^(Build a set|Add to)/ }).click();
  for (const code of codes) await box(page, code).check();
  await page.getByRole('button', { name: 'Done' }).click();
}

export function box(page: Page, code: string) {
  return page.getByRole('checkbox', {
    name: new RegExp(`^Add to .+: ${RegExp.escape(titleOf(code))}$`),
  });
}

export async function saveDraft(page: Page, link: string): Promise<void> {
  await storeFirst(page, 'set', link);
}

export async function openPanel(page: Page, slug: string) {
  await page.goto(`${site}questions/${slug}/`);
  await page.getByRole('button', { name: 'Note', exact: true }).click();
  const note = page.getByRole('textbox', { name: 'Private note' });
  await note.waitFor();
  return note;
}

export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let step = 0; step < 90; step += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
      return element?.getAttribute('aria-label') ?? (label ?? element)?.textContent?.trim();
    });
    if (typeof name === 'string' ? focused === name : name.test(focused ?? '')) return;
  }
  expect.fail(`Tab did not lead to "${name}".`);
}
