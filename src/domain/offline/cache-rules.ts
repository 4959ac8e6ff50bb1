/**
 * Which files of the built site are cached on a reader's device, and when. The build lists files by
 * these rules, and the worker uses them to explain a URL that it can't answer.
 */

import { fileAt } from '../../lib/urls.ts';

export type Storing =
  /** With its version, which is installed only when it has all of these files. */
  | 'precached'
  /** When a reader opens it. */
  | 'opened'
  /** Downloads and data, which readers save themselves. */
  | 'never';

/**
 * Pages that neither the sidebar nor the study features need: a topic or a path, short links (which
 * are for sharing), and print pages.
 */
const opened =
  /^((topics|paths)\/.+|(q|sources|accessibility|components)(\/.+)?)\/index\.html$|^print(\.css$|\/)/;

/**
 * Other files that they need; files directly in `data/` are downloads. Pagefind's change with every
 * edit: offline, search reads the sentences in `data/search/`.
 */
const needed =
  /^(_astro\/.+|favicon\.svg|manifest\.webmanifest|data\/\w+\/.+|data\/(study|glossary)\.json)$/;

/**
 * Exceptions to the rules above. No page loads them, and not every host serves `404.html` under
 * that URL.
 */
const unused = /^404\.html$|\.(br|gz)$/;

/** When a file is stored. @param file path in the built site, such as `labs/index.html` */
export function storingOf(file: string): Storing {
  if (unused.test(file)) return 'never';
  if (opened.test(file)) return 'opened';
  return needed.test(file) || file.endsWith('.html') ? 'precached' : 'never';
}

/** The page that answers for a URL that doesn't exist (a copy of `404.html`). */
export const notFoundPage = 'offline/not-found/index.html';

/** The page that answers for a URL that needs a connection. */
const offlinePage = 'offline/index.html';

/** The URL of a file under the base path. Some hosts redirect `…/index.html`. */
export function urlOf(file: string): string {
  return file.replace(/(^|\/)index\.html$/, '$1');
}

/**
 * The URL that one without a trailing slash redirects to; undefined if its last part is a file
 * name.
 */
export function withSlash(path: string): string | undefined {
  return path === '' || path.endsWith('/') || /\.[^/]+$/.test(path) ? undefined : `${path}/`;
}

/**
 * The answer for a URL that is neither cached nor reachable: if the rules would have precached it,
 * it doesn't exist; otherwise we can't know while offline.
 */
export function fallbackFor(path: string) {
  return storingOf(fileAt(withSlash(path) ?? path)) === 'precached'
    ? { file: notFoundPage, status: 404 }
    : { file: offlinePage, status: 503 };
}
