import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { guideOnDisk } from './guide-data.ts';

/** Pages share styles and scripts, and compressing takes most of the time. */
const sizes = new Map<string, number>();

/** Bytes of a text, compressed as hosts do. */
function bytes(text: string): number {
  const size = sizes.get(text) ?? (text === '' ? 0 : brotliCompressSync(text).length);
  sizes.set(text, size);
  return size;
}

/** Bytes that a browser loads for a page before its `load` event, with brotli. */
interface Weight {
  readonly total: number;
  readonly requests: number;
  readonly css: number;
  readonly script: number;
  /**
   * Everything but the article: the page without its `<main>` and its policy, plus styles and
   * scripts.
   */
  readonly frame: number;
  /** Its content security policy. */
  readonly policy: number;
  /** Elements outside `<main>`. */
  readonly elements: number;
  /** The script after `load`, with everything that it imports statically. */
  readonly afterLoad: number;
}

/** The built site at a URL. */
const built = (address: string): string => readFileSync(`dist${address}`, 'utf8');

/** Groups of the first parentheses in all matches. */
function all(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, group = '']) => group);
}

/** A script with everything that it imports statically. */
function withImports(address: string, seen = new Set<string>()): Set<string> {
  if (seen.has(address)) return seen;
  seen.add(address);
  const imported = all(built(address), /(?:from|import)\s*["'`](\.\/[^"'`]+)["'`]/g);
  for (const name of imported) withImports(new URL(name, `https://x${address}`).pathname, seen);
  return seen;
}

function weigh(file: string): Weight {
  const html = readFileSync(file, 'utf8');
  // With scripts, the sheet that is there for readers without them comes after the first paint.
  const sheets = all(
    html.replace(/<noscript>.*?<\/noscript>/gs, ''),
    /<link rel="stylesheet" href="([^"]+)"/g,
  );
  const icons = all(html, /<link rel="(?:shortcut )?icon" href="(?!data:)([^"]+)"/g);
  const entries = all(html, /<script[^>]* src="([^"]+)"/g);
  const scripts = entries.reduce((seen, entry) => withImports(entry, seen), new Set<string>());
  const sum = (addresses: Iterable<string>): number =>
    [...addresses].reduce((total, address) => total + bytes(built(address)), 0);
  const inline = (tag: RegExp): number => bytes(all(html, tag).join(''));
  const later = withImports(all(html, /<script data-src="([^"]+)"/g)[0] ?? '');
  const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/;
  const outside = html.replace(/<main>.*<\/main>/s, '').replace(policy, '');
  return {
    total: bytes(html) + sum(sheets) + sum(icons) + sum(scripts),
    requests: 1 + sheets.length + icons.length + scripts.size,
    css: sum(sheets) + inline(/<style>(.*?)<\/style>/gs),
    script: sum(scripts) + inline(/<script[^>]*>([^{].*?)<\/script>/gs),
    frame: bytes(outside) + sum(sheets) + sum(scripts),
    policy: bytes(policy.exec(html)?.[0] ?? ''),
    elements: all(outside, /<([a-z])/g).length,
    afterLoad: sum(later),
  };
}

const pages = readdirSync('dist/questions', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ slug: name, ...weigh(`dist/questions/${name}/index.html`) }));

/** The heaviest page by some measure. */
function most(key: keyof Weight): number {
  return Math.max(...pages.map((page) => page[key]));
}

describe('the search page before a search', () => {
  it('is at most 8 requests and 20 kB, with a list that is as long in a larger guide', () => {
    const { total, requests } = weigh('dist/search/index.html');
    expect(requests).toBeLessThanOrEqual(8);
    expect(total).toBeLessThanOrEqual(20_000);
    const items = all(built('/search/index.html'), /<li><a href="([^"]*questions[^"]*)"/g);
    expect(items).toHaveLength(20);
  });
});

/** The fifty oldest questions, whose texts the limits suit: a new question may be longer. */
const oldest = new Set(
  [...readFileSync('src/content/code-ledger.yaml', 'utf8').matchAll(/code: (\w+)/g)]
    .slice(0, 50)
    .map(([, code]) => guideOnDisk().questions.find((question) => question.code === code)?.slug),
);

/** The median of their pages by some measure. */
function middle(key: keyof Weight): number {
  const values = pages
    .filter(({ slug }) => oldest.has(slug))
    .map((page) => page[key])
    .sort((a, b) => a - b);
  const at = (place: number): number => values[place] ?? Number.NaN;
  const last = values.length - 1;
  return (at(Math.floor(last / 2)) + at(Math.ceil(last / 2))) / 2;
}

/** The limit has 5% of room, so that a good change doesn't fail. */
const room = 1.05;

/** The limits suit ten questions in a level; the sidebar lists those of the page's level. */
const moreListed = Math.max(
  0,
  ...guideOnDisk().levels.map(({ questions }) => questions.length - 10),
);

describe('a cold question page', () => {
  it('is one request: the page with its styles', () => {
    expect(pages.length).toBeGreaterThanOrEqual(50);
    expect(pages.map(({ requests }) => requests)).toEqual(pages.map(() => 1));
  });

  it('weighs at most 16 kB at the median', () => {
    expect(middle('total')).toBeLessThanOrEqual(16_000 * room + 30 * moreListed);
  });

  it('has at most 8 kB besides its article at the median, 4.5 kB of that for styles', () => {
    expect(middle('frame')).toBeLessThanOrEqual(8000 * room);
    expect(middle('css')).toBeLessThanOrEqual(4500 * room);
  });

  it('has at most 0.5 kB of script, and loads at most 5 kB later', () => {
    expect(most('script')).toBeLessThanOrEqual(500 * room);
    expect(Math.min(...pages.map(({ afterLoad }) => afterLoad))).toBeGreaterThan(1000);
    expect(most('afterLoad')).toBeLessThanOrEqual(5000 * room);
  });

  it('has a policy of at most 350 bytes', () => {
    expect(Math.min(...pages.map(({ policy }) => policy))).toBeGreaterThan(100);
    expect(most('policy')).toBeLessThanOrEqual(350 * room);
  });

  it('has at most 150 elements besides its article', () => {
    expect(most('elements')).toBeLessThanOrEqual(150 * room + 2 * moreListed);
  });
});

it('a short link redirects with a page of at most 3 kB, without styles', () => {
  const codes = readdirSync('dist/q');
  expect(codes.length).toBeGreaterThanOrEqual(50);
  for (const code of codes) {
    const html = readFileSync(`dist/q/${code}/index.html`, 'utf8');
    expect(html).not.toContain('<style');
    expect(html.length, code).toBeLessThanOrEqual(3000);
  }
});
