import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

/** Bytes of a text or file, compressed as hosts do. */
function bytes(content: string | Buffer): number {
  return content.length === 0 ? 0 : brotliCompressSync(content).length;
}

/** What a browser loads for a page before its reader acts, in bytes with brotli. */
interface Weight {
  readonly total: number;
  /** The page itself, with the sheet that stands in it. */
  readonly html: number;
  readonly requests: number;
  readonly css: number;
  readonly script: number;
  /** All that is not the article: the page without its `<main>` and its policy, sheets and scripts. */
  readonly frame: number;
  /** Its content security policy. */
  readonly policy: number;
  /** Elements outside `<main>`. */
  readonly elements: number;
}

/** The built site at an address. */
const built = (address: string): Buffer => readFileSync(`dist${address}`);

/** Groups of the first parentheses in all matches. */
function all(html: string, pattern: RegExp): string[] {
  return [...html.matchAll(pattern)].map(([, group = '']) => group);
}

/** A script with all that it imports at once. */
function withImports(address: string, seen = new Set<string>()): Set<string> {
  if (seen.has(address)) return seen;
  seen.add(address);
  const imported = all(built(address).toString(), /(?:from|import)\s*["'`](\.\/[^"'`]+)["'`]/g);
  for (const name of imported) withImports(new URL(name, `https://x${address}`).pathname, seen);
  return seen;
}

function weigh(file: string): Weight {
  const html = readFileSync(file, 'utf8');
  const sheets = all(html, /<link rel="stylesheet" href="([^"]+)"/g);
  const icons = all(html, /<link rel="(?:shortcut )?icon" href="(?!data:)([^"]+)"/g);
  // The frame's script comes with the reader's first move: `src/components/page/wait-for-move.ts`.
  const entries = all(html, /<script[^>]* src="([^"]+)"/g);
  const scripts = entries.reduce((seen, entry) => withImports(entry, seen), new Set<string>());
  const sum = (addresses: Iterable<string>): number =>
    [...addresses].reduce((total, address) => total + bytes(built(address)), 0);
  const inline = (tag: RegExp): number => bytes(all(html, tag).join(''));
  const withPolicy = html.replace(/<main>.*<\/main>/s, '');
  const outside = withPolicy.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  return {
    total: bytes(html) + sum(sheets) + sum(icons) + sum(scripts),
    html: bytes(html),
    requests: 1 + sheets.length + icons.length + scripts.size,
    css: sum(sheets) + inline(/<style>(.*?)<\/style>/gs),
    script: sum(scripts) + inline(/<script[^>]*>([^{].*?)<\/script>/gs),
    frame: bytes(outside) + sum(sheets) + sum(scripts),
    policy: bytes(withPolicy) - bytes(outside),
    elements: all(outside, /<([a-z])/g).length,
  };
}

const pages = readdirSync('dist/questions', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ slug: name, ...weigh(`dist/questions/${name}/index.html`) }));

/** The heaviest page in a respect. */
function most(key: keyof Weight): number {
  return Math.max(...pages.map((page) => page[key]));
}

describe('the page of search before anything is searched', () => {
  it('is at most 8 requests and 20 kB, with a list that is as long in a larger guide', () => {
    const { total, requests } = weigh('dist/search/index.html');
    expect(requests).toBeLessThanOrEqual(8);
    expect(total).toBeLessThanOrEqual(20_000);
    const items = all(
      built('/search/index.html').toString(),
      /<li><a href="([^"]*questions[^"]*)"/g,
    );
    expect(items).toHaveLength(20);
  });
});

/** The median of the pages in a respect. */
function middle(key: keyof Weight): number | undefined {
  return pages.map((page) => page[key]).sort((a, b) => a - b)[pages.length >> 1];
}

describe('a cold question page', () => {
  it('is one request: the page with its sheet', () => {
    expect(pages.length).toBeGreaterThanOrEqual(50);
    expect(pages.map(({ requests }) => requests)).toEqual(pages.map(() => 1));
  });

  it('weighs at most 14.6 kB at the median', () => {
    expect(middle('total')).toBeLessThanOrEqual(14_600);
  });

  it('comes in the first flight of a connection at the median, which is what its text waits for', () => {
    expect(middle('html')).toBeLessThanOrEqual(14_300);
  });

  it('has at most 9 kB beside its article, 0.5 kB of it script', () => {
    expect(most('frame')).toBeLessThanOrEqual(9000);
    expect(most('script')).toBeLessThanOrEqual(500);
  });

  it('has a policy of at most 300 bytes', () => {
    expect(Math.min(...pages.map(({ policy }) => policy))).toBeGreaterThan(100);
    expect(most('policy')).toBeLessThanOrEqual(300);
  });

  it('has a sheet of at most 4 kB', () => {
    expect(Math.min(...pages.map(({ css }) => css))).toBeLessThanOrEqual(4000);
  });

  it('has at most 150 elements beside its article', () => {
    expect(most('elements')).toBeLessThanOrEqual(150);
  });
});

it('a short address leads on with a page of at most 3 kB, without a sheet', () => {
  const codes = readdirSync('dist/q');
  expect(codes.length).toBeGreaterThanOrEqual(50);
  for (const code of codes) {
    const html = readFileSync(`dist/q/${code}/index.html`, 'utf8');
    expect(html).not.toContain('<style');
    expect(html.length, code).toBeLessThanOrEqual(3000);
  }
});
