/** The crawl of a built site: each link, anchor, picture and script must lead somewhere. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathsBelow } from '../src/domain/links/paths.ts';
import { type PageLinks, readLinks } from '../src/domain/links/read-links.ts';
import { siteFiles } from './site-files.ts';

/**
 * Follows every link of the site that stands in `dist`. Returns a line for each that leads
 * nowhere, or to another host without being a plain link.
 *
 * @param base the path below which the site is served, with a slash at each end
 */
export function checkSite(dist: string, base: string): string[] {
  const files = new Set(siteFiles(dist));
  const pages = new Map<string, PageLinks>(
    [...files]
      .filter((file) => file.endsWith('.html'))
      .map((file) => [file, readLinks(readFileSync(join(dist, file), 'utf8'))]),
  );
  const problems = [...pages].flatMap(([file, page]) =>
    page.links.flatMap((link) => {
      const reason = whyBroken(file, link, { base, files, pages });
      return reason === undefined ? [] : [`${join(dist, file)}: ${link.address}  ${reason}`];
    }),
  );
  const repeated = [...pages].flatMap(([file, { repeatedIds }]) =>
    repeatedIds.map((id) => `${join(dist, file)}: the id "${id}" stands there twice`),
  );
  const empty = [...files]
    .filter((file) => statSync(join(dist, file)).size === 0)
    .map((file) => `${join(dist, file)}: the file is empty`);
  return [...problems, ...repeated, ...empty];
}

interface Site {
  readonly base: string;
  readonly files: ReadonlySet<string>;
  readonly pages: ReadonlyMap<string, PageLinks>;
}

function whyBroken(
  from: string,
  { address, loads }: PageLinks['links'][number],
  { base, files, pages }: Site,
): string | undefined {
  const origin = 'https://site.invalid';
  if (!URL.canParse(address, origin)) return 'is not an address';
  const url = new URL(address, origin + base + from.replace(/index\.html$/, ''));
  if (url.protocol === 'data:' || url.protocol === 'mailto:') return undefined;
  if (url.origin !== origin) {
    if (loads) return 'is loaded from another host';
    return url.protocol === 'https:' ? undefined : 'is not https';
  }
  const pathname = decodeURIComponent(url.pathname);
  if (!pathname.startsWith(base)) return `leads out of ${base}`;
  const path = pathname.slice(base.length);
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
  if (!files.has(file)) return 'leads nowhere';
  const anchor = decodeURIComponent(url.hash.slice(1));
  if (isForScript(path, anchor)) return undefined;
  const target = pages.get(file);
  if (anchor !== '' && target !== undefined && !target.ids.has(anchor)) {
    return `leads to no "${anchor}" on that page`;
  }
  return undefined;
}

/** Whether a fragment says what a study page is to do, after its version, and names no place. */
function isForScript(path: string, fragment: string): boolean {
  const { practice, mock, set } = pathsBelow('/');
  return [practice, mock, set].includes(`/${path}`) && /^\d+\./.test(fragment);
}
