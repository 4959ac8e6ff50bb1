import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeFindings } from '../accessibility/axe-steps.ts';
import { useBrowser } from '../support/browser.ts';
import { sampled } from '../support/sampled.ts';
import { openByLink } from './lab-steps.ts';

const open = useBrowser();
const site = inject('rootSite');

let page: Page;
let errors: string[];
beforeAll(async () => {
  ({ page, errors } = await open());
});
afterAll(() => expect(errors).toEqual([]));

async function openLab(id: string, values = ''): Promise<void> {
  await openByLink(page, site, id, values);
}

async function result(text: string): Promise<void> {
  await page.locator('.lab-result', { hasText: text }).waitFor();
}

describe('the labs on rules and data', () => {
  it('show the outcome for the chosen product', async () => {
    await openLab('cds-criteria');
    await page.locator('select[name=case], select[name=product]').selectOption('score');
    await result('Shows clinicians a patient’s long-term heart risk');
    // The stage must not give the answer away. FDA's reading appears only on request.
    expect(await page.locator('.lab-stage').textContent()).not.toContain('FDA’s examples:');
    await page.locator('[data-key="recommendation"]').click();
    await page.getByText('May be a device with your answers').waitFor();
    await page.getByRole('checkbox', { name: 'Only one recommendation' }).check();
    await page.getByText('Discretion with your answers').waitFor();
    await page.getByRole('button', { name: 'Check against FDA’s reading' }).click();
    await result('Your answers: a device that FDA doesn’t intend to regulate.');
    await page.getByRole('status').filter({ hasText: 'You agree on 4 of 4 criteria.' }).waitFor();
    await page.locator('[data-key="basis"]').click();
    await result('Your answers: not excluded');
  });

  it('place a product by keyboard, and save the place in the URL', async () => {
    await openLab('samd-category');
    await page.locator('select[name=case], select[name=product]').selectOption('stroke');
    await page.getByText('Press the cell where you’d put it').waitFor();
    const cell = page.locator('[data-key="critical-treat"]');
    await cell.focus();
    await page.keyboard.press('Enter');
    await result(
      'You say category IV (critical, treat or diagnose). N12’s own example is in the same cell',
    );
    expect(await cell.getAttribute('aria-pressed')).toBe('true');
    expect(await cell.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(new URL(page.url()).hash).toContain('product=stroke&cell=critical-treat');
  });

  it('answer a FHIR request, and show anything else as text', async () => {
    await openLab('fhir-request');
    const field = page.getByRole('textbox', { name: 'GET [base]/' });
    await field.fill('Observation?patient=456');
    await result('Status 200: 1 match. A model can use it as it is.');
    await page.getByRole('button', { name: 'Misspelled date' }).click();
    await result('Status 200: 6 matches. A model can use 3 of them as they are. Ignored: dat.');
    expect(await field.inputValue()).toContain('dat=ge2026');
    await page.getByRole('checkbox', { name: 'handling=strict' }).check();
    await result('Status 400');
    await page.locator('summary', { hasText: 'The response in full' }).click();
    const injected = '<img src=x onerror="document.title=1"><b>';
    await field.fill(`Observation?date=${injected}`);
    await result(`"date=${injected}" isn’t a date`);
    expect(await page.locator('guide-lab :is(img, .lab-result b, .lab-details b)').count()).toBe(0);
    // Sections that the reader opened stay open.
    expect(
      await page.locator('.lab-details pre', { hasText: 'OperationOutcome' }).isVisible(),
    ).toBe(true);
    expect(await page.title()).toContain('Ask a FHIR server');
  });

  it('remove identifiers by keyboard, and keep the focus', async () => {
    await openLab('deidentify');
    await page.getByRole('button', { name: 'Linnea' }).focus();
    await page.keyboard.press('Space');
    await result('Found 7 of 16 identifiers, missed 9');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Linnea');
    await page.keyboard.press('Space');
    await result('Found 6 of 16 identifiers, missed 10');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await result('Found 7 of 16 identifiers, missed 9');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('93');
  });

  const links = [
    ['samd-category', 'product=apnea&cell=serious-treat&alone=yes', 'category IV (critical, treat'],
    ['cds-criteria', 'case=score&recommendation=one&only=yes', 'You agree on 4 of 4'],
    ['fhir-request', 'request=Patient%3F_id%3D456', 'Status 200: 1 match.'],
    ['deidentify', 'route=expert&removed=aceghijmnopqrstuv', 'About 6,400 people'],
  ] as const;
  it.each(sampled(links, 1))(
    'open a link to %s with its values, accessibly',
    async (id, values, text) => {
      await openLab(id, values);
      await result(text);
      for (const folded of await page.locator('guide-lab summary:visible').all())
        await folded.click();
      expect(await axeFindings(page, 'guide-lab')).toEqual([]);
    },
  );
});
