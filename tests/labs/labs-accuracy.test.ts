import type { Locator } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { sampled } from '../support/sampled.ts';
import { expectSaid, openByGuess } from './lab-steps.ts';

const open = useBrowser();
const site = inject('rootSite');

/** The initial results of the labs. Unit tests compare the numbers with published ones. */
const atFirst: Readonly<Record<string, RegExp>> = {
  threshold: /^Among 1,000 patients, there are 140 alerts: 40 true, 100 false/,
  'predictive-value': /^Among 1,000 patients, there are 108 alerts: 9 true and 99 false/,
  'sample-size': /^Enroll 2,780: at 5% prevalence/,
  agreement: /^The raters agree on 85.0% of 100 cases, .* kappa 0.32/,
  'alert-burden':
    /^13.2 interruptions .* They take 53 minutes in all. One sick patient is missed every 33 shifts/,
};
const ids = Object.keys(atFirst);

/** Presses a key on a slider and checks that it moves to the value and keeps the focus. */
async function slide(lab: Locator, name: string, key: string, value: string): Promise<void> {
  const slider = lab.getByRole('slider', { name });
  await slider.focus();
  await lab.page().keyboard.press(key);
  await expect.poll(() => lab.getByRole('spinbutton', { name }).inputValue()).toBe(value);
  expect(await slider.evaluate((element) => element === document.activeElement)).toBe(true);
}

/** Types a number and leaves the field. */
async function type(lab: Locator, name: string, value: string): Promise<void> {
  await lab.getByRole('spinbutton', { name }).fill(value);
  await lab.page().keyboard.press('Tab');
}

describe('moving a control', () => {
  // Φ(9/12) = 0.7734 of 50, and 1 − Φ(16/12) = 0.0912 of 950. Page Up moves by a tenth of the
  // range: Φ(0) = 0.5 of 50, and 1 − Φ(25/12) = 0.0186 of 950.
  it('of the threshold lab by arrow, by Page Up, or by typing announces the new result', async () => {
    const { page, errors } = await open();
    const lab = await openByGuess(page, site, 'threshold');
    await slide(lab, 'Threshold', 'ArrowUp', '51');
    await expectSaid(lab, '125 alerts: 39 true, 86 false. 11 cases are missed');
    await type(lab, 'Threshold', '50');
    await expectSaid(lab, '140 alerts: 40 true, 100 false');
    await slide(lab, 'Threshold', 'PageUp', '60');
    await expectSaid(lab, '43 alerts: 25 true, 18 false. 25 cases are missed');
    expect(errors).toEqual([]);
  });

  // An arrow moves by one of the 60 steps from 0.5% to 50% by powers. 0.5 × 100^(10/60) = 1.077,
  // which rounds to 1.1%: 9.9 of 11, and a tenth of 989. After typing: 13.5 of 15, and a tenth of
  // 985.
  it('of the predictive value lab goes by powers, or to any value by typing', async () => {
    const { page, errors } = await open();
    const lab = await openByGuess(page, site, 'predictive-value');
    await slide(lab, 'Prevalence', 'ArrowRight', '1.1');
    await expectSaid(lab, '108.8 alerts: 9.9 true and 98.9 false; 1.1 sick patients');
    await type(lab, 'Prevalence', '1.5');
    await expectSaid(lab, '112 alerts: 13.5 true and 98.5 false; 1.5 sick patients');
    expect(errors).toEqual([]);
  });

  it('of the sample size lab asks for 35 patients within ten points, and 700 to enroll', async () => {
    const { page } = await open();
    const lab = await openByGuess(page, site, 'sample-size');
    // 1.96² × 0.9 × 0.1 ÷ 0.1² = 34.6, and one in twenty patients is ill.
    await type(lab, 'Half-width', '10');
    await expectSaid(lab, 'Enroll 700: at 5% prevalence, that includes 35 patients');
    expect(new URL(page.url()).hash).toBe('#lab-sample-size?v=1&within=10');
  });

  it('of the agreement lab can load a table by a button, which keeps the focus, and reset it', async () => {
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
    await lab.getByText('More inputs').click();
    await lab.getByRole('radio', { name: '30 patients' }).check();
    await expectSaid(lab, 'Fleiss’ kappa is 0.430');
    await lab.getByRole('button', { name: 'Reset' }).click();
    await expectSaid(lab, 'kappa 0.32');
  });

  it('of the alert burden lab switches to two tiers: fewer interruptions, as many missed', async () => {
    const { page } = await open();
    const lab = await openByGuess(page, site, 'alert-burden');
    await lab.getByRole('checkbox', { name: 'Two tiers' }).check();
    await expectSaid(lab, '1.7 interruptions for one nurse');
    await expectSaid(lab, 'One sick patient is missed every 33 shifts');
  });
});

describe('a link', () => {
  it('with values opens its lab with them, in fields and result, without a guess', async () => {
    const { page, errors } = await open();
    const links = [
      ['threshold', 'cutoff=51', '125 alerts'],
      ['predictive-value', 'prevalence=25&specificity=63', 'PPV 44.8%'],
      ['sample-size', 'specificity=85&within=10&prevalence=20', 'Enroll 175'],
      ['alert-burden', 'mute=12', '4.4 minutes'],
      ['agreement', 'bothyes=4&onlya=8&onlyb=8&bothno=180', 'kappa 0.29'],
    ] as const;
    for (const [id, values, result] of sampled(links, 2)) {
      await page.goto(`${site}labs/${id}/#lab-${id}?v=1&${values}`);
      await page.locator('.lab-result', { hasText: result }).waitFor();
      expect(await page.locator('.lab-figure').isVisible()).toBe(true);
      for (const [name, value] of new URLSearchParams(values)) {
        expect(await page.locator(`[name=${name}]`).inputValue()).toBe(value);
      }
    }
    expect(errors).toEqual([]);
  });

  it('does no harm with any content', async () => {
    const { page, errors } = await open();
    const names = 'cutoff prevalence within bothyes mute raters tiers __proto__ constructor';
    for (const id of sampled(ids, 2)) {
      for (const text of ['"><img src=x onerror=alert(1)>%', '1e999']) {
        const values = names.split(' ').map((name) => `${name}=${text}`);
        await page.goto(`${site}labs/${id}/#lab-${id}?v=1&${values.join('&')}`);
        await page.locator('guide-lab[data-ready]').waitFor();
        expect(await page.locator('.lab-result').textContent()).toMatch(atFirst[id] ?? /^$/);
        expect(
          await page.locator('.lab :is(img, script:not([data-record]), [onload])').count(),
        ).toBe(0);
      }
    }
    expect(errors).toEqual([]);
  });
});

describe('without scripts', () => {
  it('a lab is a worked example: result, figure, and table, without controls', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    for (const id of sampled(ids, 1)) {
      await page.goto(`${site}labs/${id}/`);
      expect(await page.locator('.lab-result').textContent()).toMatch(atFirst[id] ?? /^$/);
      expect(await page.locator('.lab-figure svg').first().isVisible()).toBe(true);
      await expect.poll(() => page.locator('.lab-table tbody tr').first().isVisible()).toBe(true);
      expect(await page.locator('.lab :is(.lab-form, button):visible').count()).toBe(0);
    }
  });
});
