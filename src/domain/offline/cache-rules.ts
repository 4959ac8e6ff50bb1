/**
 * Decides which files in the built site are cached on a reader's device, and when. The build lists
 * files by these rules. The service worker uses them to explain why it can't show a page.
 */

import { fileAt } from '../../lib/urls.ts';

export type Storing =
  /** Cached in advance. A version is installed only once all of these files are there. */
  | 'precached'
  /** Cached when a reader opens it. */
  | 'opened'
  /** Never cached: files that pages don't need. Readers save downloads themselves. */
  | 'never';

/**
 * Pages that neither the sidebar nor the study features need: topic and path pages, short links,
 * print pages, and a few others.
 */
const opened =
  /^((topics|paths)\/.+|(q|sources|accessibility|components)(\/.+)?)\/index\.html$|^print(\.css$|\/)/;

/**
 * Other files that pages need. Most files directly in `data/` are downloads. Pagefind's files are
 * left out because they change with every edit. Offline, search reads the sentences in
 * `data/search/` instead.
 */
const needed =
  /^(_astro\/.+|favicon\.svg|manifest\.webmanifest|data\/\w+\/.+|data\/(study|glossary)\.json)$/;

/**
 * Exceptions to the rules above: pages don't load compressed copies, and not every host serves
 * `404.html` under that URL.
 */
const unused = /^404\.html$|\.(br|gz)$/;

/** @param file the path in the built site, such as `labs/index.html` */
export function storingOf(file: string): Storing {
  if (unused.test(file)) return 'never';
  if (opened.test(file)) return 'opened';
  return needed.test(file) || file.endsWith('.html') ? 'precached' : 'never';
}

/** Shown for a URL that doesn't exist. It is a copy of `404.html`. */
export const notFoundPage = 'offline/not-found/index.html';

/** Shown for a URL that can't be opened without a connection. */
const offlinePage = 'offline/index.html';

/**
 * Returns the URL of a file under the base path, without `index.html`, because some hosts redirect
 * `…/index.html`.
 */
export function urlOf(file: string): string {
  return file.replace(/(^|\/)index\.html$/, '$1');
}

/**
 * Adds the trailing slash that a page's URL lacks. Returns undefined if there is one already, if
 * the last segment is a file name, or if the path is empty.
 */
export function withSlash(path: string): string | undefined {
  return path === '' || path.endsWith('/') || /\.[^/]+$/.test(path) ? undefined : `${path}/`;
}

/**
 * Returns the page to show for a URL that is neither cached nor reachable. If the rules say that it
 * would have been precached, the page doesn't exist. Otherwise, we can't tell while offline.
 */
export function fallbackFor(path: string) {
  return storingOf(fileAt(withSlash(path) ?? path)) === 'precached'
    ? { file: notFoundPage, status: 404 }
    : { file: offlinePage, status: 503 };
}
