import type { BreadcrumbList, CreativeWorkLeaf } from 'schema-dts';
import { guide as settings } from '../../guide.ts';
import type { Site } from '../links/paths.ts';

/** Properties of each page: publisher, language, license. */
export function ofGuide({
  origin,
  paths,
}: Site): Pick<CreativeWorkLeaf, 'inLanguage' | 'license' | 'isPartOf'> {
  return {
    inLanguage: 'en',
    license: settings.license,
    isPartOf: { '@type': 'WebSite', name: settings.shortTitle, url: origin + paths.home },
  };
}

/**
 * Breadcrumbs from the start page.
 *
 * @param way names and paths of the pages; the last is the page itself
 */
export function breadcrumb(
  { origin, paths }: Site,
  way: readonly (readonly [name: string, path: string])[],
): BreadcrumbList {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [[settings.shortTitle, paths.home] as const, ...way].map(
      ([name, path], index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name,
        item: origin + path,
      }),
    ),
  };
}

/** Minutes as an ISO 8601 duration; halves in seconds. */
export function duration(minutes: number): string {
  const seconds = (minutes % 1) * 60;
  return `PT${Math.floor(minutes)}M${seconds === 0 ? '' : `${seconds}S`}`;
}
