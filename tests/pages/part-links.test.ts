import { expect, inject, it } from 'vitest';
import { pageOrder } from '../../src/domain/guide/parts.ts';
import { frameScript, lateSheet, useBrowser } from '../support/browser.ts';
import { guideOnDisk, questionsData } from '../support/guide-data.ts';
import { sampled } from '../support/sampled.ts';
import { keyOf } from '../support/stored-records.ts';

const open = useBrowser();
const site = inject('rootSite');
const guide = guideOnDisk();
const pages = sampled(guide.questions, 1);

it.each(sampled([360, 1280], 1))(
  'a link to a part or a source lands on it, unfolded, at %i pixels',
  async (width) => {
    const { page } = await open({ viewport: { width, height: width === 360 ? 740 : 800 } });
    const wrong: string[] = [];
    for (const { code, slug, sources } of pages) {
      const ids = new Set([...pageOrder, 'source-1', `source-${sources.length}`]);
      const hasLab = guide.labs.some(({ questions }) => questions.includes(code));
      for (const id of sampled([...ids], 6)) {
        if (id === 'labs' && !hasLab) continue;
        // Open each link from another page, because within a page, the browser would only scroll.
        await page.goto('about:blank');
        await page.goto(`${site}questions/${slug}/#${id}`);
        await frameScript(page);
        // Opened parts get their styles after the page has loaded.
        await lateSheet(page);
        const isOpen = await page.locator(`#${id}`).evaluate((target) => {
          const part = target.nextElementSibling;
          return !(part instanceof HTMLDetailsElement) || part.open;
        });
        // The last parts can't scroll up to the header.
        const inPlace = page.waitForFunction(
          (target) => {
            const { scrollPaddingTop } = getComputedStyle(document.documentElement);
            const top = document.getElementById(target)?.getBoundingClientRect().top ?? 0;
            const isAtEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
            const away = top - Number.parseFloat(scrollPaddingTop);
            return Math.abs(away) < 3 || (isAtEnd && away > 0 && top < innerHeight);
          },
          id,
          { timeout: 5000 },
        );
        await inPlace.catch(() => wrong.push(`${slug}#${id}`));
        if (!isOpen) wrong.push(`${slug}#${id} is folded`);
      }
    }
    expect(wrong).toEqual([]);
  },
  900_000,
);

it('a link to a part shows it as open without JavaScript', async () => {
  const { page } = await open({ javaScriptEnabled: false });
  for (const { slug } of pages) {
    await page.goto('about:blank');
    await page.goto(`${site}questions/${slug}/#answer`);
    expect(await page.locator('[data-part="short"]').isVisible()).toBe(true);
    const bodies = page.locator('.part-body');
    const shown = await bodies.evaluateAll((all) => all.filter((body) => body.checkVisibility()));
    expect(shown).toHaveLength(1);
    await page.goto('about:blank');
    await page.goto(`${site}questions/${slug}/#rubric`);
    const colorOf = (part: string) =>
      page
        .locator(`[data-part=${part}] > summary`)
        .evaluate((head) => getComputedStyle(head).backgroundColor);
    // The heading has the color of an open part.
    expect(await colorOf('rubric')).not.toBe(await colorOf('hint'));
  }
});

it.each(sampled([360, 1280], 1))(
  'the list of parts and the spine mark the parts that were read, and a phone shows where the reader is, at %i pixels',
  async (width) => {
    const { page } = await open({ viewport: { width, height: 740 } });
    for (const { slug, label } of pages) {
      if (width === 360) {
        await page.goto(`${site}questions/${slug}/#answer`);
        const current = page.locator('mobile-starlight-toc .display-current');
        await expect.poll(() => current.textContent()).toBe('Model answer');
        await expect
          .poll(() => current.evaluate((each) => getComputedStyle(each, '::before').content))
          .toBe(JSON.stringify(label));
        await page.evaluate((key) => localStorage.removeItem(key), keyOf('open'));
      }
      await page.goto(`${site}questions/${slug}/`);
      await frameScript(page);
      const hint = page.locator('[data-part="hint"]');
      await hint.locator('> summary').click();
      await page.locator('#outline').evaluate((next) => next.scrollIntoView());
      if (width === 360) await page.getByText('On this page').first().click();
      const list = page.getByRole('navigation', { name: 'On this page' });
      const marks = () =>
        list
          .locator('a span')
          .evaluateAll((all) =>
            all
              .filter((link) => getComputedStyle(link, '::after').content.includes('✓'))
              .map((link) => link.textContent?.trim()),
          );
      await expect.poll(marks).toEqual(['Hint']);
      // On phones, the list covers the page until it is closed.
      if (width === 360) await page.getByText('On this page').first().click();
      // A part stays marked after it is closed.
      await page.locator('[data-part="hint"] > summary').click();
      const nodeOf = (part: string) =>
        page
          .locator('.part', { has: page.locator(`[data-part=${part}]`) })
          .evaluate((each) => getComputedStyle(each, '::after').content);
      expect([await nodeOf('hint'), await nodeOf('outline')]).toEqual(['""', 'none']);
    }
  },
);

it('a link on the page lands on its target, with motion too', async () => {
  const cited = questionsData('dist').questions.find(({ hint }) => / \[\d+\]/.test(hint));
  const { page } = await open({
    viewport: { width: 360, height: 740 },
    reducedMotion: 'no-preference',
  });
  await page.goto(`${site}questions/${cited?.slug}/`);
  await frameScript(page);
  const top = (id: string) =>
    page.locator(`#${id}`).evaluate((part) => part.getBoundingClientRect().top);
  await page.getByText('On this page').first().click();
  const list = page.getByRole('navigation', { name: 'On this page' });
  await list.getByRole('link', { name: 'Hint' }).click();
  await expect.poll(() => top('hint')).toBeLessThan(300);
  const cite = page.locator('[data-part=hint] .cite a').first();
  const source = (await cite.getAttribute('href'))?.slice(1) ?? '';
  await cite.click();
  await expect.poll(() => top(source)).toBeLessThan(600);
  expect(await top(source)).toBeGreaterThan(0);
  // Open a part through a link from another page, and then open another part, which is animated.
  await page.goto('about:blank');
  await page.goto(`${site}questions/${cited?.slug}/#rubric`);
  await expect.poll(() => top('rubric')).toBeLessThan(300);
  await page.locator('[data-part="hint"] > summary').click();
  await expect.poll(() => page.locator('[data-part=hint] li').first().isVisible()).toBe(true);
});
