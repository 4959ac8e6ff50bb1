import astroSitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { checkedContent } from '../checked-content.ts';
import { isListed } from '../domain/links/in-search-engines.ts';
import { pathsBelow } from '../domain/links/paths.ts';

/**
 * Writes the sitemap of the pages that search engines may list. For questions, it includes the day
 * of the last fact check. This integration must come before Starlight, which would otherwise add
 * its own sitemap.
 * @param base the path under which the site is served, with a slash at each end
 */
export function sitemap(base: string): AstroIntegration {
  const paths = pathsBelow(base);
  // `filter` and `serialize` are called after the pages have been written.
  let checkedOn: ReadonlyMap<string, string> | undefined;
  const questions = () => {
    checkedOn ??= new Map(
      checkedContent(process.cwd()).records.questions.map(({ id, data }) => [
        id,
        `${data['factsCheckedOn']}`,
      ]),
    );
    return checkedOn;
  };
  return astroSitemap({
    filter: (url) => isListed(new URL(url).pathname, paths, questions()),
    serialize: (item) => {
      const [, slug = ''] = new URL(item.url).pathname.split(paths.questions);
      const lastmod = questions().get(slug.replace('/', ''));
      return lastmod === undefined ? item : { ...item, lastmod };
    },
  });
}
