import type { Locator } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { initialValues } from '../../src/domain/labs/control.ts';
import { useBrowser } from '../support/browser.ts';
import { sampled } from '../support/sampled.ts';
import { expectSaid, openByGuess, openByLink } from './lab-steps.ts';
import { allLabs, labOnDisk } from './labs-on-disk.ts';

const open = useBrowser();
const site = inject('rootSite');

async function slide(lab: Locator, name: string, key: string, value: string): Promise<void> {
  const slider = lab.getByRole('slider', { name });
  await slider.focus();
  await lab.page().keyboard.press(key);
  await expect.poll(() => lab.getByRole('spinbutton', { name }).inputValue()).toBe(value);
  expect(await slider.evaluate((element) => element === document.activeElement)).toBe(true);
}

async function type(lab: Locator, name: string, value: string): Promise<void> {
  await lab.getByRole('spinbutton', { name }).fill(value);
  await lab.page().keyboard.press('Tab');
}

function focusedKey(lab: Locator): Promise<string | null | undefined> {
  return lab.page().evaluate(() => document.activeElement?.getAttribute('data-key'));
}

describe('moving a control announces the value calculated by hand', () => {
  // Φ(9/12) = 0.7734 of 50, and 1 − Φ(16/12) = 0.0912 of 950. Page Up moves by a tenth of the
  // range: Φ(0) = 0.5 of 50, and 1 − Φ(25/12) = 0.0186 of 950. In the other lab, an arrow key takes
  // one of the 60 logarithmic steps from 0.5% to 50%: 0.5 × 100^(10/60) = 1.077, which rounds to
  // 1.1%. That gives 9.9 of 11 and a tenth of 989, in whole patients.
  it('by arrow, by Page Up, or by typing, and keeps what the goal wants unchanged', async () => {
    const { page, errors } = await open();
    const threshold = await openByGuess(page, site, 'threshold');
    await slide(threshold, 'Threshold', 'ArrowUp', '51');
    await expectSaid(threshold, '125 alerts: 39 true, 86 false. 11 cases are missed');
    await type(threshold, 'Threshold', '50');
    await expectSaid(threshold, '140 alerts: 40 true, 100 false');
    await slide(threshold, 'Threshold', 'PageUp', '60');
    await expectSaid(threshold, '43 alerts: 25 true, 18 false. 25 cases are missed');
    expect(await threshold.getByRole('spinbutton', { name: 'Prevalence' }).isDisabled()).toBe(true);
    const predictive = await openByGuess(page, site, 'predictive-value');
    await slide(predictive, 'Prevalence', 'ArrowRight', '1.1');
    await expectSaid(predictive, '109 alerts: 10 true and 99 false; 1 sick patient is missed');
    expect(errors).toEqual([]);
  });

  it('by a button for a published table, which keeps the focus, until it is reset', async () => {
    const { page } = await open();
    const lab = await openByGuess(page, site, 'agreement');
    await lab.getByText('Published tables').click();
    await lab.getByRole('button', { name: 'Half rated yes' }).focus();
    await page.keyboard.press('Enter');
    await expectSaid(
      lab,
      'agree on 85.0% of 100 cases, and chance alone would give 50.1%: kappa 0.70',
    );
    const pressed = lab.getByRole('button', { pressed: true });
    expect(await pressed.textContent()).toBe('Half rated yes');
    expect(await pressed.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await lab.getByLabel('Only A says yes').inputValue()).toBe('9');
    await lab.getByRole('button', { name: 'Reset' }).click();
    await expectSaid(lab, 'kappa 0.32');
  });

  it('by a button that moves a passage, which keeps the focus at the top too', async () => {
    const { page } = await open();
    const lab = await openByGuess(page, site, 'ranking');
    const up = lab.locator('[data-key="Up-a"]');
    await up.focus();
    for (let press = 1; press <= 4; press += 1) {
      await page.keyboard.press('Enter');
      await expect.poll(() => focusedKey(lab)).toBe('Up-a');
    }
    // The grades are 3, 1, 0. DCG@3 = 3 + 1 ÷ log2(3), and the best possible grades are 3, 2, 2.
    const ndcg = (3 + 1 / Math.log2(3)) / (4 + 2 / Math.log2(3));
    await expectSaid(lab, `NDCG@3 ${ndcg.toFixed(3)}. The best passage (grade 3) is at rank 1.`);
    expect(await up.getAttribute('aria-disabled')).toBe('true');
    expect(page.url()).toContain('order=aefdbc');
    // In the second goal, the order can't be changed.
    await lab.getByRole('button', { name: 'Check goal 1' }).click();
    await lab.getByRole('button', { name: 'Start goal 2' }).click();
    expect(await up.isDisabled()).toBe(true);
    await lab.getByRole('button', { name: 'Show a solution' }).click();
    await lab.getByRole('button', { name: 'Check goal 2' }).click();
    await page.goto(`${site}labs/`);
    await page.getByText(`of ${allLabs.length} solved`).waitFor();
    expect(await page.locator('[data-solved]').allTextContents()).toEqual([
      expect.stringContaining(labOnDisk('ranking').title),
    ]);
  });

  it('by a button that halves an estimate, in the table too', async () => {
    const { page } = await open();
    const lab = await openByLink(page, site, 'prioritization', 'feature=a&safety=50&gate=yes');
    expect(await lab.locator('.lab-result').textContent()).toMatch(
      /^First, without a score: Chart/,
    );
    expect(await lab.getByRole('spinbutton').inputValue()).toBe('50');
    await lab.getByRole('button', { name: 'halve the reach' }).click();
    await expect.poll(() => focusedKey(lab)).toBe('reach-halve');
    await page.getByText('The numbers').click();
    const row = page.getByRole('row', { name: 'A Merge duplicate alerts' });
    const cells = await row.getByRole('cell').allTextContents();
    expect(cells.slice(0, 5)).toEqual(['300', '2', '50%', '4', '75 (3)']);
  });
});

describe('a link', () => {
  const evil = encodeURIComponent('"><img src=x onerror=alert(1)>');
  const hostile = [
    ['drift', `draw=${evil}&recent=NaN&bins=1e999&shift=-Infinity`],
    ['ranking', `order=aaaaaa&grades=${evil}&k=${evil}&from=9`],
    ['prioritization', `estimates=0.9.9.0_${evil}&feature=${evil}&gate=${evil}&__proto__=1`],
    ['documentation-case', `low=${evil}&seats=&price=0x10g&stay=%00`],
    ['model-cost', `notes=${evil}&capacity=${'9'.repeat(1500)}x&constructor=1`],
    ['agreement', `bothyes=${evil}&onlya=1e999&raters=${evil}`],
  ] as const;
  it('with hostile values opens the lab at its default', async () => {
    const { page, errors } = await open();
    page.on('dialog', () => errors.push('a dialog'));
    for (const [id, query] of sampled(hostile, 2)) {
      const lab = await openByLink(page, site, id, query);
      const { view, controls } = labOnDisk(id);
      const { result } = view(initialValues(controls));
      expect(await lab.locator('.lab-result').textContent()).toBe(result);
      expect(await lab.locator(':is(img, script:not([data-record]), [onload])').count()).toBe(0);
    }
    expect(errors).toEqual([]);
  });
});
