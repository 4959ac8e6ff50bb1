import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sitemap from '@astrojs/sitemap';
import { type AstroIntegration, build } from 'astro';
import { noteShipped } from './shipped-packages.ts';

/**
 * Builds the pages with Astro. Returns the names of the packages bundled into their scripts.
 *
 * @param outDir folder for the pages, from the project's root
 * @param home path under which the site will be served, with a slash at each end
 * @param checkedOn day on which the facts of a page were checked, by its URL
 */
export async function buildPages(
  outDir: string,
  home: string,
  checkedOn: ReadonlyMap<string, string>,
): Promise<string[]> {
  const packages = new Set<string>();
  const integrations = [siteMap(outDir, home, checkedOn), noteShipped(packages)];
  await build({ root: process.cwd(), outDir, logLevel: 'warn', integrations });
  return [...packages];
}

/** Each page of the build except those marked `noindex`, dated by its last fact check. */
function siteMap(
  outDir: string,
  home: string,
  checkedOn: ReadonlyMap<string, string>,
): AstroIntegration {
  return sitemap({
    filter: (address) => {
      const file = join(outDir, new URL(address).pathname.slice(home.length), 'index.html');
      return !readFileSync(file, 'utf8').includes('<meta name="robots" content="noindex"');
    },
    serialize: (item) => {
      const lastmod = checkedOn.get(new URL(item.url).pathname);
      return lastmod === undefined ? item : { ...item, lastmod };
    },
  });
}
