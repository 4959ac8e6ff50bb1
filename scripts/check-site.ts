/** The crawl of a built site: its pages are valid, and each address in its files leads somewhere. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Link } from '../src/domain/links/link.ts';
import { pathsBelow } from '../src/domain/links/paths.ts';
import { readFileLinks } from '../src/domain/links/read-file-links.ts';
import { type PageLinks, readLinks } from '../src/domain/links/read-links.ts';
import { fileAt } from '../src/domain/offline/kept-files.ts';
import { checkHtml } from './check-html.ts';
import { siteFiles } from './site-files.ts';

/** Where a site will be served. */
export interface Place {
  /** The path below which it is served, with a slash at each end. */
  readonly base: string;
  /** Address of its host, without a path. */
  readonly origin: string;
}

/**
 * Checks the site that stands in `dist`. Returns a line for each address that leads nowhere, or to
 * another host without being a plain link, for each fault in a page, and for each empty file.
 */
export async function checkSite(dist: string, place: Place): Promise<string[]> {
  const files = siteFiles(dist);
  const isPage = (file: string): boolean => file.endsWith('.html');
  const problems: string[] = [];
  const contents = new Map<string, PageLinks>();
  for (const file of files) {
    const path = join(dist, file);
    if (statSync(path).size === 0) problems.push(`${path}: the file is empty`);
    try {
      const text = readFileSync(path, 'utf8');
      if (isPage(file)) contents.set(file, readLinks(text, place.origin));
      else contents.set(file, { links: readFileLinks(file, text, place.origin), ids: noIds });
    } catch (error) {
      problems.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const site = { ...place, files: new Set(files), contents };
  for (const [file, { links }] of contents) {
    const reasons = links.flatMap((link) => {
      const reason = whyBroken(file, link, site);
      return reason === undefined ? [] : [`${join(dist, file)}: ${link.address}  ${reason}`];
    });
    problems.push(...new Set(reasons));
  }
  return [...problems, ...(await checkHtml(dist, files.filter(isPage)))];
}

/** Only pages have places that addresses can lead to. */
const noIds: ReadonlySet<string> = new Set();

interface Site extends Place {
  readonly files: ReadonlySet<string>;
  readonly contents: ReadonlyMap<string, PageLinks>;
}

/** Stands for the host of the site in addresses that name none. */
const here = 'https://site.invalid';

function whyBroken(from: string, { address, kind }: Link, site: Site): string | undefined {
  const whole = address.startsWith(`${site.origin}/`) ? address.slice(site.origin.length) : address;
  const url = URL.parse(whole, here + site.base + from.replace(/index\.html$/, ''));
  const path = url === null ? undefined : decode(url.pathname);
  const anchor = url === null ? undefined : decode(url.hash.slice(1));
  if (url === null || path === undefined || anchor === undefined) return 'is not an address';
  if (url.protocol === 'data:' || url.protocol === 'mailto:') return undefined;
  if (url.origin !== here) {
    if (kind === 'loaded') return 'is loaded from another host';
    return url.protocol === 'https:' ? undefined : 'is not https';
  }
  if (!path.startsWith(site.base)) return `leads out of ${site.base}`;
  const inside = path.slice(site.base.length);
  if (kind === 'completed' && hasBelow(inside, site.files)) return undefined;
  return whyNotInside(fileAt(inside), anchor, site);
}

function whyNotInside(file: string, anchor: string, { files, contents }: Site): string | undefined {
  if (!files.has(file)) return 'leads nowhere';
  if (anchor === '' || contents.get(file)?.ids.has(anchor)) return undefined;
  return isForScript(file, anchor) ? undefined : `leads to no "${anchor}" on that page`;
}

/** Undefined for a text that no address can have. */
function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function hasBelow(folder: string, files: ReadonlySet<string>): boolean {
  return (
    folder === '' || (folder.endsWith('/') && [...files].some((file) => file.startsWith(folder)))
  );
}

/** Whether a fragment says what a study page is to do, after its version, and names no place. */
function isForScript(file: string, fragment: string): boolean {
  const { practice, mock, set } = pathsBelow('/');
  return (
    [practice, mock, set].includes(`/${file.replace(/index\.html$/, '')}`) &&
    /^\d+\./.test(fragment)
  );
}
