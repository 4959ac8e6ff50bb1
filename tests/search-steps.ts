import type { Locator, Page } from 'playwright-core';
import { inject } from 'vitest';
import { frameScript } from './browser.ts';

const site = inject('rootSite');

/** Waits for the complete results of the search in the URL, and returns the message. */
export async function answered(page: Page): Promise<string> {
  await page.locator('ol.results[aria-busy="false"]').waitFor({ state: 'attached' });
  return (await page.locator('[data-status]').textContent()) ?? '';
}

/** Slugs of the questions that a search finds, best first. */
export async function search(page: Page, query: string): Promise<string[]> {
  await page.goto(`${site}search/?${query}`);
  return found(page);
}

/**
 * The same for words typed into the form of an open search page, which has loaded the index: a
 * third of the work.
 */
export async function searchAgain(page: Page, words: string): Promise<string[]> {
  await page.locator('#q').fill(words);
  await page.locator('#q').press('Enter');
  return found(page);
}

async function found(page: Page): Promise<string[]> {
  await answered(page);
  const hrefs = await page
    .locator('main ol.results a')
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
  return hrefs.map((path) => path.split('/').at(-2) ?? '');
}

/** Opens the dialog on a page and returns its parts. */
export async function openDialog(page: Page, path = '') {
  await page.goto(site + path);
  await frameScript(page);
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Search the guide' });
  const input = dialog.getByRole('combobox', { name: 'Search the guide' });
  await input.waitFor();
  return { dialog, input, options: dialog.getByRole('option') };
}

/** Whether an element is in the visible part of its clipped line. */
export function isSeen(element: Locator): Promise<boolean> {
  return element.evaluate((node) => {
    const frame = node.parentElement?.getBoundingClientRect();
    const own = node.getBoundingClientRect();
    return frame !== undefined && own.height > 0 && own.bottom <= frame.bottom + 1;
  });
}
