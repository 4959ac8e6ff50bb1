import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import { feedFile } from './domain/export/changes-feed.ts';
import type { Guide, Question } from './domain/guide/build-guide.ts';
import type { Subject } from './domain/guide/subject.ts';
import { previewMeta } from './domain/previews/preview-meta.ts';
import { jsonLd, structuredData } from './domain/structured-data/structured-data.ts';
import { escapeHtml } from './lib/text.ts';
import { paths } from './site-paths.ts';

type Head = StarlightRouteData['head'];

/** The `_headers` file sets the same policy, but not every host uses it. */
const referrer: Head[number] = {
  tag: 'meta',
  attrs: { name: 'referrer', content: 'no-referrer' },
};

/** Lets feed readers find the feed from any page. */
const feed: Head[number] = {
  tag: 'link',
  attrs: { rel: 'alternate', type: 'application/atom+xml', href: paths.file(feedFile) },
};

/**
 * The typeface is optional: if it comes too late, a page keeps the typeface that it started with,
 * so nothing moves. It is loaded early, so that on most connections, even a first visit shows it.
 */
const typeface: Head[number] = {
  tag: 'link',
  attrs: {
    rel: 'preload',
    as: 'font',
    type: 'font/woff2',
    href: inter,
    crossorigin: 'anonymous',
  },
};

/**
 * Returns the head of a page, with its preview image and structured data.
 * @param head Starlight's default tags; ours replace those with the same property
 * @param origin the site's URL without its path
 */
export function pageHead(
  head: Head,
  subject: Subject | undefined,
  guide: Guide,
  origin: string,
): Head {
  const links = { origin, paths };
  const meta = previewMeta(subject, links);
  const replaced = new Set(meta.map(([property]) => property));
  return [
    ...head
      .filter(({ attrs }) => !replaced.has(`${attrs?.['property']}`))
      // Starlight doesn't escape the content of tags.
      .map((tag) =>
        tag.tag === 'title' ? { ...tag, content: escapeHtml(tag.content ?? '') } : tag,
      ),
    typeface,
    referrer,
    feed,
    ...(subject?.kind === 'question' ? [markdownOf(subject.question)] : []),
    ...meta.map(([property, content]) => ({ tag: 'meta' as const, attrs: { property, content } })),
    ...(subject === undefined ? [] : [dataTag(jsonLd(structuredData(subject, guide, links)))]),
  ];
}

function markdownOf({ slug }: Question): Head[number] {
  const href = `${paths.question(slug)}index.md`;
  return { tag: 'link', attrs: { rel: 'alternate', type: 'text/markdown', href } };
}

/** Removes the page's URL, because the 404 page has none. */
export function withoutAddress(head: Head): Head {
  return head.filter(
    ({ attrs }) => attrs?.['rel'] !== 'canonical' && attrs?.['property'] !== 'og:url',
  );
}

function dataTag(content: string): Head[number] {
  return { tag: 'script', attrs: { type: 'application/ld+json' }, content };
}
