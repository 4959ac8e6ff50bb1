import { expect, inject, it } from 'vitest';
import { pageOrder } from '../src/domain/guide/parts.ts';
import { frameScript, useBrowser } from './browser.ts';
import { guideOnDisk } from './guide-data.ts';
import { sampled } from './sampled.ts';

const open = useBrowser();
const site = inject('rootSite');
const pages = sampled(guideOnDisk().questions, 1);

it.each(sampled([360, 1280], 1))(
  'a link to a part lands on it, unfolded, at %i pixels',
  async (width) => {
    const { page } = await open({ viewport: { width, height: width === 360 ? 740 : 800 } });
    const wrong: string[] = [];
    for (const { slug } of pages) {
      for (const id of sampled(pageOrder, 4)) {
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

it('a link to a part shows which question it’s about on a phone', async () => {
  const { page } = await open({ viewport: { width: 360, height: 740 } });
  for (const { slug, label } of pages) {
    const shown = () =>
      page.locator('.on-page').evaluate((list) => getComputedStyle(list, '::before').content);
    await page.goto(`${site}questions/${slug}/`);
    expect(await shown()).toBe('none');
    await page.goto('about:blank');
    await page.goto(`${site}questions/${slug}/#hint`);
    await expect.poll(shown).toBe(JSON.stringify(label));
  }
});

it('a link on the page lands on its target, with motion too', async () => {
  const { page } = await open({
    viewport: { width: 360, height: 740 },
    reducedMotion: 'no-preference',
  });
  await page.goto(`${site}questions/what-is-fhir/`);
  await frameScript(page);
  const top = (id: string) =>
    page.locator(`#${id}`).evaluate((part) => part.getBoundingClientRect().top);
  await page.getByRole('navigation', { name: 'Parts' }).getByRole('link', { name: 'Hint' }).click();
  await expect.poll(() => top('hint')).toBeLessThan(300);
  const cite = page.locator('#hint .cite a').first();
  const source = (await cite.getAttribute('href'))?.slice(1) ?? '';
  await cite.click();
  await expect.poll(() => top(source)).toBeLessThan(600);
  expect(await top(source)).toBeGreaterThan(0);
  // From another page, and by a press that unfolds with motion.
  await page.goto('about:blank');
  await page.goto(`${site}questions/what-is-fhir/#rubric`);
  await expect.poll(() => top('rubric')).toBeLessThan(300);
  await page.locator('[data-part="hint"] > summary').click();
  await expect.poll(() => page.locator('#hint').isVisible()).toBe(true);
});
