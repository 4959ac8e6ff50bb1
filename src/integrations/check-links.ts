/** Checks that each URL of the site in its built files has a target. */
import { readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { pathsBelow } from '../domain/links/paths.ts';
import { holdsLinks, type Link, readFileLinks, readLinks } from '../domain/links/read-links.ts';
import { fileAt } from '../lib/urls.ts';
import { siteFiles } from './site-files.ts';

export function checkLinks(served: ServedAt): AstroIntegration {
  return {
    name: 'check-links',
    hooks: {
      'astro:build:done': ({ dir, logger }) => {
        const problems = checkSite(relative(process.cwd(), fileURLToPath(dir)), served);
        for (const problem of problems) logger.error(problem);
        if (problems.length > 0) throw new Error(`${problems.length} problems in the built site.`);
      },
    },
  };
}

interface ServedAt {
  /** The path under which the site is served, with a slash at each end. */
  readonly base: string;
  readonly origin: string;
}

/**
 * Returns a line for each broken or insecure link, each request to another host, and each file that
 * is empty or can't be read.
 */
export function checkSite(dist: string, served: ServedAt): string[] {
  const files = siteFiles(dist);
  const site: Site = {
    ...served,
    files: new Set(files),
    folders: new Set(files.flatMap(foldersOf)),
    ids: new Map(),
    anchors: [],
  };
  const problems: string[] = [];
  for (const file of files) {
    const path = join(dist, file);
    try {
      problems.push(...checkFile(path, file, site));
    } catch (error) {
      problems.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  // All pages have been read, so anchors on other pages can be checked now.
  for (const { from, file, anchor } of site.anchors) {
    if (site.ids.get(file)?.has(anchor)) continue;
    const address = `${site.base}${file.replace(/index\.html$/, '')}#${anchor}`;
    problems.push(
      `${join(dist, from)}: ${address}  points to a missing anchor "${anchor}" on that page`,
    );
  }
  return problems;
}

function checkFile(path: string, file: string, site: Site): string[] {
  if (statSync(path).size === 0) return [`${path}: the file is empty`];
  const isPage = file.endsWith('.html');
  if (!isPage && !holdsLinks(file)) return [];
  const text = readFileSync(path, 'utf8');
  if (!isPage) return brokenLinks(path, file, readFileLinks(file, text, site.origin), site);
  const { links, ids } = readLinks(text, site.origin);
  site.ids.set(file, ids);
  return brokenLinks(path, file, links, site);
}

interface Site extends ServedAt {
  readonly files: ReadonlySet<string>;
  /** The folders that contain files, each with a trailing slash. The root is ''. */
  readonly folders: ReadonlySet<string>;
  readonly ids: Map<string, ReadonlySet<string>>;
  readonly anchors: { readonly from: string; readonly file: string; readonly anchor: string }[];
}

function brokenLinks(path: string, file: string, links: readonly Link[], site: Site): string[] {
  const asked = new Set<string>();
  return links.flatMap((link) => {
    const key = `${link.kind} ${link.address}`;
    if (asked.has(key)) return [];
    asked.add(key);
    const reason = whyBroken(file, link, site);
    return reason === undefined ? [] : [`${path}: ${link.address}  ${reason}`];
  });
}

/** A placeholder host for URLs without one. */
const here = 'https://site.invalid';

function whyBroken(from: string, link: Link, site: Site): string | undefined {
  const { address } = link;
  const whole = address.startsWith(`${site.origin}/`) ? address.slice(site.origin.length) : address;
  const url = URL.parse(whole, here + site.base + from.replace(/index\.html$/, ''));
  const path = url === null ? undefined : decode(url.pathname);
  const anchor = url === null ? undefined : decode(url.hash.slice(1));
  if (url === null || path === undefined || anchor === undefined) return 'is not a URL';
  if (url.protocol === 'data:' || url.protocol === 'mailto:') return undefined;
  if (url.origin !== here) return whyNotElsewhere(url, link);
  if (!path.startsWith(site.base)) return `points outside ${site.base}`;
  const inside = path.slice(site.base.length);
  if (link.kind === 'completed' && site.folders.has(inside)) return undefined;
  const file = fileAt(inside);
  if (!site.files.has(file)) return 'has no target';
  if (anchor !== '' && !isForScript(file, anchor)) site.anchors.push({ from, file, anchor });
  return undefined;
}

function whyNotElsewhere({ protocol }: URL, { kind }: Link): string | undefined {
  if (kind === 'loaded') return 'loads from another host';
  return protocol === 'https:' ? undefined : 'is not https';
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Returns the parent folders of a file: `''`, `a/`, and `a/b/` for `a/b/c.html`. */
function foldersOf(file: string): string[] {
  const names = file.split('/').slice(0, -1);
  return ['', ...names.map((_, index) => `${names.slice(0, index + 1).join('/')}/`)];
}

/**
 * True if a fragment is for a script rather than an anchor. On study pages, a fragment can hold
 * the page's state, which starts with a version, or say what to start (`#p=…`).
 */
function isForScript(file: string, fragment: string): boolean {
  const { practice, mock, kit, set } = pathsBelow('/');
  return (
    [practice, mock, kit, set].includes(`/${file.replace(/index\.html$/, '')}`) &&
    /^(?:\d+\.|\w+=)/.test(fragment)
  );
}
