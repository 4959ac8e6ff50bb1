import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import type { Guide } from '../src/domain/guide/build-guide.ts';
import type { Paths } from '../src/domain/links/paths.ts';

/**
 * The sitemap: each page of the build that does not itself ask to be left out, as short links and
 * old addresses do. A question has the day on which its facts were checked.
 *
 * @param dist folder into which the pages are built
 */
export function siteMap(dist: string, guide: Guide, paths: Paths): AstroIntegration {
  const checkedOn = new Map<string, string>(
    guide.questions.map(({ slug, factsCheckedOn }) => [paths.question(slug), factsCheckedOn]),
  );
  return sitemap({
    filter: (address) => {
      const file = join(dist, new URL(address).pathname.slice(paths.home.length), 'index.html');
      return !readFileSync(file, 'utf8').includes('<meta name="robots" content="noindex"');
    },
    serialize: (item) => {
      const lastmod = checkedOn.get(new URL(item.url).pathname);
      return lastmod === undefined ? item : { ...item, lastmod };
    },
  });
}
