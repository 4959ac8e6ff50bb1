/** The crawl of a built site: its pages are valid, and each address in its files leads somewhere. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Link } from '../src/domain/links/link.ts';
import { pathsBelow } from '../src/domain/links/paths.ts';
import { holdsLinks, readFileLinks } from '../src/domain/links/read-file-links.ts';
import { type PageLinks, readLinks } from '../src/domain/links/read-links.ts';
import { fileAt } from '../src/domain/offline/kept-files.ts';
import { type HtmlCheck, htmlCheck } from './check-html.ts';
import { KnownPlaces } from './known-places.ts';
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
 * One file after the other: of all that was read, only the places in pages are kept.
 */
export async function checkSite(dist: string, place: Place): Promise<string[]> {
  const files = siteFiles(dist);
  const site: Site = {
    ...place,
    files: new Set(files),
    folders: new Set(files.flatMap(foldersOf)),
    places: new KnownPlaces(),
    checkHtml: htmlCheck(),
  };
  const problems: string[] = [];
  for (const file of files) {
    const path = join(dist, file);
    try {
      for (const problem of await checkFile(path, file, site)) problems.push(problem);
    } catch (error) {
      problems.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  for (const { askers, file, place: missing } of site.places.missing()) {
    const address = `${site.base}${file.replace(/index\.html$/, '')}#${missing}`;
    for (const asker of askers) {
      problems.push(`${join(dist, asker)}: ${address}  ${noSuchPlace(missing)}`);
    }
  }
  return problems;
}

async function checkFile(path: string, file: string, site: Site): Promise<string[]> {
  if (statSync(path).size === 0) return [`${path}: the file is empty`];
  const isPage = file.endsWith('.html');
  if (!isPage && !holdsLinks(file)) return [];
  const text = readFileSync(path, 'utf8');
  if (!isPage) {
    const links = readFileLinks(file, text, site.origin);
    return brokenLinks(path, file, { links, ids: none, repeated: nowhere }, site);
  }
  const page = readLinks(text, site.origin);
  const faults = new Set(await site.checkHtml(path, text));
  site.places.add(file, page.ids);
  return [
    ...brokenLinks(path, file, page, site),
    ...repeatedIds(path, text, page, faults),
    ...faults,
  ];
}

/** Only pages have places that addresses can lead to. */
const none: ReadonlySet<string> = new Set();
const nowhere: ReadonlyMap<string, number> = new Map();

/** A long page is checked in pieces, none of which sees an id that another one has too. */
function repeatedIds(
  path: string,
  text: string,
  { repeated }: PageLinks,
  faults: ReadonlySet<string>,
): string[] {
  const told = [...faults].some((fault) => fault.endsWith('(no-dup-id)'));
  if (told) return [];
  return [...repeated].map(([id, at]) => {
    const lines = text.slice(0, at).split('\n');
    const column = (lines.at(-1)?.length ?? 0) + 1;
    return `${path}:${lines.length}:${column}  the id "${id}" stands there twice`;
  });
}

interface Site extends Place {
  readonly files: ReadonlySet<string>;
  /** Folders with files somewhere below them, each with a slash at its end; that of the site is ''. */
  readonly folders: ReadonlySet<string>;
  readonly places: KnownPlaces;
  readonly checkHtml: HtmlCheck;
}

function brokenLinks(path: string, file: string, page: PageLinks, site: Site): string[] {
  const asked = new Set<string>();
  return page.links.flatMap((link) => {
    const key = `${link.kind} ${link.address}`;
    if (asked.has(key)) return [];
    asked.add(key);
    const reason = whyBroken(file, link, page.ids, site);
    return reason === undefined ? [] : [`${path}: ${link.address}  ${reason}`];
  });
}

/** Stands for the host of the site in addresses that name none. */
const here = 'https://site.invalid';

function whyBroken(
  from: string,
  link: Link,
  ids: ReadonlySet<string>,
  site: Site,
): string | undefined {
  const { address } = link;
  const whole = address.startsWith(`${site.origin}/`) ? address.slice(site.origin.length) : address;
  const url = URL.parse(whole, here + site.base + from.replace(/index\.html$/, ''));
  const path = url === null ? undefined : decode(url.pathname);
  const anchor = url === null ? undefined : decode(url.hash.slice(1));
  if (url === null || path === undefined || anchor === undefined) return 'is not an address';
  if (url.protocol === 'data:' || url.protocol === 'mailto:') return undefined;
  if (url.origin !== here) return whyNotElsewhere(url, link);
  if (!path.startsWith(site.base)) return `leads out of ${site.base}`;
  const inside = path.slice(site.base.length);
  if (link.kind === 'completed' && site.folders.has(inside)) return undefined;
  const file = fileAt(inside);
  if (!site.files.has(file)) return 'leads nowhere';
  return isForScript(file, anchor) ? undefined : whyNoPlace(from, file, anchor, { ids, site });
}

/** A place on the same page is looked up at once, one on another page when all were read. */
function whyNoPlace(
  from: string,
  file: string,
  anchor: string,
  { ids, site }: { readonly ids: ReadonlySet<string>; readonly site: Site },
): string | undefined {
  if (anchor === '') return undefined;
  if (file === from) return ids.has(anchor) ? undefined : noSuchPlace(anchor);
  site.places.ask(from, file, anchor);
  return undefined;
}

function whyNotElsewhere({ protocol }: URL, { kind }: Link): string | undefined {
  if (kind === 'loaded') return 'is loaded from another host';
  return protocol === 'https:' ? undefined : 'is not https';
}

function noSuchPlace(anchor: string): string {
  return `leads to no "${anchor}" on that page`;
}

/** Undefined for a text that no address can have. */
function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** The folders in which a file is: `''`, `a/` and `a/b/` of `a/b/c.html`. */
function foldersOf(file: string): string[] {
  const names = file.split('/').slice(0, -1);
  return ['', ...names.map((_, index) => `${names.slice(0, index + 1).join('/')}/`)];
}

/** Whether a fragment says what a study page is to do, after its version, and names no place. */
function isForScript(file: string, fragment: string): boolean {
  const { practice, mock, set } = pathsBelow('/');
  return (
    [practice, mock, set].includes(`/${file.replace(/index\.html$/, '')}`) &&
    /^\d+\./.test(fragment)
  );
}
