import { globSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';

const open = useBrowser();
const site = inject('rootSite');

async function fontsOfTitle(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const title = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: 'h1' });
  const used = await session.send('CSS.getPlatformFontsForNode', { nodeId: title.nodeId });
  return used.fonts.map(({ familyName }) => familyName);
}

function shifts(): Promise<number> {
  return new Promise((resolve) => {
    let sum = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) sum += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
  });
}

describe('the typeface', () => {
  it('is one file of at most 60 kB, also on paper, and is stored with the version', () => {
    const [file = '', ...others] = globSync('dist/_astro/*.woff2');
    expect(others).toEqual([]);
    const { length } = readFileSync(file);
    expect(length).toBeGreaterThan(20_000);
    expect(length).toBeLessThanOrEqual(60_000);
    const worker = readFileSync('dist/worker.js', 'utf8');
    expect(/precached:(.*?),opened:/s.exec(worker)?.[1]).toContain(file.replace('dist/', ''));
    expect(readFileSync('dist/licenses.txt', 'utf8')).toContain('The Inter Project Authors');
    expect(readFileSync('dist/print.css', 'utf8')).toContain(file.replace('dist/', ''));
  });

  it('moves nothing, whether it comes or not', async () => {
    const { page } = await open();
    let arrived: (() => void) | undefined;
    const wait = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    await page.route('**/*.woff2', async (route) => {
      await wait;
      await route.continue();
    });
    await page.goto(`${site}downloads/`, { waitUntil: 'domcontentloaded' });
    // The font arrives too late for this page, which has already been shown in the fallback font.
    await page.waitForFunction(
      () => performance.getEntriesByName('first-contentful-paint').length > 0,
    );
    expect((await fontsOfTitle(page)).join()).not.toMatch(/Inter/);
    arrived?.();
    await page.waitForFunction(() => document.fonts.status === 'loaded');
    expect(await page.evaluate(shifts)).toBe(0);
    await page.unroute('**/*.woff2');
    await expect
      .poll(async () => {
        await page.reload();
        return (await fontsOfTitle(page)).join();
      })
      .toMatch(/^Inter/);
    expect(await page.evaluate(shifts)).toBe(0);
  });
});
