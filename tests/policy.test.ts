import { expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { sitePages } from './page-sweep.ts';

const open = useBrowser();

it.each([
  ['rootSite', 'dist'],
  ['baseSite', 'dist-guide'],
] as const)('each page of %s carries both policies', async (name, dist) => {
  const pages = sitePages(dist);
  expect(pages.length).toBeGreaterThan(100);
  for (const path of pages) {
    const response = await fetch(inject(name) + path);
    expect(response.headers.get('content-security-policy'), path).toMatch(/^default-src 'none'/);
    expect(await response.text(), path).toMatch(
      /<meta http-equiv="Content-Security-Policy" content="default-src 'none'/,
    );
  }
});

// At the root, the sweep for accessibility opens every page, and fails as well if one does.
it('no page below a base path does what the policies forbid', async () => {
  const { page } = await open();
  const kinds = Map.groupBy(sitePages('dist-guide'), (path) => path.split('/')[0]);
  const some = [...kinds.values()].flatMap((paths) => paths.slice(0, 2));
  expect(some.length).toBeGreaterThan(20);
  for (const path of some) await page.goto(inject('baseSite') + path);
});
