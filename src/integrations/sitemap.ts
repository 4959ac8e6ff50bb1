import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import astroSitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { checkedContent } from '../checked-content.ts';
import { pathsBelow } from '../domain/links/paths.ts';

/**
 * The sitemap: each page except those marked `noindex`, and questions with the day of their last
 * fact check. It comes before Starlight, which adds its own sitemap otherwise.
 *
 * @param base path under which the site is served, with a slash at each end
 */
export function sitemap(base: string): AstroIntegration {
  const paths = pathsBelow(base);
  let checkedOn: ReadonlyMap<string, string> | undefined;
  return astroSitemap({
    // Both functions are called after the pages were written.
    filter: (address) => {
      const file = join('dist', new URL(address).pathname.slice(base.length), 'index.html');
      return !readFileSync(file, 'utf8').includes('<meta name="robots" content="noindex"');
    },
    serialize: (item) => {
      checkedOn ??= new Map(
        checkedContent(process.cwd()).records.questions.map(({ id, data }) => [
          paths.question(id),
          `${data['factsCheckedOn']}`,
        ]),
      );
      const lastmod = checkedOn.get(new URL(item.url).pathname);
      return lastmod === undefined ? item : { ...item, lastmod };
    },
  });
}
