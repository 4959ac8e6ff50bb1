import { expect, inject, it } from 'vitest';
import { frameScript, lateSheet, useBrowser } from '../support/browser.ts';
import { guideOnDisk } from '../support/guide-data.ts';

const open = useBrowser();
const site = inject('rootSite');
const guide = guideOnDisk();
const longest = guide.levels.toSorted((a, b) => b.label.length - a.label.length)[0];
const slug = longest?.questions[0]?.slug;

it('the head of a question has its name, its level, and its tools in one row each on a phone', async () => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  const { page } = await open(phone);
  // The first page may show the fallback typeface, which is wider.
  await page.route('**/*.woff2', (route) => route.abort());
  await page.goto(`${site}questions/${slug}/`);
  await frameScript(page);
  await lateSheet(page);
  const brand = await page.locator('.brand').evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element.lastChild ?? element);
    return range.getBoundingClientRect().height;
  });
  expect(brand).toBeLessThan(24);
  const row = await page.locator('.question-band .eyebrow').boundingBox();
  expect(row?.height).toBeLessThan(50);
  for (const name of ['Note', 'Save', 'Share']) {
    expect(await page.getByRole('button', { name, exact: true }).isVisible(), name).toBe(true);
  }
  // The band has no words beside its pulse before the first answer.
  expect(await page.locator('.question-band .pulse').textContent()).toBe('');
  // Touch screens can't hover, so the link of a section is always visible.
  const sign = await page
    .locator('.heading-link')
    .first()
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(sign).toContain('#');
});

it('the start page explains AUROC', async () => {
  const { page } = await open();
  await page.goto(site);
  const link = page.locator('.curve').getByRole('link', { name: 'AUROC' });
  // Another guide may not have the term.
  if (guide.terms.has('auroc')) expect(await link.getAttribute('href')).toBe('/glossary/#auroc');
});
