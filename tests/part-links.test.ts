import { expect, inject, it } from 'vitest';
import { pageOrder } from '../src/domain/guide/parts.ts';
import { frameScript, useBrowser } from './browser.ts';
import { guideOnDisk } from './guide-data.ts';
import { sampled } from './sampled.ts';

const open = useBrowser();
const site = inject('rootSite');
const pages = sampled(guideOnDisk().questions, 4);

it.each([1280, 360])(
  'a link to a part lands on it, unfolded, at %i pixels',
  async (width) => {
    const { page } = await open({ viewport: { width, height: width === 360 ? 740 : 800 } });
    const wrong: string[] = [];
    for (const { slug } of pages) {
      for (const id of pageOrder) {
        // From another page each time, because within a page the browser would only scroll.
        await page.goto('about:blank');
        await page.goto(`${site}questions/${slug}/#${id}`);
        await frameScript(page);
        const { top, end } = await page.locator(`[data-part="${id}"]`).evaluate((part) => ({
          top: part.getBoundingClientRect().top,
          end: document.documentElement.scrollHeight - innerHeight - scrollY < 2,
        }));
        const isOpen = await page
          .locator(`[data-part="${id}"]`)
          .evaluate((part) => !(part instanceof HTMLDetailsElement) || part.open);
        // The last parts of a page can't scroll up to the header.
        const isInPlace = top > 0 && (top < 260 || (end && top < 700));
        if (!isInPlace || !isOpen) wrong.push(`${slug}#${id} at ${Math.round(top)}, ${isOpen}`);
      }
    }
    expect(wrong).toEqual([]);
  },
  900_000,
);
