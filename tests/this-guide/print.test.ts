import { describe, expect, inject, it } from 'vitest';
import { blocksOf, straight } from '../outputs/printed-text.ts';
import { readPdf, withoutSpace } from '../outputs/read-pdf.ts';
import { useBrowser } from '../support/browser.ts';
import { guideOnDisk, questionsData } from '../support/guide-data.ts';
import { isFullSweep, sampled } from '../support/sampled.ts';

const open = useBrowser();
const site = inject('rootSite');
const below = inject('baseSite');
const guide = guideOnDisk();
describe('the downloads page', () => {
  it('offers the PDF if it was made, and pages to print', async () => {
    const { page } = await open({ javaScriptEnabled: false });
    await page.goto(`${site}downloads/`);
    const pdf = page.locator('.downloads a[download][href$=".pdf"]');
    expect(await pdf.count()).toBe(isFullSweep ? 1 : 0);
    await page.goto(`${below}downloads/`);
    expect(await pdf.count()).toBe(1);
    const [{ level = '' } = {}, ...others] = questionsData('dist-guide').questions;
    await page.locator(`.downloads a[href$="/print/${level}/"]`).click();
    await page.waitForURL(`${below}print/${level}/`);
    expect(await page.locator('article').count()).toBe(
      1 + others.filter((other) => other.level === level).length,
    );
  });
});

describe('a page that is printed by itself', () => {
  it('has what is folded on the screen, and nothing to press', async () => {
    const { page } = await open({ colorScheme: 'dark' });
    const slug = 'what-is-fhir';
    await page.goto(`${site}questions/${slug}/`);
    const text = straight(withoutSpace((await readPdf(await page.pdf())).pages.join('')));
    expect(blocksOf(slug).filter((block) => !text.includes(straight(block)))).toEqual([]);
    for (const words of ['Copylink', 'Answernow', 'CtrlK', 'Skiptocontent', 'Menu', 'Tryit']) {
      expect(text).not.toContain(words);
    }
    // Without SITE_URL, labs are just names, because their pages can't be links on paper.
    expect(text).toMatch(/Labs:\w/);
    expect(text).not.toContain('localhost');
    const { calibration = [] } = guide.bySlug.get(slug) ?? {};
    for (const { answer } of calibration) {
      expect(text).toContain(straight(withoutSpace(answer)));
    }
  });

  it.each(sampled(['A4', 'Letter'], 1))(
    'takes four pages of %s at most, none of which ends in a heading',
    async (format) => {
      const { page } = await open();
      for (const slug of sampled(longestPages(3), 1)) {
        await page.goto(`${site}questions/${slug}/`);
        const headings = await page
          .locator('main :is(h2, h3, summary > h2):visible, main details h3')
          .allTextContents();
        const { pages } = await readPdf(await page.pdf({ format }));
        expect(pages.length, slug).toBeLessThanOrEqual(4);
        for (const text of pages) {
          const last = text.trim().split('\n').at(-1)?.trim() ?? '';
          expect(
            headings.map((heading) => heading.trim()),
            slug,
          ).not.toContain(last);
        }
      }
    },
  );

  it('shows no empty field and no button of a study page, a list or a lab', async () => {
    const { page } = await open({ colorScheme: 'dark' });
    const paths = ['practice/', 'mock/', 'set/', 'search/?q=FHIR', 'labs/threshold/'];
    for (const path of sampled(paths, 3)) {
      await page.goto(site + path);
      await page.waitForFunction(() => document.querySelector('main button') !== null);
      await page.emulateMedia({ media: 'print' });
      const pressed = page.locator(':is(button, input, select, textarea, nav a):visible');
      expect(await pressed.count(), path).toBe(0);
      await page.emulateMedia({ media: 'screen' });
    }
  });
});

function longestPages(count: number): string[] {
  const length = new Map(
    questionsData('dist').questions.map((question) => [
      question.slug,
      JSON.stringify(question).length,
    ]),
  );
  return [...length.keys()]
    .sort((a, b) => (length.get(b) ?? 0) - (length.get(a) ?? 0))
    .slice(0, count);
}
