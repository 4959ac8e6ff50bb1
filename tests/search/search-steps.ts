import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { frameScript } from '../support/browser.ts';
import { guideOnDisk, questionsData } from '../support/guide-data.ts';

const site = inject('rootSite');

/** A question to search for, and the longest word in its title. */
export const [, wanted = { slug: '', title: '' }] = questionsData('dist').questions;
export const subject =
  wanted.title
    .match(/[A-Za-z]+/g)
    ?.toSorted((a, b) => b.length - a.length)
    .at(0) ?? '';

/** The term that the most pages use. */
export const termName =
  [...guideOnDisk().terms.values()].toSorted((a, b) => b.usedBy.length - a.usedBy.length)[0]
    ?.term ?? '';

export async function answered(page: Page): Promise<string> {
  await page.locator('ol.results[aria-busy="false"]').waitFor({ state: 'attached' });
  return (await page.locator('[data-status]').textContent()) ?? '';
}

/** Waits until each result quotes its page. The quotes appear a moment after the results. */
export async function quoted(page: Page): Promise<void> {
  await page.locator('ol.results .section:empty').first().waitFor({ state: 'detached' });
}

/**
 * Opens the search page with a query, and returns the slugs of the questions that it finds, best
 * first.
 */
export async function search(page: Page, query: string): Promise<string[]> {
  await page.goto(`${site}search/?${query}`);
  return foundSlugs(page);
}

/**
 * Searches with the form on an open search page and returns the slugs, as `search` does. The page
 * has already loaded the index, so this search is about a third of the work.
 */
export async function searchAgain(page: Page, words: string): Promise<string[]> {
  await page.locator('#q').fill(words);
  await page.locator('#q').press('Enter');
  return foundSlugs(page);
}

export async function foundSlugs(page: Page): Promise<string[]> {
  await answered(page);
  const hrefs = await page
    .locator('main ol.results a')
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
    );
  return hrefs.map((path) => path.split('/').at(-2) ?? '');
}

export async function openDialog(page: Page, path = '') {
  await page.goto(site + path);
  return openDialogHere(page);
}

export async function openDialogHere(page: Page) {
  await frameScript(page);
  await page.keyboard.press('Control+k');
  const dialog = page.getByRole('dialog', { name: 'Search the guide' });
  const input = dialog.getByRole('combobox', { name: 'Search the guide' });
  await input.waitFor();
  return { dialog, input, options: dialog.getByRole('option') };
}
