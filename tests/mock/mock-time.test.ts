import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { storedRecords } from '../support/stored-records.ts';
import { asked, button, linkOf, openMockPage, press, study, timeLeft } from './mock-steps.ts';

const open = useBrowser();
const noon = new Date('2026-11-24T12:00:00Z');
const minute = 60_000;
const link = linkOf();

/**
 * Starts a ten-minute mock interview at noon and lets a minute pass. Afterward, only the test moves
 * the clock.
 */
async function takeAtNoon(page: Page): Promise<void> {
  await page.clock.install({ time: new Date(noon.getTime() - minute) });
  await openMockPage(page, `#${link}`);
  await page.clock.pauseAt(noon);
  await press(page, 'Start the interview');
  await page.clock.runFor(minute);
}

/**
 * Lets minutes pass. Only the last half minute passes second by second, because running every tick
 * would take too long.
 */
async function letPass(page: Page, minutes: number): Promise<void> {
  await page.clock.fastForward((minutes - 0.5) * minute);
  await page.clock.runFor(minute / 2);
}

async function countBells(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const tones = { count: 0 };
    Object.assign(window, { tones });
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (...when: [number?]) {
      tones.count += 1;
      start.apply(this, when);
    };
  });
  return () => page.evaluate(() => (window as unknown as { tones: { count: number } }).tones.count);
}

describe('the clock of a mock interview', () => {
  it('counts time, stops during a pause, and announces the halfway point, the last two minutes, and the end', async () => {
    const { page } = await open();
    const strokes = await countBells(page);
    await takeAtNoon(page);
    expect(await timeLeft(page)).toBe('9:00');
    expect(await page.locator('.time-question').textContent()).toContain('1:00 of about 3:20');
    await press(page, 'Next question');
    await page.clock.runFor(minute / 2);
    expect(await page.locator('.time-question').textContent()).toContain('0:30');
    await page.keyboard.press('p');
    await page.getByText('Time left (paused)').waitFor();
    await page.clock.fastForward(20 * minute);
    expect(await timeLeft(page)).toBe('8:30');
    // The question is hidden during a pause, so that a pause gives no extra time to think.
    expect(await asked(page)).toContain('hidden until you resume');
    await page.keyboard.press('p');
    await expect.poll(() => asked(page)).toBe(study.questions[1]?.title);
    await page.clock.runFor(minute / 2);
    expect(await timeLeft(page)).toBe('8:00');
    const status = page.locator('.asking [role="status"]');
    expect(await status.textContent()).toBe('');
    await letPass(page, 3);
    expect(await status.textContent()).toBe('Half your time is left.');
    expect(await strokes()).toBe(0);
    await letPass(page, 3);
    expect(await status.textContent()).toBe('Two minutes are left.');
    expect(await strokes()).toBe(1);
    await letPass(page, 2);
    expect(await status.textContent()).toContain('Time is up. Finish your sentence');
    expect(await strokes()).toBe(2);
    // Only the scores are missing now, so the question stays visible.
    expect(await button(page, '(Next|Pause)').count()).toBe(0);
    expect(await asked(page)).toBe(study.questions[1]?.title);
    await press(page, 'Score my answers');
    for (const spent of ['You spent 1:00 on', 'You spent 9:00 on', 'You didn’t get to']) {
      await page.getByText(`${spent} this question.`).waitFor();
      await page.keyboard.press('n');
    }
  });

  it('stays silent once time alerts are off, even after a reload', async () => {
    const { page } = await open();
    const strokes = await countBells(page);
    await takeAtNoon(page);
    await press(page, 'Time alerts');
    await expect
      .poll(async () => (await storedRecords(page))['settings']?.[0]?.['bell'])
      .toBe(false);
    await letPass(page, 7);
    await page.getByText('Two minutes are left.').waitFor();
    expect(await strokes()).toBe(0);
    await page.reload();
    await page.getByRole('button', { name: 'Time alerts', pressed: false }).waitFor();
  });
});
