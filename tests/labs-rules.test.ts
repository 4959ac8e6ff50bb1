import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeFindings } from './axe-steps.ts';
import { useBrowser } from './browser.ts';

const open = useBrowser();
const site = inject('rootSite');

let page: Page;
let errors: string[];
beforeAll(async () => {
  ({ page, errors } = await open());
});
afterAll(async () => {
  expect(errors).toEqual([]);
  await page.context().close();
});

/** Opens a lab on its own page, at its start or as a link has it. */
async function openLab(id: string, values = ''): Promise<void> {
  // A new fragment alone would not load the page again.
  await page.goto('about:blank');
  await page.goto(`${site}labs/${id}/${values && `#lab-${id}?v=1&${values}`}`);
  if (values !== '') await page.locator('guide-lab[data-ready]').waitFor();
}

async function result(text: string): Promise<void> {
  await page.locator('.lab-result', { hasText: text }).waitFor();
}

describe('the labs of rules and data', () => {
  it('tell what follows from the answers to the criteria for the chosen product', async () => {
    await openLab('cds-criteria');
    await page.getByRole('radio', { name: 'Long-term heart risk' }).check();
    await page.getByRole('radio', { name: 'No, one specific output' }).check();
    await result('By your answers: not excluded, so it may be a device.');
    await page.getByRole('checkbox', { name: 'Only one recommendation' }).check();
    await result('By your answers: a device that FDA does not intend to regulate.');
    await page.getByRole('status').filter({ hasText: 'You agree on 4 of 4 criteria.' }).waitFor();
    await page.getByRole('group', { name: '4. Lets' }).getByRole('radio', { name: 'No' }).check();
    await result('By your answers: not excluded');
  });

  it('place a product by keyboard, and keep the place in the address', async () => {
    await openLab('samd-category');
    await page.getByRole('radio', { name: 'Reads brain images' }).check();
    const cell = page.locator('[data-key="critical-treat"]');
    await cell.focus();
    await page.keyboard.press('Enter');
    await result(
      'You say category IV (critical, treat or diagnose). N12’s own example is the same',
    );
    expect(await cell.getAttribute('aria-pressed')).toBe('true');
    expect(await cell.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(new URL(page.url()).hash).toContain('product=stroke&cell=critical-treat');
  });

  it('answer a FHIR request, and show what is no request as text', async () => {
    await openLab('fhir-request');
    const field = page.getByRole('textbox', { name: 'GET [base]/' });
    await field.fill('Observation?patient=456');
    await result('Status 200: 1 match. 1 fit');
    await page.getByRole('button', { name: 'Misspelled date' }).click();
    await result('Status 200: 6 matches. 3 fit for a model as they are. Ignored: dat.');
    expect(await field.inputValue()).toContain('dat=ge2026');
    await page.getByRole('checkbox', { name: 'handling=strict' }).check();
    await result('Status 400');
    await page.locator('summary', { hasText: 'as JSON' }).click();
    const injected = '<img src=x onerror="document.title=1"><b>';
    await field.fill(`Observation?date=${injected}`);
    await result(`"date=${injected}" is no date`);
    expect(await page.locator('[data-output] :is(img, b)').count()).toBe(0);
    // What the reader unfolded stays unfolded.
    expect(await page.locator('.lab-figure pre', { hasText: 'OperationOutcome' }).isVisible()).toBe(
      true,
    );
    expect(await page.title()).toContain('Ask a FHIR server');
  });

  it('count a press that came before their code', async () => {
    await openLab('deidentify');
    await page.getByRole('button', { name: 'Corvane Glassworks' }).click();
    await result('Found 7 of 16 identifiers, missed 9');
  });

  it('take identifiers out by keyboard, with the focus where it was', async () => {
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

  it.each([
    ['samd-category', 'product=apnea&cell=serious-treat&alone=yes', 'category IV (critical, treat'],
    ['cds-criteria', 'case=score&recommendation=one&only=yes', 'You agree on 4 of 4'],
    ['fhir-request', 'request=Patient%3F_id%3D456', 'Status 200: 1 match.'],
    ['deidentify', 'route=expert&removed=aceghijmnopqrstuv', 'about 6,400 people'],
  ])('open a link to %s with its values, free of barriers', async (id, values, text) => {
    await openLab(id, values);
    await result(text);
    for (const folded of await page.locator('guide-lab summary').all()) await folded.click();
    expect(await axeFindings(page, 'guide-lab')).toEqual([]);
  });
});
