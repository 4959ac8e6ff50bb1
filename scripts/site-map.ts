import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';

/**
 * The sitemap: each page of the build that does not itself ask to be left out, as short links and
 * old addresses do. A question has the day on which its facts were checked.
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
