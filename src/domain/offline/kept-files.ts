/**
 * Which files of the built site are kept on a reader's device, and how they get there. The build
 * packs by these rules, and the worker tells by them what an address that it can't answer is.
 */

import { fileAt } from '../../lib/urls.ts';

/** How a file gets onto the device. */
export type Keeping =
  /** By itself: its name is made from its content, so it is fetched only when it is new. */
  | 'precached'
  /** In the pack, with all others that change when the content does. */
  | 'packed'
  /** When it is asked for. */
  | 'on-demand';

/** Pages and data that reading, search and study do not need. */
const onDemand = /^(print|previews)\/|^pagefind\/wasm\.unknown/;

/** What they do need, beside pages. */
const packed =
  /^(favicon\.svg|manifest\.webmanifest|pagefind\/.+|data\/search\/.+|data\/(study|glossary)\.json)$/;

/** How a file is kept. @param file path in the built site, such as `labs/index.html` */
export function keepingOf(file: string): Keeping {
  if (file.startsWith('_astro/')) return 'precached';
  if (onDemand.test(file)) return 'on-demand';
  return packed.test(file) || file.endsWith('.html') ? 'packed' : 'on-demand';
}

/** Where an address leads that lacks its slash; undefined if its last part is the name of a file. */
export function withSlash(path: string): string | undefined {
  return path === '' || path.endsWith('/') || /\.[^/]+$/.test(path) ? undefined : `${path}/`;
}

/** A page that stands for one that can't be had. */
export interface StandIn {
  readonly file: string;
  readonly status: number;
}

/**
 * What stands for an address that is neither kept nor reachable: what would be kept if it were there
 * does not exist; of anything else nobody can tell without a connection.
 */
export function standInFor(path: string): StandIn {
  return keepingOf(fileAt(withSlash(path) ?? path)) === 'on-demand'
    ? { file: 'offline/index.html', status: 503 }
    : { file: '404.html', status: 404 };
}
