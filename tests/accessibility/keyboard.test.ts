import { readdirSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { levels } from '../../src/guide-settings.ts';
import { openByLink } from '../labs/lab-steps.ts';
import { openPractice, passSample } from '../practice/practice-steps.ts';
import { subject } from '../search/search-steps.ts';
import { frameScript, useBrowser } from '../support/browser.ts';
import { guideOnDisk } from '../support/guide-data.ts';
import { itNightly } from '../support/it-nightly.ts';
import { sampled } from '../support/sampled.ts';
import { smallWindow } from '../support/small-window.ts';
import { currentStop, tab, tabThrough, tabTo } from './keyboard-steps.ts';

const open = useBrowser();
const site = inject('rootSite');
const [, second, third] = guideOnDisk().questions;
if (second === undefined || third === undefined) throw new Error('The guide has no questions.');
const page2 = `${site}questions/${second.slug}/`;
const phone = { viewport: { width: 360, height: 640 } };
const labs = readdirSync('src/content/labs').map((file) => file.replace('.yaml', ''));

describe('tabbing through a page', () => {
  const paths = [
    '',
    `questions/${second.slug}/`,
    `levels/${second.level}/`,
    `search/?q=${subject}`,
    'progress/',
    'mock/',
    'kit/',
    'downloads/',
    'set/',
  ];

  const viewports = [phone.viewport, { width: 1280, height: 720 }];
  it.each(sampled(viewports, 1))(
    'shows the focus at each stop and never traps it, at $width pixels',
    async (viewport) => {
      const { page } = await open({ viewport });
      for (const path of sampled(paths, 2)) {
        await page.goto(site + path, { waitUntil: 'networkidle' });
        const stops = await tabThrough(page);
        // Focus alone must trigger nothing.
        expect(page.url()).toBe(site + path);
        expect(stops.length, path).toBeGreaterThan(8);
        expect(
          stops.flatMap(({ faults }) => faults),
          path,
        ).toEqual([]);
      }
    },
  );

  itNightly('goes back through the same stops with Shift+Tab', async () => {
    const { page } = await open(phone);
    await page.goto(page2);
    await frameScript(page);
    const there = await tabThrough(page);
    const back = [];
    for (let stop = await tab(page, 'Shift+Tab'); back.length < there.length; ) {
      if (stop.place !== -1) back.push(stop);
      stop = await tab(page, 'Shift+Tab');
    }
    expect(back.flatMap(({ faults }) => faults)).toEqual([]);
    expect(new Set(back.map(({ place }) => place))).toEqual(
      new Set(there.map(({ place }) => place)),
    );
  });
});

describe('tabbing through a page in a short window', () => {
  // A screen at 400% zoom, and two phones in landscape.
  const windows = [smallWindow, { width: 640, height: 360 }, { width: 667, height: 375 }];
  const reading = ['', `questions/${second.slug}/`, `search/?q=${subject}`, 'set/', 'practice/'];

  it.each(sampled(windows, 1))('never hides the focus at $width × $height', async (viewport) => {
    const { page } = await open({ viewport });
    const faults: string[] = [];
    for (const path of sampled(reading, 1)) {
      await page.goto(site + path, { waitUntil: 'networkidle' });
      faults.push(...(await hiddenStops(page, path)));
    }
    for (const id of sampled(labs, 1)) {
      await openByLink(page, site, id);
      faults.push(...(await hiddenStops(page, id)));
    }
    expect(faults).toEqual([]);
  });

  async function hiddenStops(page: Page, name: string): Promise<string[]> {
    const stops = await tabThrough(page);
    expect(stops.length, name).toBeGreaterThan(8);
    return stops.flatMap(({ faults }) => faults.map((fault) => `${name}: ${fault}`));
  }
});

describe('reading by keyboard alone', () => {
  it('skips to the text, opens the hint, opens a definition, and goes to the next question', async () => {
    const { page } = await open(phone);
    await page.goto(page2);
    await frameScript(page);
    expect((await tab(page)).name).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect((await currentStop(page)).name).toBe(second.title);
    expect(page.url()).toBe(page2);
    // The next stop must be in the text, not in the header.
    expect((await tab(page, 'Tab', 'main *')).isWanted).toBe(true);
    await tabTo(page, /^Hint/);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('details[data-part=hint]').getAttribute('open')).toBe('');
    await tabTo(page, /^Model answer/);
    await page.keyboard.press('Enter');
    await tabUntil(page, '.term');
    const term = (await currentStop(page)).name;
    await page.keyboard.press('Enter');
    await page.locator('.definition:popover-open').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('.definition:popover-open').count()).toBe(0);
    expect((await currentStop(page)).name).toBe(term);
    await tabUntil(page, '[rel=next]');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/questions/${third.slug}/`);
  });

  it('opens the menu of a phone, moves in it, and closes it', async () => {
    const { page } = await open(phone);
    await page.goto(page2);
    await frameScript(page);
    await tabTo(page, 'Menu');
    await page.keyboard.press('Enter');
    const menu = page.locator('nav [popover]');
    await expect.poll(() => menu.evaluate((each) => each.matches(':popover-open'))).toBe(true);
    for (const _ of 'ten stops.') {
      const { faults } = await tab(page);
      expect(faults).toEqual([]);
      expect(await page.evaluate(() => document.activeElement?.closest('main'))).toBeNull();
    }
    await page.keyboard.press('Escape');
    await expect.poll(() => menu.evaluate((each) => each.matches(':popover-open'))).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.closest('[popover]'))).toBeNull();
  });

  it('chooses the theme', async () => {
    const { page } = await open();
    await page.goto(page2);
    await frameScript(page);
    await tabTo(page, /Select theme/);
    // The selection moves from "Auto," the last option, past "Light."
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.locator('html[data-theme=dark]').waitFor();
  });
});

describe('searching by keyboard alone', () => {
  itNightly(
    'opens search, selects a result, closes and reopens search, and opens a page',
    async () => {
      const { page } = await open(phone);
      await page.goto(page2);
      await frameScript(page);
      await tabTo(page, /^Search/);
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').waitFor();
      await page.keyboard.type(subject);
      const chosen = page.getByRole('dialog').getByRole('option', { selected: true });
      await page.locator('dialog [role=listbox][aria-busy=false] [role=option]').first().waitFor();
      const first = await chosen.textContent();
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => chosen.textContent()).not.toBe(first);
      // In a search field, the first press only clears the text.
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      expect((await currentStop(page)).name).toMatch(/^Search/);
      await page.keyboard.press('Enter');
      await page.keyboard.type(subject);
      await page.locator('dialog [role=listbox][aria-busy=false] [role=option]').first().waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => /^\/(questions|labs|glossary)\//.test(url.pathname));
    },
  );

  it('narrows the results with a filter', async () => {
    const { page } = await open(phone);
    await page.goto(`${site}search/`);
    await tabUntil(page, 'main input[type=search]');
    await page.keyboard.type(subject);
    const results = page.locator('ol.results[aria-busy=false] > li');
    await results.locator('mark').first().waitFor();
    const before = await results.allTextContents();
    await tabTo(page, /^Filter/);
    await page.keyboard.press('Enter');
    await tabTo(page, new RegExp(`^${levels.at(-1)?.label}`));
    await page.keyboard.press('Space');
    await page.waitForURL(/level=/);
    await page.locator('ol.results[aria-busy=false]').waitFor();
    expect(await results.allTextContents()).not.toEqual(before);
  });
});

// Practice by Tab, Space, Enter, and arrows, without the shortcuts.
itNightly(
  'answers a question, opens the model answer, scores each criterion, and finishes',
  async () => {
    const { page } = await open(phone);
    await openPractice(page, site, `1.question.${second.code}`);
    await tabUntil(page, 'textarea');
    await page.keyboard.type('Sensitivity first, then the cost of a false alarm.');
    await tabTo(page, /^Score a sample, then mine/);
    await page.keyboard.press('Enter');
    await passSample(page);
    await tabTo(page, /^Model answer/);
    await page.keyboard.press('Enter');
    await page.locator('.part[open]', { hasText: 'Model answer' }).waitFor();
    const criteria = page.locator('fieldset.criterion');
    const count = await criteria.count();
    expect(count).toBeGreaterThan(2);
    for (let index = 0; index < count; index += 1) {
      const group = criteria.nth(index);
      while (!(await group.evaluate((one) => one.contains(document.activeElement)))) {
        expect((await tab(page)).faults).toEqual([]);
      }
      await page.keyboard.press('ArrowRight');
      await expect.poll(() => group.getByRole('radio', { checked: true }).count()).toBe(1);
    }
    await tabTo(page, /^Save and finish/);
    await page.keyboard.press('Enter');
    await page.locator('#done').waitFor();
  },
);

describe.each(sampled(labs, 1))('the lab %s by keyboard alone', (id) => {
  it('asks for a guess, lets each control be reached and changed, and announces the result', async () => {
    const { page, errors } = await open(phone);
    await page.goto(`${site}labs/${id}/`);
    const lab = page.locator('guide-lab');
    await lab.and(page.locator('[data-ready]')).waitFor();
    await tabUntil(page, '[data-guess-slider], [data-guess]');
    if ((await lab.locator('[data-guess-slider]').count()) > 0) {
      await page.keyboard.press('ArrowRight');
      await tabUntil(page, '[data-answer]');
    }
    await page.keyboard.press('Enter');
    await pressAll(page, lab, '[data-figure]');
    const names = await lab
      .locator('.lab-form :is(input, select):enabled')
      .evaluateAll((all) => [
        ...new Set(all.map((one) => (one as HTMLInputElement).name).filter((name) => name !== '')),
      ]);
    const changed = new Set<string>();
    // Each setting is in the URL, whether or not the result depends on it.
    const settings = new Set([page.url()]);
    const next = () => tab(page, 'Tab', 'guide-lab .lab-form *');
    for (let stop = await next(); stop.name !== 'Reset'; stop = await next()) {
      expect(stop.faults).toEqual([]);
      if (!stop.isWanted) continue;
      const name = await changeField(page);
      if (name !== '') changed.add(name);
      settings.add(page.url());
    }
    expect([...changed].sort()).toEqual([...names].sort());
    if (names.length > 0) {
      expect(settings.size).toBeGreaterThan(1);
      await expectResultSaid(lab);
    }
    await pressAll(page, lab, '[data-tools]');
    expect(errors).toEqual([]);
  });
});

/**
 * Presses up to twelve buttons in a part of the lab. Checks that each one keeps the focus, although
 * everything is rendered again, and that the result is announced.
 */
async function pressAll(page: Page, lab: Locator, part: string): Promise<void> {
  const keys = await lab
    .locator(`${part} [data-key]:enabled`)
    .evaluateAll((all) =>
      all.filter((one) => one.checkVisibility()).map((one) => one.getAttribute('data-key') ?? ''),
    );
  for (const key of keys.slice(0, 12)) {
    await tabUntil(page, `[data-key="${key}"]`);
    await page.keyboard.press('Space');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-key')))
      .toBe(key);
    await expectResultSaid(lab);
  }
}

/** Checks that the result is announced, possibly after the news that a goal is met. */
async function expectResultSaid(lab: Locator): Promise<void> {
  const message = (await lab.locator('[data-said]').textContent()) ?? '';
  const result = (await lab.locator('.lab-result').textContent()) ?? '';
  expect(message.replace(/^Goal \d is met\. Check it\. /, '')).toBe(result);
}

/** Changes the focused field with its usual keys. Returns its name, or '' if there is none. */
async function changeField(page: Page): Promise<string> {
  const field = await page.evaluate(() => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLSelectElement) {
      const { type, name, value } = activeElement;
      return { type, name, state: value };
    }
    if (!(activeElement instanceof HTMLInputElement)) return undefined;
    const { type, name, value, checked } = activeElement;
    return { type, name: name || (activeElement.dataset['of'] ?? ''), state: value + checked };
  });
  if (field === undefined) return '';
  const keys: Readonly<Record<string, string>> = {
    checkbox: 'Space',
    radio: 'ArrowDown',
    'select-one': 'ArrowDown',
    text: 'End',
  };
  await page.keyboard.press(keys[field.type] ?? 'ArrowUp');
  if (field.type === 'text') await page.keyboard.type('x');
  const after = await page.evaluate(() => {
    const { value, checked } = document.activeElement as HTMLInputElement;
    return value + (checked ?? '');
  });
  if (after === field.state) await page.keyboard.press('ArrowDown');
  return field.name;
}

async function tabUntil(page: Page, selector: string): Promise<void> {
  let stop = await currentStop(page, selector);
  for (let steps = 0; !stop.isWanted; steps += 1) {
    if (steps === 300) expect.fail(`Tab does not lead to ${selector}.`);
    stop = await tab(page, 'Tab', selector);
    expect(stop.faults).toEqual([]);
  }
}
