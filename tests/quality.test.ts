import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { faultsOf } from './axe-steps.ts';
import { frameScript, useBrowser } from './browser.ts';
import { sampled } from './sampled.ts';

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

  it.each(sampled(looks, 1))(
    'in search results, in $colorScheme at $width pixels',
    async (look) => {
      const { colorScheme, width } = look;
      const { page } = await open({ colorScheme, viewport: { width, height: 900 } });
      for (const path of ['search/?q=FHIR', 'search/?q=hippa+MDR']) {
        await page.goto(site + path);
        await page.locator('ol.results[aria-busy="false"]').waitFor({ state: 'attached' });
        await page.evaluate(() => {
          for (const details of document.querySelectorAll('details')) details.open = true;
        });
        expect(await faultsOf(page, path)).toEqual([]);
      }
    },
  );

  it.each(sampled(looks, 1))(
    'in the search dialog, in $colorScheme at $width pixels',
    async (look) => {
      const { colorScheme, width } = look;
      const { page } = await open({ colorScheme, viewport: { width, height: 900 } });
      await page.goto(site);
      await page.evaluate(() =>
        localStorage.setItem('recent-searches', '{"version":1,"searches":["kappa"]}'),
      );
      await frameScript(page);
      await page.keyboard.press('Control+k');
      for (const query of ['', 'FHIR', 'hippa', 'MDR', 'qwxz']) {
        await page.getByRole('combobox', { name: 'Search the guide' }).fill(query);
        await page
          .locator('dialog [role=listbox][aria-busy="false"]')
          .waitFor({ state: 'attached' });
        expect(await faultsOf(page, query, 'dialog')).toEqual([]);
      }
    },
  );
});
