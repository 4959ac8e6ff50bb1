/** The compressed site on a real nginx, with the configuration that hosts use. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import {
  brotliCompressSync,
  brotliDecompressSync,
  constants,
  gunzipSync,
  gzipSync,
} from 'node:zlib';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { contentTypeOf } from '../../src/domain/headers/content-types.ts';
import { cacheForever, headersFor } from '../../src/domain/headers/host-rules.ts';
import { siteFiles } from '../../src/integrations/site-files.ts';
import { useBrowser } from '../support/browser.ts';
import { itNightly } from '../support/it-nightly.ts';
import { readHeadersFile } from '../support/read-headers-file.ts';
import { sampled } from '../support/sampled.ts';
import { type ServingNginx, serveNginx } from '../support/serve-nginx.ts';

const open = useBrowser();
const rulesOf = (dist: string) => readHeadersFile(readFileSync(join(dist, '_headers'), 'utf8'));
const policyOf = (dist: string): string =>
  new Map(headersFor('/', rulesOf(dist))).get('Content-Security-Policy') ?? '';
const confFor = (root: string) =>
  readFileSync('deploy/nginx.conf', 'utf8').replace(/^ *root .*;/m, `root ${root};`);
const folder = mkdtempSync(join(tmpdir(), 'guide-nginx-sites-'));

/**
 * Both builds, each with one of its questions and in the layout that its nginx configuration
 * expects.
 */
const sites = [
  {
    name: 'at the root',
    dist: 'dist',
    home: '/',
    local: inject('rootSite'),
    question: { code: 'xt6', page: 'questions/what-is-fhir/', word: 'hospital' },
    conf: confFor(`${folder}/root`),
  },
  {
    name: 'below a folder',
    dist: 'dist-guide',
    home: '/guide/',
    local: inject('baseSite'),
    question: { code: 'g4h', page: 'questions/a-wrong-chart/', word: 'chart' },
    // The changes described in docs/hosting.md, with the other guide's policy.
    conf: confFor(`${folder}/base`)
      .replaceAll('/404.html', '/guide/404.html')
      .replaceAll(policyOf('dist'), policyOf('dist-guide')),
  },
];

/**
 * Writes `<file>.br` and `<file>.gz` next to a site's text files, as described in docs/hosting.md.
 */
function compressSite(site: string): void {
  // A low quality takes a fraction of the time, and the result is decoded in the same way.
  const params = { [constants.BROTLI_PARAM_QUALITY]: 1 };
  const texts = siteFiles(site).filter((file) =>
    /\.(html|css|js|txt|md|csv|json|webmanifest|xml|svg)$/.test(file),
  );
  for (const file of texts) {
    const content = readFileSync(join(site, file));
    writeFileSync(join(site, `${file}.br`), brotliCompressSync(content, { params }));
    writeFileSync(join(site, `${file}.gz`), gzipSync(content, { level: 1 }));
  }
}

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe.each(sampled(sites, 1))('nginx $name', ({ dist, home, local, question, conf }) => {
  const copy = join(folder, home === '/' ? 'root' : 'base', home);
  const hashed = readdirSync(join(dist, '_astro')).find((file) => file.endsWith('.js'));
  let nginx: ServingNginx;

  beforeAll(async () => {
    cpSync(dist, copy, { recursive: true });
    compressSite(copy);
    nginx = await serveNginx({ conf });
  });
  afterAll(() => nginx.close());

  /**
   * Requests a path under the base path as it is, without normalizing it or following redirects.
   */
  async function ask(path: string, headers: Record<string, string> = {}) {
    const sent = request({ host: '127.0.0.1', port: nginx.port, path: home + path, headers }).end();
    return new Promise<{ status: number; header: (name: string) => string; body: Buffer }>(
      (resolve, reject) => {
        sent.on('error', reject).on('response', (response) => {
          const header = (name: string): string => String(response.headers[name.toLowerCase()]);
          const status = response.statusCode ?? 0;
          buffer(response).then((body) => resolve({ status, header, body }), reject);
        });
      },
    );
  }

  it('sends the headers in the rules, the same as when the guide serves itself', async () => {
    const paths = [
      '',
      question.page,
      'nowhere/',
      'worker.js',
      'manifest.webmanifest',
      'changes.xml',
      'downloads/questions.csv',
      'downloads/anki.apkg',
      'llms.txt',
      'favicon.svg',
      'icons/192.png',
      `_astro/${hashed}`,
    ];
    for (const path of paths) {
      const answer = await ask(path);
      const own = await fetch(local + path);
      expect(answer.status, path).toBe(own.status);
      const asked = path === 'nowhere/' ? '404.html' : path;
      for (const [name, value] of headersFor(home + asked, rulesOf(dist))) {
        expect(answer.header(name), `${path} ${name}`).toBe(value);
        expect(own.headers.get(name), `${path} ${name}`).toBe(value);
      }
      expect(answer.header('Server')).toBe('nginx');
    }
  });

  it('sends the type of each kind of file', async () => {
    const files = siteFiles(dist).filter((file) => !/^(_headers|404\.html)$/.test(file));
    for (const [kind, [file = '']] of Map.groupBy(files, (file) => extname(file))) {
      const answer = await ask(file);
      expect(answer.status, file).toBe(200);
      expect(answer.header('Content-Type'), kind).toBe(contentTypeOf(file));
    }
  });

  it('lets browsers cache hashed files and revalidate all others', async () => {
    expect((await ask(`_astro/${hashed}`)).header('Cache-Control')).toBe(cacheForever);
    expect((await ask('_astro/gone.js')).header('Cache-Control')).toBe('no-cache');
    const page = await ask('');
    const again = await ask('', { 'If-None-Match': page.header('ETag') });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect(again.header('Content-Security-Policy')).toMatch(/^default-src 'none'/);
    expect((await ask('', { 'If-None-Match': '"another"' })).status).toBe(200);
  });

  it('sends each file in the best accepted encoding', async () => {
    const decoders = { br: brotliDecompressSync, gzip: gunzipSync };
    const tags = new Set<string>();
    for (const path of ['', 'data/study.json', 'print.css']) {
      const plain = await ask(path);
      const file = readFileSync(join(dist, path === '' ? 'index.html' : path));
      expect(plain.body.equals(file), path).toBe(true);
      expect(plain.header('Vary')).toBe('Accept-Encoding');
      tags.add(path + plain.header('ETag'));
      for (const [name, decode] of Object.entries(decoders)) {
        const accepted = name === 'br' ? 'gzip, deflate, br, zstd' : 'gzip, deflate';
        const answer = await ask(path, { 'Accept-Encoding': accepted });
        expect(answer.header('Content-Encoding'), path).toBe(name);
        expect(answer.header('Vary')).toBe('Accept-Encoding');
        expect(decode(answer.body).equals(file), path).toBe(true);
        expect(answer.body.length).toBeLessThan(file.length);
        tags.add(path + answer.header('ETag'));
      }
    }
    expect(tags.size).toBe(9);
    const book = await ask('downloads/guide.epub', { 'Accept-Encoding': 'gzip, br' });
    expect(book.header('Content-Encoding')).toBe('undefined');
  });

  it('sends the requested part of a file', async () => {
    const book = readFileSync(join(dist, 'downloads/guide.epub'));
    const part = await ask('downloads/guide.epub', { Range: 'bytes=100-199' });
    expect([part.status, part.header('Content-Range')]).toEqual([
      206,
      `bytes 100-199/${book.length}`,
    ]);
    expect(part.body.equals(book.subarray(100, 200))).toBe(true);
    const beyond = await ask('downloads/guide.epub', { Range: `bytes=${book.length}-` });
    expect(beyond.status).toBe(416);
  });

  it('answers with the guide’s own page for missing and internal files', async () => {
    const page = readFileSync(join(dist, '404.html'));
    for (const path of ['nowhere/', '_astro/', '_headers', 'index.html.br', '404.html']) {
      const answer = await ask(path);
      expect(answer.status, path).toBe(404);
      expect(answer.body.equals(page), path).toBe(true);
    }
  });

  it('redirects a URL without its slash to the page, without naming a host', async () => {
    const { status, header } = await ask(`${question.page.slice(0, -1)}?from=mail`);
    expect(status).toBe(301);
    expect(header('Location')).toBe(`${home + question.page}?from=mail`);
    expect(header('Content-Security-Policy')).toMatch(/^default-src 'none'/);
  });

  it('shows pages, search, and a short link in a browser, without violations', async () => {
    const { page, errors, requests } = await open();
    const address = `http://127.0.0.1:${nginx.port}${home}`;
    await page.goto(`${address}q/${question.code}/#hint`);
    await page.waitForURL(`${address + question.page}#hint`);
    await page.goto(`${address}labs/threshold/`);
    await page.goto(`${address}search/?q=${question.word}`);
    await page.locator('mark').first().waitFor();
    expect(errors).toEqual([]);
    expect(
      requests.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(address)),
    ).toEqual([]);
    await page.goto(`${address}nowhere/`);
    expect(await page.locator('h1').textContent()).toContain('Page not found');
  });
});

itNightly(
  'nginx in a subfolder redirects its URL without the slash to the start page',
  async () => {
    const nginx = await serveNginx({ conf: sites[1]?.conf ?? '' });
    try {
      const address = `http://127.0.0.1:${nginx.port}/guide?a=b`;
      const response = await fetch(address, { redirect: 'manual' });
      expect([response.status, response.headers.get('Location')]).toEqual([301, '/guide/?a=b']);
    } finally {
      await nginx.close();
    }
  },
);
