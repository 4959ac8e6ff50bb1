import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Lab } from '../../src/components/labs/lab.ts';
import type { Control, Values } from '../../src/domain/labs/control.ts';

export async function labReady(page: Page): Promise<Locator> {
  const lab = page.locator('guide-lab[data-ready]');
  await lab.waitFor();
  return lab;
}

export async function openByGuess(page: Page, site: string, id: string): Promise<Locator> {
  await page.goto(`${site}labs/${id}/`);
  return guessByKeys(await labReady(page));
}

/** Answers the lab's question by moving its slider to the end or choosing the first option. */
export async function guessByKeys(lab: Locator): Promise<Locator> {
  const { keyboard } = lab.page();
  const slider = lab.locator('[data-guess-slider]');
  if ((await slider.count()) > 0) {
    await slider.focus();
    await keyboard.press('End');
    await lab.locator('[data-answer]').focus();
  } else await lab.locator('[data-guess]').first().focus();
  await keyboard.press('Enter');
  await lab.locator('.lab-goal').waitFor();
  return lab;
}

/**
 * Opens a lab through a link with these values or, if there are none, with the defaults for links.
 */
export async function openByLink(
  page: Page,
  site: string,
  id: string,
  values = '',
): Promise<Locator> {
  // If only the fragment changed, the page wouldn't be reloaded.
  await page.goto('about:blank');
  await page.goto(`${site}labs/${id}/#lab-${id}?v=1${values && `&${values}`}`);
  return labReady(page);
}

/**
 * Sets controls to these values, using only the keyboard.
 * @param presses the buttons that set hidden controls
 */
export async function setByKeys(
  lab: Locator,
  { controls }: Lab,
  values: Values,
  presses: readonly string[],
): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const control = controls.find((one) => one.name === name);
    if (control === undefined) throw new Error(`There is no control "${name}".`);
    if (control.kind !== 'hidden' && control.more) await unfold(lab);
    await setControl(lab, control, value);
  }
  for (const key of presses) {
    await lab.locator(`[data-key="${key}"]`).focus();
    await lab.page().keyboard.press('Enter');
  }
}

export async function unfold(lab: Locator): Promise<void> {
  const details = lab.locator('details.lab-more-inputs');
  if (await details.evaluate((element) => (element as HTMLDetailsElement).open)) return;
  await details.locator('summary').focus();
  await lab.page().keyboard.press('Enter');
}

async function setControl(lab: Locator, control: Control, value: Values[string]): Promise<void> {
  const { keyboard } = lab.page();
  const field = lab.locator(`[name="${control.name}"]`);
  switch (control.kind) {
    case 'number':
    case 'text':
      await field.focus();
      await keyboard.press('Control+A');
      await keyboard.type(String(value));
      await keyboard.press('Tab');
      break;
    case 'switch':
      await field.focus();
      if ((await field.isChecked()) !== value) await keyboard.press('Space');
      break;
    case 'choice': {
      const from = control.menu
        ? await field.inputValue()
        : await lab.locator(`[name="${control.name}"]:checked`).inputValue();
      const indexOf = (text: unknown): number => Object.keys(control.options).indexOf(String(text));
      await (control.menu ? field : field.nth(indexOf(from))).focus();
      const steps = indexOf(value) - indexOf(from);
      for (let step = 0; step < Math.abs(steps); step += 1) {
        await keyboard.press(steps > 0 ? 'ArrowDown' : 'ArrowUp');
      }
      break;
    }
    case 'hidden':
      break;
  }
}

/** The buttons that solve goals whose values have no controls, by lab and goal. */
export const pressesOf: Readonly<Record<string, readonly (readonly string[])[]>> = {
  ranking: [['Up-a', 'Up-a', 'Up-a'], []],
  'samd-category': [['serious-drive'], ['serious-treat']],
  'cds-criteria': [['recommendation'], ['recommendation', 'recommendation', 'basis']],
  deidentify: [[...'aceghimnopqrstuv'], ['j']],
  prioritization: [[], ['reach-halve']],
};

export async function expectSaid(lab: Locator, text: string | RegExp): Promise<void> {
  await lab.locator('[data-said]', { hasText: text }).waitFor({ state: 'attached' });
  expect(await lab.locator('[data-said]').textContent()).toMatch(text);
}
