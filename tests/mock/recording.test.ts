import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { storage } from '../../src/guide.ts';
import { openPractice, scoreAnswer } from '../practice/practice-steps.ts';
import { startRecorder, useBrowser } from '../support/browser.ts';
import { linkOf, lock, openMockPage, press, ready, study, take } from './mock-steps.ts';

const open = useBrowser(startRecorder);
const site = inject('rootSite');
const [first] = study.questions;
if (first === undefined) throw new Error('The guide has no question.');

async function isPlayable(page: Page): Promise<boolean> {
  return page
    .locator('audio')
    .first()
    .evaluate(
      (element: HTMLAudioElement) =>
        new Promise<boolean>((resolve) => {
          element.addEventListener('error', () => resolve(false));
          element.addEventListener('canplay', () => resolve(true));
          element.load();
        }),
    );
}

describe('a recording', () => {
  it('from practice can be played and downloaded', async () => {
    const { page, errors } = await open({
      permissions: ['microphone'],
      reducedMotion: 'no-preference',
    });
    page.setDefaultTimeout(5000);
    await openPractice(page, site, `1.question.${first.code}`);
    await page.getByRole('button', { name: 'Record' }).click();
    await page.locator('.recording', { hasText: 'Recording' }).waitFor();
    await page.getByText('Your typing is saved. Your recording isn’t.').waitFor();
    // The line follows the voice, so each new level makes it longer.
    const line = page.locator('[data-line="within"]');
    const length = async () => (await line.getAttribute('d'))?.length ?? 0;
    await expect.poll(length, { interval: 50 }).toBeGreaterThan(20);
    const before = await length();
    await expect.poll(length, { interval: 50 }).toBeGreaterThan(before);
    await page.waitForFunction(
      () => Number(document.querySelector('[data-clock]')?.textContent?.slice(-1)) > 1,
      undefined,
      { polling: 200 },
    );
    await scoreAnswer(page);
    await page.locator('audio').waitFor({ state: 'attached' });
    expect(await isPlayable(page)).toBe(true);
    await page.getByRole('link', { name: 'Download recording' }).waitFor();
    // A press on the line plays from that position.
    const slider = page.getByRole('slider', { name: 'Position in your recording' });
    const end = Number(await slider.getAttribute('max'));
    expect(end).toBeGreaterThan(0.5);
    await slider.click();
    const at = () => page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime);
    await expect.poll(at).toBeGreaterThanOrEqual(end / 2 - 0.3);
    // It is heard to its end, and then again from its start.
    const isAtEnd = () => page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.ended);
    await expect.poll(isAtEnd, { interval: 50 }).toBe(true);
    await page.getByRole('button', { name: 'Play recording' }).click();
    await page.getByRole('button', { name: 'Pause recording' }).waitFor();
    await expect.poll(at, { interval: 20 }).toBeLessThan(end / 2);
    await expect.poll(isAtEnd, { interval: 50 }).toBe(true);
    expect(errors).toEqual([]);
  });

  it('has numbers instead of a moving line for readers who asked for less motion, and can be stopped', async () => {
    const { page } = await open({ permissions: ['microphone'], reducedMotion: 'reduce' });
    await openPractice(page, site, `1.question.${first.code}`);
    await page.getByRole('button', { name: 'Record' }).click();
    await page.getByText(/^Level \d+ of 100\./).waitFor();
    expect(await page.locator('.voice, .meter').count()).toBe(0);
    await page.getByRole('button', { name: 'Stop recording' }).click();
    // The clock continues.
    await page.getByRole('button', { name: 'Record again' }).waitFor();
    await page.getByRole('button', { name: 'Pause clock' }).waitFor();
  });

  it('from a mock interview exists for each question, if turned on, and is deleted with the interview', async () => {
    const { page, errors, requests } = await open({ permissions: ['microphone'] });
    await take(page, linkOf());
    await press(page, 'Record answers');
    await page.getByRole('button', { name: 'Record answers', pressed: true }).waitFor();
    // The first chunk comes after a second.
    await expect.poll(() => pieces(page), { interval: 200 }).toBeGreaterThan(0);
    await press(page, 'Next question');
    await expect.poll(() => pieces(page, 1), { interval: 200 }).toBeGreaterThan(0);
    // The recording isn't sent anywhere, and it is still there after a reload in the middle of the
    // second answer.
    await page.reload();
    await ready(page);
    await press(page, 'Finish');
    await press(page, 'Finish now');
    await page.locator('audio').first().waitFor();
    expect(await isPlayable(page)).toBe(true);
    await press(page, 'Next answer');
    await page.locator('audio').first().waitFor();
    await lock(page);
    expect(await page.locator('audio').count()).toBe(2);
    await page.getByText('saved on this device').waitFor();
    await openMockPage(page, `#${linkOf({ questions: study.questions.slice(5, 7) })}`);
    await press(page, 'Start the interview');
    await expect.poll(() => pieces(page)).toBe(0);
    const own = [site, `blob:${site}`];
    expect(requests.filter((address) => !own.some((start) => address.startsWith(start)))).toEqual(
      [],
    );
    expect(errors).toEqual([]);
  });
});

/** Returns the number of chunks of recordings on the device, for all questions or for one. */
function pieces(page: Page, place?: number): Promise<number> {
  return page.evaluate(
    ([name, wanted]) =>
      new Promise<number>((resolve) => {
        const request = indexedDB.open(name);
        request.onupgradeneeded = () => request.transaction?.abort();
        request.onerror = () => resolve(0);
        request.onsuccess = () => {
          const all = request.result.transaction('pieces').objectStore('pieces').getAll();
          all.onsuccess = () => {
            request.result.close();
            const found = all.result as { readonly place: number }[];
            resolve(found.filter((one) => wanted === undefined || one.place === wanted).length);
          };
        };
      }),
    [`${storage}-recordings`, place] as const,
  );
}
