import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { axeFindings } from '../accessibility/axe-steps.ts';
import { answerWith, openPractice } from '../practice/practice-steps.ts';
import { newYork } from '../practice/progress-steps.ts';
import { openDialogHere } from '../search/search-steps.ts';
import { a, b, c, level, slugOf } from '../sets/set-steps.ts';
import { frameScript, useBrowser } from '../support/browser.ts';
import { guideOnDisk } from '../support/guide-data.ts';
import { itNightly } from '../support/it-nightly.ts';
import { storedText, storeFirst, writeRaw } from '../support/stored-records.ts';

const open = useBrowser();
const site = inject('rootSite');
const guide = guideOnDisk();
const labelOf = (code: string) => guide.byCode.get(code)?.label ?? '';

describe('a returning reader', () => {
  it('finds the parts as they were left, and all closed on another day', async () => {
    const { page, errors } = await open(newYork);
    const first = `${site}questions/${slugOf(a)}/`;
    const unfolded = page.locator('details[data-part][open]');
    const parts = () =>
      unfolded.evaluateAll((folds) => folds.map((fold) => fold.getAttribute('data-part')));
    await page.clock.install({ time: new Date('2026-11-24T23:30:00Z') });
    await page.clock.resume();
    await page.goto(first);
    await page.locator('details[data-part=hint] > summary').click();
    await page.locator('details[data-part=answer] > summary').click();
    const opened = () => storedText(page, 'open');
    await expect.poll(opened).toContain(`${a}:hint,answer`);
    await page.goto(`${site}questions/${slugOf(b)}/`);
    expect(await parts()).toEqual([]);
    // In New York, it is still the same evening. In UTC, it is the next day.
    await page.clock.setFixedTime(new Date('2026-11-25T01:00:00Z'));
    await page.goto(first);
    await expect.poll(parts).toEqual(['hint', 'answer']);
    await page.locator('details[data-part=hint] > summary').click();
    await expect.poll(opened).toContain(`${a}:answer`);
    await page.clock.setFixedTime(new Date('2026-11-25T15:00:00Z'));
    await page.goto(first);
    await page.locator('details[data-part=outline] > summary').click();
    await expect.poll(opened).toContain(`${a}:outline`);
    expect(await parts()).toEqual(['outline']);
    expect(errors).toEqual([]);
  });

  it('returns from the start page to the last part read', async () => {
    const { page } = await open();
    await page.goto(`${site}questions/${slugOf(b)}/`);
    await page.locator('#sources').scrollIntoViewIfNeeded();
    // Scroll until that has an effect, because the listener loads after the page.
    const last = async () => {
      await page.mouse.wheel(0, -20);
      return storedText(page, 'last');
    };
    await expect.poll(last, { timeout: 20_000 }).toMatch(new RegExp(`^2\\.${b}\\.[a-z]+\\.`));
    await page.locator('[data-part=deeper] > summary').click();
    await page.locator('[data-part=deeper]').evaluate((part) => part.scrollIntoView());
    await expect.poll(() => storedText(page, 'last')).toContain(`2.${b}.deeper.`);
    await page.goto(site);
    await page.getByText(`You were reading “${labelOf(b)}”`).waitFor();
    await page.getByRole('link', { name: 'Continue', exact: true }).click();
    await page.waitForURL(`${site}questions/${slugOf(b)}/#deeper`);
  });

  it('sees in the menu and in lists how answers went', async () => {
    const { page, errors } = await open();
    await answerTwo(page);
    await page.goto(`${site}levels/${level}/`);
    const menu = page.getByRole('navigation', { name: 'Main' });
    const done = menu.getByRole('link', { name: `${labelOf(a)} answered well` });
    await done.waitFor();
    expect(await done.textContent()).toContain('✓');
    await menu.getByRole('link', { name: `${labelOf(b)} due for review` }).waitFor();
    expect(
      await menu
        .getByRole('link', { name: labelOf(c) })
        .locator('[data-mark]')
        .count(),
    ).toBe(0);
    await page.locator('main').getByRole('img', { name: 'answered well' }).waitFor();
    // Questions in the menu are also marked on other pages.
    await page.goto(`${site}about/`);
    await menu.locator('summary').first().click();
    await done.waitFor();
    await page.goto(site);
    await page.getByText(/^2 of \d+ practiced$/).waitFor();
    expect(errors).toEqual([]);
  });

  itNightly('sees in the bands of rooms and in search how many answers there are', async () => {
    const { page, errors } = await open();
    await answerTwo(page);
    for (const [width, height] of [
      [1280, 144],
      [360, 144],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      for (const [path, unit] of [
        ['questions/', /^of \d+ answered$/],
        ['practice/', /^questions? left today$/],
        ['progress/', /^of \d+ practiced$/],
      ] as const) {
        await page.goto(site + path);
        await page.locator('[data-unit]').filter({ hasText: unit }).waitFor();
        expect((await page.locator('.section-band').boundingBox())?.height).toBe(height);
        expect(await page.evaluate(shiftOfBand)).toBe(0);
      }
      await page.goto(`${site}questions/`);
      await page.locator('[data-figure]').filter({ hasText: /^2$/ }).waitFor();
    }
    // Search says what is due before anything is typed. With an hour per day, today's plan has room
    // again for the question that went badly.
    const settings = { id: 'settings', interviewOn: null, newPerDay: 5, bell: true, at: 1 };
    await writeRaw(page, 'settings', [{ ...settings, minutesPerDay: 60 }]);
    const { dialog } = await openDialogHere(page);
    await dialog.getByText(/^Today: 1 due, \d+ new\. /).waitFor();
    await dialog.getByRole('link', { name: 'Practice' }).click();
    await page.waitForURL('**/practice/#1.today');
    expect(errors).toEqual([]);
  });

  it('sees the last score on the page of a question, and what was missed', async () => {
    const { page, errors } = await open({ ...newYork, fixedTime: '2026-12-01T15:00:00Z' });
    await page.goto(`${site}progress/`);
    await page.locator('progress-room[data-ready]').waitFor();
    const { rubric = [] } = guide.byCode.get(b) ?? {};
    const answer = (at: string, scores: readonly (number | null)[]) => ({
      id: `review-${at}`,
      card: `question:${b}`,
      at: Date.parse(`${at}T15:00:00Z`),
      grade: 'again',
      scores: rubric.map((_, index) => scores[index] ?? null),
      seconds: 60,
      before: null,
    });
    await writeRaw(page, 'reviews', [
      answer('2026-11-29', [3, 1, 4]),
      answer('2026-11-20', [2, null]),
    ]);
    await storeFirst(page, 'marks', `1 ${slugOf(b)}:again`);
    await page.goto(`${site}questions/${slugOf(b)}/`);
    await page.getByText('2.7on Sunday out of 5').waitFor();
    const names = rubric.map(({ criterion }) => criterion);
    const pulse = page.getByRole('img', { name: `${names[0]}: 3 of 5. ${names[1]}: 1 of 5.` });
    await pulse.waitFor();
    expect(await page.locator('.missed').textContent()).toContain('You missed one point: ');
    expect(await page.locator('.scores i').count()).toBe(2 * rubric.length);
    // A 3 and a 1 mark one description each, and a 4 marks the descriptions of a 3 and a 5.
    expect(await page.locator('td.yours').count()).toBe(4);
    expect(await axeFindings(page, '.question-band', '.part:has(> [data-part=rubric])')).toEqual(
      [],
    );
    await page.locator('.missed a').click();
    await page.waitForURL(/#criterion-2$/);
    await expect.poll(() => page.locator('[data-part=rubric]').getAttribute('open')).not.toBeNull();
    await page.getByText('You: 1').waitFor();
    await page.goto(`${site}questions/${slugOf(a)}/`);
    await frameScript(page);
    await page.getByText('Your score and what you missed will be here.').waitFor();
    expect(errors).toEqual([]);
  });
});

/** Answers one question well and one badly. */
async function answerTwo(page: Page): Promise<void> {
  await openPractice(page, site, `1.set.${a}${b}`);
  await answerWith(page, 5);
  await answerWith(page, 1);
  await page.locator('#done').waitFor();
}

/** Returns the layout shift of the elements in the band since the page opened. */
function shiftOfBand(): Promise<number> {
  return new Promise((resolve) => {
    const observer = new PerformanceObserver((list) => {
      const shifts = list.getEntries() as (PerformanceEntry & {
        readonly value: number;
        readonly sources: readonly { readonly node: Node | null }[];
      })[];
      const ofBand = shifts.filter(({ sources }) =>
        sources.some(({ node }) => node?.parentElement?.closest('.section-band')),
      );
      resolve(ofBand.reduce((sum, { value }) => sum + value, 0));
    });
    observer.observe({ type: 'layout-shift', buffered: true });
    // If nothing has shifted, the observer is never called.
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(0)));
  });
}
