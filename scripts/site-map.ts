import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';

/**
 * The sitemap: each page of the build except those marked `noindex`, such as short links and
 * redirects. The date of a question is that of its last fact check.
 *
 * @param dist folder into which the pages are built
 * @param checkedOn that day by the address of the page
 * @param home path below which the site will be served, with a slash at each end
 */
export function siteMap(
  dist: string,
  checkedOn: ReadonlyMap<string, string>,
  home: string,
): AstroIntegration {
  return sitemap({
    filter: (address) => {
      const file = join(dist, new URL(address).pathname.slice(home.length), 'index.html');
      return !readFileSync(file, 'utf8').includes('<meta name="robots" content="noindex"');
    },
    serialize: (item) => {
      const lastmod = checkedOn.get(new URL(item.url).pathname);
      return lastmod === undefined ? item : { ...item, lastmod };
    },
  });
}
