import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { levels } from '../../src/guide-settings.ts';

/**
 * Sizes are cached, because pages share styles and scripts and compressing takes most of the time.
 */
const sizes = new Map<string, number>();

/** Returns the size of some content in bytes, compressed as hosts compress it. */
function bytes(text: string): number {
  const size = sizes.get(text) ?? (text === '' ? 0 : brotliCompressSync(text).length);
  sizes.set(text, size);
  return size;
}

/**
 * What a browser loads for a page, in bytes after Brotli compression. All but `afterLoad` loads
 * before the `load` event.
 */
interface Weight {
  /** The page with its inline styles and scripts. */
  readonly html: number;
  /** The page with its linked styles, icons, and scripts, but without print styles. */
  readonly total: number;
  readonly requests: number;
  readonly css: number;
  /** The inline and linked scripts. */
  readonly script: number;
  readonly policy: number;
  /** The script that loads after `load`, with all of its static imports. */
  readonly afterLoad: number;
}

const built = (address: string): string => readFileSync(`dist${address}`, 'utf8');

function all(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, group = '']) => group);
}

function withImports(address: string, seen = new Set<string>()): Set<string> {
  if (seen.has(address)) return seen;
  seen.add(address);
  const imported = all(built(address), /(?:from|import)\s*["'`](\.\/[^"'`]+)["'`]/g);
  for (const name of imported) withImports(new URL(name, `https://x${address}`).pathname, seen);
  return seen;
}

function weigh(file: string): Weight {
  const html = readFileSync(file, 'utf8');
  // Where scripts run, the stylesheet for readers without them loads after the first paint.
  const sheets = all(
    html.replace(/<noscript>.*?<\/noscript>/gs, ''),
    /<link rel="stylesheet" href="([^"]+)"(?! media="print")/g,
  );
  const icons = all(html, /<link rel="(?:shortcut )?icon" href="([^"]+)"/g);
  const entries = all(html, /<script[^>]* src="([^"]+)"/g);
  const scripts = entries.reduce((seen, entry) => withImports(entry, seen), new Set<string>());
  const sum = (addresses: Iterable<string>): number =>
    [...addresses].reduce((total, address) => total + bytes(built(address)), 0);
  const inline = (tag: RegExp): number => bytes(all(html, tag).join(''));
  const later = entries.flatMap((entry) =>
    all(built(entry), /import\([`"']\.\/(every-page[^`"']+)/g).map((name) => `/_astro/${name}`),
  );
  const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
  return {
    html: bytes(html),
    total: bytes(html) + sum(sheets) + sum(icons) + sum(scripts),
    requests: 1 + sheets.length + icons.length + scripts.size,
    css: inline(/<style>(.*?)<\/style>/gs),
    script: sum(scripts) + inline(/<script[^>]*>([^{].*?)<\/script>/gs),
    policy: bytes(policy.exec(html)?.[0] ?? ''),
    afterLoad: sum(later.reduce((seen, entry) => withImports(entry, seen), new Set<string>())),
  };
}

const pages = readdirSync('dist/questions', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ slug: name, ...weigh(`dist/questions/${name}/index.html`) }));

function most(key: keyof Weight): number {
  return Math.max(...pages.map((page) => page[key]));
}

describe('the search page before a search', () => {
  it('is at most 16 requests and 28.7 kB, with a list that is as long in a larger guide', () => {
    const { total, requests } = weigh('dist/search/index.html');
    expect(requests).toBeLessThanOrEqual(16);
    expect(total).toBeLessThanOrEqual(28_700);
    const items = all(built('/search/index.html'), /<li><a href="([^"]*questions[^"]*)"/g);
    expect(items).toHaveLength(Math.min(20, pages.length));
  });
});

function median(key: keyof Weight): number {
  const values = pages.map((page) => page[key]).sort((a, b) => a - b);
  const at = (place: number): number => values[place] ?? Number.NaN;
  const last = values.length - 1;
  return (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2;
}

/**
 * Some limits are 5% above the measured values, so that a small addition to a page doesn't make a
 * test fail.
 */
const room = 1.05;

describe('a cold question page', () => {
  it('is at most 7 requests: the page with its styles, its icon, and small scripts', () => {
    expect(pages.length).toBeGreaterThanOrEqual(
      levels.reduce((sum, { atLeast }) => sum + atLeast, 0),
    );
    expect(most('requests')).toBeLessThanOrEqual(7);
    expect(pages.filter(({ html, css }) => css === 0 || css > html)).toEqual([]);
  });

  it('has at most 26.7 kB of HTML at the median, and no page has more than 28 kB', () => {
    expect(median('html')).toBeLessThanOrEqual(26_700);
    expect(most('html')).toBeLessThanOrEqual(28_000 * room);
  });

  it('has at most 10 kB of styles', () => {
    expect(most('css')).toBeLessThanOrEqual(10_000 * room);
  });

  it('has at most 4.2 kB of script, and loads at most 6.2 kB later', () => {
    expect(most('script')).toBeLessThanOrEqual(4200 * room);
    expect(Math.min(...pages.map(({ afterLoad }) => afterLoad))).toBeGreaterThan(1000);
    expect(most('afterLoad')).toBeLessThanOrEqual(6200 * room);
  });

  it('has a policy of at most 500 bytes', () => {
    expect(Math.min(...pages.map(({ policy }) => policy))).toBeGreaterThan(100);
    expect(most('policy')).toBeLessThanOrEqual(500 * room);
  });
});

it('a short link redirects with a page of at most 3 kB, without styles', () => {
  const codes = readdirSync('dist/q');
  expect(codes.length).toBeGreaterThanOrEqual(pages.length);
  for (const code of codes) {
    const html = readFileSync(`dist/q/${code}/index.html`, 'utf8');
    expect(html).not.toContain('<style');
    expect(html.length, code).toBeLessThanOrEqual(3000);
  }
});
