import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkSite } from './check-links.ts';

const origin = 'https://guide.example';

function page(body: string, head = ''): string {
  return `<!DOCTYPE html><html lang="en"><head><title>A page</title>${head}</head><body>${body}</body></html>`;
}

function feed(entry: string): string {
  return `<?xml version="1.0"?><feed><id>${origin}/guide/#no-place</id>${entry}</feed>`;
}

/** A small site with every kind of URL, all of them valid. */
const good: Readonly<Record<string, string>> = {
  'index.html': page(
    '<h1 id="top">x</h1><a href="terms/#fhir">x</a><a href="#top">x</a><a href="mock/#1.abc">x</a>' +
      '<img src="/guide/a.png" alt="x">' +
      '<p data-index="/guide/terms/">x</p><a href="https://other.example/">x</a>',
    `<meta property="og:image" content="${origin}/guide/a.png"><link rel="canonical" href="${origin}/guide/">` +
      `<script type="application/ld+json">{"@id":"${origin}/guide/#me","url":"${origin}/guide/terms/#fhir"}</script>`,
  ),
  'terms/index.html': page('<p id="fhir">x</p><a href="../">x</a>'),
  'mock/index.html': page('<p>x</p>'),
  'a.png': 'x',
  'b.png': 'x',
  'print.css': '@import "other.css"; p { background: url("a.png"), url(data:image/png;base64,x) }',
  'other.css': 'p { margin: 0 }',
  '_astro/page.js': 'import"./part.js";import(`./part.js`)',
  '_astro/part.js': '0',
  'feed.xml': feed(
    `<link href="${origin}/guide/terms/#fhir"/><content type="html">&lt;a href="${origin}/guide/"&gt;x&lt;/a&gt;</content>`,
  ),
  'sitemap.xml': `<urlset><url><loc>${origin}/guide/terms/</loc></url></urlset>`,
  'manifest.webmanifest': '{"id":"/guide/none","start_url":"/guide/","icons":[{"src":"a.png"}]}',
  'data.json': '{"url":"/guide/terms/#fhir","scope":"All of it."}',
  'llms.txt': `See [terms](${origin}/guide/terms/), or ${origin}/guide/.`,
  'table.csv': `term,link\nx,${origin}/guide/terms/#fhir\n`,
};

let dist: string;
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'guide-check-'));
});
afterEach(() => {
  rmSync(dist, { recursive: true });
});

function check(changes: Readonly<Record<string, string>>): string[] {
  for (const [file, text] of Object.entries({ ...good, ...changes })) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    writeFileSync(join(dist, file), text);
  }
  return checkSite(dist, { base: '/guide/', origin });
}

it('a valid site has no problems', () => {
  expect(check({})).toEqual([]);
});

const inPage = (body: string, head = '') => ({ 'x/index.html': page(body, head) });

it.each([
  ['a page', inPage('<a href="/guide/nowhere/">x</a>'), 'nowhere/  has no target'],
  ['a place on the page', inPage('<a href="#none">x</a>'), 'missing anchor "none" on that page'],
  [
    'a place on another page',
    inPage('<a href="../terms/#none">x</a>'),
    'missing anchor "none" on that',
  ],
  [
    'a place on a print page',
    { 'print/index.html': page('<a href="#q">x</a>') },
    'missing anchor "q" on that',
  ],
  ['a page outside', inPage('<a href="/terms/">x</a>'), 'points outside /guide/'],
  ['another host without https', inPage('<a href="http://other.example/">x</a>'), 'is not https'],
  ['no URL', inPage('<a href="https://">x</a>'), 'is not a URL'],
  ['no text', inPage('<a href="%E0%A4%A">x</a>'), 'is not a URL'],
  ['a picture', inPage('<img src="no.png" alt="x">'), 'no.png  has no target'],
  ['a picture elsewhere', inPage('<img src="https://o.example/a.png" alt="x">'), 'another host'],
  ['a sheet', inPage('', '<link rel="stylesheet" href="no.css">'), 'no.css  has no target'],
  ['what a sheet loads', { 'other.css': 'p { background: url(no.png) }' }, 'no.png  has no target'],
  ['what a style loads', inPage('', '<style>@import "no.css";</style>'), 'no.css  has no target'],
  ['what a script imports', { '_astro/page.js': 'import("./no.js")' }, './no.js  has no target'],
  [
    'a URL passed to a script',
    inPage('<p data-index="/guide/no/">x</p>'),
    '/guide/no/  has no target',
  ],
  ['what a form asks', inPage('<form action="no/"></form>'), 'no/  has no target'],
  [
    'the next page',
    inPage('', '<meta http-equiv="refresh" content="0;url=no/">'),
    'no/  has no target',
  ],
  [
    'its preview',
    inPage('', `<meta property="og:image" content="${origin}/guide/no.png">`),
    'no.png',
  ],
  [
    'its own address',
    inPage('', `<link rel="canonical" href="${origin}/guide/y/">`),
    'has no target',
  ],
  [
    'structured data',
    inPage('', `<script type="application/ld+json">{"item":"${origin}/guide/no/"}</script>`),
    '/guide/no/  has no target',
  ],
  ['no data', inPage('', '<script type="application/ld+json">{</script>'), 'JSON'],
  [
    'a sitemap',
    { 'sitemap.xml': `<url><loc>${origin}/guide/no/</loc></url>` },
    'no/  has no target',
  ],
  ['a feed', { 'feed.xml': feed(`<link href="${origin}/guide/no/"/>`) }, 'no/  has no target'],
  [
    'the text of a feed',
    { 'feed.xml': feed('<content type="html">&lt;a href="/guide/#no"&gt;x&lt;/a&gt;</content>') },
    'missing anchor "no" on that page',
  ],
  [
    'a manifest',
    { 'manifest.webmanifest': '{"icons":[{"src":"no.png"}]}' },
    'no.png  has no target',
  ],
  ['data', { 'data.json': '{"all":[{"shortUrl":"/guide/q/xyz/"}]}' }, 'q/xyz/  has no target'],
  ['a text', { 'llms.txt': `[x](${origin}/guide/no/).` }, '/guide/no/  has no target'],
  ['a table', { 'table.csv': `x,"${origin}/guide/terms/#no"` }, 'missing anchor "no" on that page'],
])('a bad URL is a problem: %s', (_, changes, problem) => {
  const problems = check(changes);
  expect(problems).toEqual([expect.stringContaining(problem)]);
});

it('an empty file is a problem', () => {
  expect(check({ 'a.png': '' })).toEqual([`${dist}/a.png: the file is empty`]);
});
