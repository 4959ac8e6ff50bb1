/**
 * The screens that a page shows only after the reader does something, by name, with the steps to
 * reach each one from any page.
 */
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { openKit, openScorecard } from '../mock/kit-steps.ts';
import { linkOf, openMockPage, press, take } from '../mock/mock-steps.ts';
import { openPractice, passSample } from '../practice/practice-steps.ts';
import { importProgress, openProgress, realProgress } from '../practice/progress-steps.ts';
import { openDialog, subject } from '../search/search-steps.ts';
import { box, openPanel, openSet, study } from '../sets/set-steps.ts';
import { frameScript } from './browser.ts';

const site = inject('rootSite');
const [, second] = study.questions;
if (second === undefined) throw new Error('The guide has no questions.');
const { code, slug } = second;

export const screens: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the search dialog with results': async (page) => {
    const { dialog, input } = await openDialog(page);
    await input.fill(subject);
    await dialog.locator('[role=listbox][aria-busy=false] [role=option]').first().waitFor();
  },
  'results of search': async (page) => {
    await page.goto(`${site}search/?q=${subject}`);
    await page.locator('ol.results[aria-busy=false] > li').first().waitFor();
  },
  'the list of keys': async (page) => {
    await page.goto(`${site}questions/${slug}/`);
    await frameScript(page);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  },
  'the note of a question': (page) => openPanel(page, slug),
  'questions being picked': async (page) => {
    await page.goto(`${site}questions/`);
    await page.getByRole('button', { name: /^(Build a set|Add to)/ }).click();
    await box(page, code).check();
  },
  'a set of one’s own': (page) => openSet(page),
  'what to practice': (page) => openPractice(page, site),
  'an answer being scored': async (page) => {
    await openPractice(page, site, `1.question.${code}`);
    await page.locator('textarea').fill('Sensitivity first.');
    await page.keyboard.press('Control+Enter');
    await passSample(page);
  },
  'a mock interview to be drawn': (page) => openMockPage(page),
  'an unfinished mock interview': (page) => take(page, linkOf()),
  'a mock interview being scored': async (page) => {
    await take(page, linkOf());
    await press(page, 'Finish');
    await press(page, 'Finish now');
    await page.locator('.scoring').waitFor();
  },
  'a new interview in the kit': (page) => openKit(page, site),
  'the scorecard of a candidate': (page) => openScorecard(page, site),
  'the progress of a reader': async (page) => {
    await openProgress(page);
    await importProgress(page, realProgress());
  },
};
