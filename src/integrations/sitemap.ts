import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
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
  let outDir = new URL('file:///');
  let checkedOn: ReadonlyMap<string, string> | undefined;
  // Both functions are called after the pages were written.
  const integration = astroSitemap({
    filter: (address) => {
      const file = join(
        fileURLToPath(outDir),
        new URL(address).pathname.slice(base.length),
        'index.html',
      );
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
  const setUp: AstroIntegration['hooks']['astro:config:setup'] = ({ config }) => {
    ({ outDir } = config);
  };
  return { ...integration, hooks: { ...integration.hooks, 'astro:config:setup': setUp } };
}
