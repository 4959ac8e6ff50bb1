import { describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { openMockPage } from './mock-steps.ts';

const open = useBrowser();

describe('by keyboard alone', () => {
  it('a mock is created, answered, scored, and finished', async () => {
    const { page } = await open();
    const heading = () => page.evaluate(() => document.activeElement?.textContent?.trim() ?? '');
    const tabTo = async (name: string): Promise<void> => {
      for (let tabs = 0; tabs < 40; tabs += 1) {
        await page.keyboard.press('Tab');
        if ((await heading()).startsWith(name)) return page.keyboard.press('Enter');
      }
      throw new Error(`Tab does not lead to "${name}".`);
    };
    await openMockPage(page);
    await tabTo('Create a mock interview to share');
    await page.getByLabel('Number of questions').focus();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/mock/#2.2.**');
    expect(await heading()).toMatch(/^15 minutes, with time/);
    await tabTo('Start the interview');
    expect(await heading()).toMatch(/^Question 1 of/);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('f');
    await page.getByRole('dialog', { name: 'Finish now?' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await heading()).toMatch(/^Question 1 of/);
    // A dialog's close event is delayed. If a key is pressed before it fires, the page asks again.
    const isAsked = await page.evaluate(() => {
      const press = () =>
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'f', bubbles: true }),
        );
      press();
      document.querySelector<HTMLDialogElement>('dialog[open]')?.close();
      press();
      return document.querySelector('dialog[open]') !== null;
    });
    expect(isAsked).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(heading).toMatch(/^Question 1 of/);
    await page.keyboard.press('n');
    await expect.poll(() => heading()).toMatch(/^Question 2 of/);
    await tabTo('Finish');
    expect(await heading()).toMatch(/^Score answer 1 of/);
    // Each score moves the focus to the next criterion.
    for (const key of ['4', '0', '5']) await page.keyboard.press(key);
    const chosen = await page
      .getByRole('radio', { checked: true })
      .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    expect(chosen).toEqual(['4', '5']);
    while (!(await page.getByRole('button', { name: 'Finish scoring' }).isVisible())) {
      await page.keyboard.press('n');
    }
    await tabTo('Finish scoring');
    await page.getByRole('dialog', { name: 'Finish scoring?' }).waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(heading).toBe('Your result');
  });
});
