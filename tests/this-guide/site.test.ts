import { readFileSync } from 'node:fs';
import { expect, inject, it } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { guideOnDisk } from '../support/guide-data.ts';
import { sitePages } from '../support/page-sweep.ts';
import { sampled } from '../support/sampled.ts';

const open = useBrowser();
const site = inject('rootSite');

const withPart = (part: RegExp) =>
  guideOnDisk().questions.filter(({ slug }) =>
    part.test(readFileSync(`dist/questions/${slug}/index.html`, 'utf8')),
  );

it('figures are on at least twenty pages, with descriptions for readers who can’t see them', async () => {
  const { page } = await open({ javaScriptEnabled: false });
  const withFigures = withPart(/<figure[^>]* class="[^"]*\bdrawn\b/);
  expect(withFigures.length).toBeGreaterThanOrEqual(20);
  for (const { slug } of sampled(withFigures, 2)) {
    await page.goto(`${site}questions/${slug}/`);
    for (const figure of await page.locator('figure.drawn').all()) {
      const label = await figure.locator('svg[role=img]').getAttribute('aria-label');
      const fill = await figure.locator('svg').evaluate((svg) => getComputedStyle(svg).fill);
      expect(fill, `styles of the figures on ${slug}`).toBe('none');
      expect(label?.length, slug).toBeGreaterThan(100);
    }
  }
});

it('worked examples have computed numbers, on at least fifteen pages', () => {
  expect(withPart(/class="worked"/).length).toBeGreaterThanOrEqual(15);
  const [precision] = withPart(/class="worked"[\s\S]*15\.4%/);
  expect(precision?.slug).toBe('precision-and-recall');
});

it('the site uses German only in names of laws and products', () => {
  const pages = sitePages('dist').map((path) =>
    readFileSync(`dist/${path.replace(/(^|\/)$/, '$1index.html')}`, 'utf8'),
  );
  const texts = pages.flatMap((html) => html.split(/<[^>]*>/));
  const german = texts.filter((text) => /\b(und|für|zur|Gesundheits\w+|Digitale)\b/.test(text));
  expect([...new Set(german.map((text) => text.replace(/[()]/g, '').trim()))].sort()).toEqual([
    'Digitale Gesundheitsanwendung',
    'Digitale-Gesundheitsanwendungen-Verordnung DiGAV',
    'Sozialgesetzbuch V, § 393: Cloud-Einsatz im Gesundheitswesen',
  ]);
});
