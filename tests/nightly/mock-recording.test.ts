import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { storage } from '../../src/guide-settings.ts';
import { linkOf, lock, openMockPage, press, ready, study, take } from '../mock/mock-steps.ts';
import { startRecorder, useBrowser } from '../support/browser.ts';

const open = useBrowser(() => startRecorder());
const site = inject('rootSite');

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
  it('from a mock interview exists for each question, if turned on, and is deleted with the interview', async () => {
    const { page, errors, requests } = await open({ permissions: ['microphone'] });
    await take(page, linkOf());
    await press(page, 'Record answers');
    await page.getByRole('button', { name: 'Record answers', pressed: true }).waitFor();
    // The first chunk comes after a second.
    await expect.poll(() => pieces(page), { interval: 200 }).toBeGreaterThan(0);
    await press(page, 'Next question');
    await expect.poll(() => pieces(page, 1), { interval: 200 }).toBeGreaterThan(0);
    // The recording isn't sent anywhere. It survives a reload in the middle of the second answer.
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
    const allowed = [site, `blob:${site}`];
    expect(
      requests.filter((address) => !allowed.some((start) => address.startsWith(start))),
    ).toEqual([]);
    expect(errors).toEqual([]);
  });
});

/** Returns how many recorded chunks are stored, for all questions or for one. */
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
