import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { initialValues } from '../../src/domain/labs/control.ts';
import { useBrowser } from '../support/browser.ts';
import { sampled } from '../support/sampled.ts';
import { allLabs } from './labs-on-disk.ts';

const open = useBrowser();
const site = inject('rootSite');
const labs = ['drift', 'ranking', 'prioritization', 'documentation-case', 'model-cost'];

/** Returns what a lab says for its default values. */
function resultAtFirst(id: string): string | undefined {
  const lab = allLabs.find((one) => one.id === id);
  return lab?.view(initialValues(lab.controls)).result;
}

/** Opens a lab's page and loads the lab's code. */
async function openLab(lab: string, fragment = `#lab-${lab}?v=1`) {
  const opened = await open();
  await opened.page.goto(`${site}labs/${lab}/${fragment}`);
  await opened.page.locator('guide-lab[data-ready]').waitFor();
  return opened;
}

/** Types a number and leaves the field. */
async function type(page: Page, label: string, value: string): Promise<void> {
  await page.getByRole('spinbutton', { name: label, exact: true }).fill(value);
  await page.keyboard.press('Tab');
}

function announced(page: Page): Promise<string | null> {
  return page.locator('[data-said]').textContent();
}

function shown(page: Page): Promise<string | null> {
  return page.locator('.lab-result').textContent();
}

function focusedKey(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute('data-key'));
}

describe('moving a control announces the value calculated by hand', () => {
  it('in the model cost lab: 40,000 notes a day', async () => {
    const { page, errors } = await openLab('model-cost');
    await type(page, 'Notes per day', '40000');
    // API: 40,000 × 1,095 × $0.02 + 3 × $30,000. Own servers: 36 × (2 × $9,000 + $4,500) + $30,000.
    expect(await announced(page)).toContain(
      'At 40,000 notes a day, three years cost $966,000 with the API and $840,000 on your own servers.',
    );
    expect(page.url()).toContain('notes=40000');
    expect(errors).toEqual([]);
  });

  it('in the business case: nobody stays because of the scribe', async () => {
    const { page } = await openLab('documentation-case');
    await page.locator('.lab-more-inputs > summary').click();
    await type(page, 'Clinicians who stay because of the scribe, high case only', '0');
    // 30 minutes are worth 70 × 110 h × 23% × $150 = $265,650, less $360,000 and $60,000.
    expect(await announced(page)).toContain('from −$420,000 to −$154,000');
    expect(await announced(page)).toBe(await shown(page));
  });

  it('in the drift lab: a shift of half a standard deviation is worth 0.238, whatever is drawn', async () => {
    const { page } = await openLab('drift');
    const first = await shown(page);
    await page.getByRole('button', { name: 'Draw again' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByText('This is draw 3.').isVisible()).toBe(true);
    expect(await focusedKey(page)).toBe('again');
    expect(await announced(page)).not.toBe(first);
    await type(page, 'Drift: shift in the mean score', '0.5');
    expect(await announced(page)).toContain('The drift itself accounts for 0.238');
  });

  it('in the prioritization lab: half the reach of the alerts, from 150 to 75', async () => {
    const { page } = await openLab('prioritization');
    await page.locator('.lab-form select').selectOption('a');
    await page.getByRole('button', { name: 'Halve the reach' }).click();
    await expect.poll(() => focusedKey(page)).toBe('reach-half');
    await page.getByText('The numbers').click();
    const row = page.getByRole('row', { name: 'A Merge duplicate alerts' });
    const cells = await row.getByRole('cell').allTextContents();
    expect(cells.slice(0, 5)).toEqual(['300', '2', '50%', '4', '75 (3)']);
  });
});

describe('by keyboard', () => {
  it('a passage moves up, its button keeps the focus, and the measures update', async () => {
    const { page } = await openLab('ranking');
    const up = page.locator('[data-key="Up-a"]');
    await up.focus();
    for (let press = 1; press <= 3; press += 1) {
      await page.keyboard.press('Enter');
      await expect.poll(() => focusedKey(page)).toBe('Up-a');
    }
    // Grades are 3, 1, 0. DCG@3 = 3 + 1 ÷ log2(3), and the best grades are 3, 2, 2.
    const ndcg = (3 + 1 / Math.log2(3)) / (4 + 2 / Math.log2(3));
    expect(await announced(page)).toContain(`NDCG@3 ${ndcg.toFixed(3)}.`);
    expect(await announced(page)).toContain('The best passage (grade 3) is at rank 1.');
    await page.keyboard.press('Space');
    await expect.poll(() => focusedKey(page)).toBe('Up-a');
    expect(await up.getAttribute('aria-disabled')).toBe('true');
    expect(await page.locator('.ranking-title').first().textContent()).toContain(
      'when to stop before',
    );
    expect(page.url()).toContain('order=aefdbc');
  });
});

describe('a link', () => {
  it('opens with its values', async () => {
    const { page } = await openLab(
      'prioritization',
      '#lab-prioritization?v=1&gate=yes&feature=a&safety=50',
    );
    expect(await shown(page)).toMatch(/^First, without a score: Chart mix-ups\./);
    expect(await page.getByRole('checkbox').isChecked()).toBe(true);
    expect(await page.locator('.lab-form select').inputValue()).toBe('a');
    expect(await page.getByRole('spinbutton').inputValue()).toBe('50');
  });

  it('with hostile values opens the lab at its default', async () => {
    const { page, errors } = await open();
    page.on('dialog', () => errors.push('a dialog'));
    const evil = encodeURIComponent('"><img src=x onerror=alert(1)>');
    const hostile = [
      ['drift', `draw=${evil}&recent=NaN&bins=1e999&shift=-Infinity`],
      ['ranking', `order=aaaaaa&grades=${evil}&k=${evil}&from=9`],
      ['prioritization', `estimates=0.9.9.0_${evil}&feature=${evil}&gate=${evil}&__proto__=1`],
      ['documentation-case', `low=${evil}&seats=&price=0x10g&stay=%00`],
      ['model-cost', `notes=${evil}&capacity=${'9'.repeat(1500)}x&constructor=1`],
    ] as const;
    for (const [lab, query] of sampled(hostile, 2)) {
      await page.goto(`${site}labs/${lab}/#lab-${lab}?v=1&${query}`);
      await page.locator('guide-lab[data-ready]').waitFor();
      expect(await shown(page)).toBe(resultAtFirst(lab));
      expect(await page.locator('.lab img').count()).toBe(0);
    }
    expect(errors).toEqual([]);
  });
});

it('without JavaScript each lab shows its worked default, and no inactive buttons', async () => {
  const { page } = await open({ javaScriptEnabled: false });
  for (const lab of sampled(labs, 2)) {
    await page.goto(`${site}labs/${lab}/`);
    expect(await shown(page)).toBe(resultAtFirst(lab));
    expect(await page.locator('.lab-figure').isVisible()).toBe(true);
    expect(await page.locator('.lab button:visible, .lab-form:visible').count()).toBe(0);
  }
});
