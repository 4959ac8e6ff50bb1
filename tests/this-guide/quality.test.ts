import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { faultsOf } from '../accessibility/axe-steps.ts';
import { openDialog } from '../search/search-steps.ts';
import { useBrowser } from '../support/browser.ts';
import { sampled } from '../support/sampled.ts';
import { storeFirst } from '../support/stored-records.ts';

const open = useBrowser();
const site = inject('rootSite');

describe('the words on a page', () => {
  it('do not run together where a link or a date begins or ends', () => {
    const joined = /[a-z.,:]<(?:a|time|strong) [^>]*>[A-Za-z]|[a-z]<\/(?:a|time|strong)>[A-Za-z]/g;
    const pages = ['index', '404', 'downloads/index', 'search/index', 'what-changed/index'];
    for (const page of [...pages, 'questions/what-is-fhir/index', 'labs/index', 'paths/index']) {
      const main = /<main.*<\/main>/s.exec(readFileSync(`dist/${page}.html`, 'utf8'))?.[0] ?? '';
      expect(main, page).not.toBe('');
      expect(main.match(joined) ?? [], page).toEqual([]);
    }
  });
});

describe('axe finds nothing', () => {
  const looks = [
    { colorScheme: 'dark', width: 360 },
    { colorScheme: 'light', width: 1280 },
    { colorScheme: 'dark', width: 1280 },
    { colorScheme: 'light', width: 360 },
  ] as const;

  // The first search shows every kind of note and result.
  const searches = ['hippa+MDR', 'FHIR'];

  it.each(sampled(looks, 1))(
    'in search results, in $colorScheme at $width pixels',
    async ({ colorScheme, width }) => {
      const { page } = await open({ colorScheme, viewport: { width, height: 900 } });
      for (const query of sampled(searches, 1)) {
        await page.goto(`${site}search/?q=${query}`);
        await page.locator('ol.results[aria-busy="false"]').waitFor({ state: 'attached' });
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        expect(await faultsOf(page, query)).toEqual([]);
      }
    },
  );

  it.each(sampled(looks, 1))(
    'in the search dialog, in $colorScheme at $width pixels',
    async ({ colorScheme, width }) => {
      const { page } = await open({ colorScheme, viewport: { width, height: 900 } });
      await storeFirst(page, 'searches', '{"version":1,"searches":["kappa"]}');
      const { dialog, input } = await openDialog(page);
      for (const query of sampled(['', 'FHIR', 'hippa MDR', 'MDR', 'qwxz'], 3)) {
        await input.fill(query);
        await dialog.locator('[role=listbox][aria-busy="false"]').waitFor({ state: 'attached' });
        expect(await faultsOf(page, query, 'dialog')).toEqual([]);
      }
    },
  );
});
