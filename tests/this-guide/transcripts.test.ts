/**
 * Seven tasks as a simulated screen reader speaks them. After an intended change, update the
 * transcripts with `npx vitest run --project site tests/this-guide/transcripts.test.ts --update`.
 */
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { ScreenReader } from '../accessibility/screen-reader.ts';
import { labReady } from '../labs/lab-steps.ts';
import { linkOfInterview, openKit } from '../mock/kit-steps.ts';
import { openPracticePage } from '../practice/practice-steps.ts';
import { inNewYork } from '../practice/progress-steps.ts';
import { useBrowser } from '../support/browser.ts';
import { sampled } from '../support/sampled.ts';

const open = useBrowser();
const site = inject('rootSite');
const question = `${site}questions/what-is-fhir/`;

const tasks: Readonly<Record<string, (page: Page, reader: ScreenReader) => Promise<void>>> = {
  'unfold-the-hint': async (page, reader) => {
    await page.goto(`${site}about/`);
    await reader.start();
    await reader.tabTo('Beginner');
    await reader.press('Enter');
    await page.getByRole('link', { name: 'What is FHIR' }).first().waitFor();
    await reader.tabTo('link, What is FHIR');
    await reader.open(question);
    await reader.tabTo('Hint');
    await reader.press('Enter');
    await reader.readNext(14);
  },
  'follow-a-definition': async (page, reader) => {
    await page.goto(`${question}#hint`);
    await reader.start();
    await reader.tabTo('button, FHIR');
    await reader.press('Enter');
    await reader.press('Tab');
    await reader.readNext(4);
    await reader.press('Escape');
  },
  'search-for-fhir': async (page, reader) => {
    await page.goto(site);
    await reader.start();
    await reader.pressUntil('Control+k', 'polite: Type a word');
    await reader.start('dialog');
    // Terms are in a separate file. Content that loads late is added where it moves nothing.
    const field = page.locator('dialog input');
    const meaning = page
      .locator('dialog [role=listbox][aria-busy=false]')
      .getByRole('group', { name: 'Meaning' })
      .getByRole('option', { name: 'FHIR' })
      .first();
    await field.fill('FHIR');
    await meaning.waitFor();
    await reader.listen();
    await field.fill('');
    await reader.listen();
    await page.keyboard.type('FHIR');
    await meaning.waitFor();
    await reader.listen();
    await reader.readNext(12);
    await reader.open(question);
  },
  'go-to-a-part': async (page, reader) => {
    await page.goto(question);
    await reader.start();
    // The list of parts comes before the text.
    await reader.tabTo('link, Red flags');
    await reader.press('Enter');
    await reader.press('Tab');
    await reader.readNext(8);
  },
  'score-a-candidate': async (page, reader) => {
    const interview = linkOfInterview({ labels: ['A', 'B'] });
    await openKit(page, site, interview);
    await reader.start();
    await reader.skipToContent();
    await reader.tabTo('button, Score candidate A');
    await reader.press('Enter');
    await reader.tabTo('radio');
    await reader.press('4');
    await reader.tabTo('textbox, Note');
    await reader.tabTo('button, Lock scores');
    await reader.readNext(2);
  },
  'practice-a-card': async (page, reader) => {
    await openPracticePage(page, site, '1.question.xt6');
    await reader.start();
    await reader.skipToContent();
    await reader.tabTo('button, Start the clock');
    await reader.press('Enter');
    await reader.tabTo('textbox');
    await page.keyboard.type('A standard for exchanging records.');
    await reader.tabTo('button, Score a sample, then mine');
    await reader.press('Enter');
    await reader.tabTo('button, Skip to my answer');
    await reader.press('Enter');
    // Skip the stop that gives all criteria the same score.
    await reader.tabTo('radio');
    for (const criterion of await page.locator('fieldset.criterion').all()) {
      await reader.tabTo('radio');
      await reader.press('ArrowRight');
      expect(await criterion.getByRole('radio', { checked: true }).count()).toBe(1);
    }
    await reader.tabTo('button, Save and finish');
    await reader.press('Enter');
    await page.locator('#done').waitFor();
    await reader.listen();
  },
  'guess-in-a-lab': async (page, reader) => {
    await page.goto(`${site}labs/threshold/`);
    await labReady(page);
    await reader.start();
    await reader.skipToContent();
    await reader.tabTo('slider');
    await reader.press('ArrowRight');
    await reader.tabTo('button, Check my guess');
    await reader.press('Enter');
    await reader.readNext(14);
  },
};

it.each(sampled(Object.entries(tasks).toReversed(), 1))(
  'the transcript of %s is unchanged',
  async (name, act) => {
    const { page } = await open({ viewport: { width: 1280, height: 800 }, ...inNewYork });
    const reader = new ScreenReader(page);
    await act(page, reader);
    await expect(reader.transcript).toMatchFileSnapshot(`transcripts/${name}.txt`);
  },
);
