/**
 * Decides which files of the built site are cached on a reader's device, and when. The build lists
 * files by these rules, and the worker uses them to explain a URL that it can't answer.
 */

import { fileAt } from '../../lib/urls.ts';

export type Storing =
  /**
   * Cached together with its version, which is installed only when all of these files are there.
   */
  | 'precached'
  /** Cached when a reader opens it. */
  | 'opened'
  /** Never cached: downloads and data, which readers save themselves. */
  | 'never';

/**
 * Pages that neither the sidebar nor the study features need: pages of a topic or a path, short
 * links (which are for sharing), and print pages.
 */
const opened =
  /^((topics|paths)\/.+|(q|sources|accessibility|components)(\/.+)?)\/index\.html$|^print(\.css$|\/)/;

/**
 * Other files that pages need. Files directly in `data/` are downloads. Pagefind's files change
 * with every edit, so offline search reads the sentences in `data/search/`.
 */
const needed =
  /^(_astro\/.+|favicon\.svg|manifest\.webmanifest|data\/\w+\/.+|data\/(study|glossary)\.json)$/;

/**
 * Exceptions to the rules above. No page loads these files, and not every host serves `404.html`
 * under that URL.
 */
const unused = /^404\.html$|\.(br|gz)$/;

/**
 * Returns when a file is cached. @param file the path in the built site, such as `labs/index.html`
 */
export function storingOf(file: string): Storing {
  if (unused.test(file)) return 'never';
  if (opened.test(file)) return 'opened';
  return needed.test(file) || file.endsWith('.html') ? 'precached' : 'never';
}

/** The page that answers for a URL that doesn't exist. It is a copy of `404.html`. */
export const notFoundPage = 'offline/not-found/index.html';

/** The page that answers for a URL that needs a connection. */
const offlinePage = 'offline/index.html';

/** Returns the URL of a file under the base path. Some hosts redirect `…/index.html`. */
export function urlOf(file: string): string {
  return file.replace(/(^|\/)index\.html$/, '$1');
}

/**
 * Returns the URL that a URL without a trailing slash redirects to, or undefined if its last part
 * is a file name.
 */
export function withSlash(path: string): string | undefined {
  return path === '' || path.endsWith('/') || /\.[^/]+$/.test(path) ? undefined : `${path}/`;
}

/**
 * Returns the answer for a URL that is neither cached nor reachable. If the rules would have
 * precached it, it doesn't exist. Otherwise, we can't know while offline.
 */
export function fallbackFor(path: string) {
  return storingOf(fileAt(withSlash(path) ?? path)) === 'precached'
    ? { file: notFoundPage, status: 404 }
    : { file: offlinePage, status: 503 };
}
