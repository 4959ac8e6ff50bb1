/**
 * Helpers for tests of offline reading: browsers with a profile, and a host that gets new versions.
 */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { ensureBrowser } from '../scripts/find-browser.ts';
import { type Served, serveSite } from '../scripts/serve-site.ts';
import { siteFiles } from '../scripts/site-files.ts';
import { writeWorker } from '../scripts/write-worker.ts';
import { testArguments } from './browser.ts';

let folder: string;

/** Creates the folder for profiles and versions of a test file; it is deleted afterward. */
export function useFolder(): void {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'guide-offline-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

/** A folder for a profile, with the files of another one if it is given. */
export function newProfile(other?: string): string {
  const profile = mkdtempSync(join(folder, 'profile-'));
  if (other !== undefined) cpSync(other, profile, { recursive: true });
  return profile;
}

/** Starts a browser with a new profile, or with an existing one. */
export async function startBrowser(profile = newProfile()) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser(),
    args: testArguments,
    reducedMotion: 'reduce',
  });
  return { context, profile };
}

/** Visits the start page until the guide is stored and the worker answers requests. */
export async function visit(context: BrowserContext, site: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(site);
  // At once, not after the pause that leaves a new reader the network. The files are fetched and
  // checked; on a busy machine that takes a while.
  await page.evaluate((url) => navigator.serviceWorker.register(url), `${site}worker.js`);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 120_000,
  });
  return page;
}

/** A host's response. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A fault of a host or of the network that changes the site's response. */
export interface Fault {
  /** URLs that it affects, below the site's. */
  readonly path: RegExp;
  readonly change: (answer: Answer) => Answer;
}

/** A host of one site that gets new versions, and faults on demand. */
export class Host {
  /** Folder of the served version. */
  readonly root = mkdtempSync(join(folder, 'host-'));
  /** Paths of all requests. */
  readonly requests: string[] = [];
  fault: Fault | undefined;
  #served: Served | undefined;
  #front: Server | undefined;
  address = '';
  readonly #port: number;

  /** @param port its port; by default any that is free */
  constructor(port = 0) {
    this.#port = port;
  }

  /** Replaces the previous version completely, as hosts do. */
  async deploy(version: string): Promise<void> {
    for (const name of readdirSync(this.root)) rmSync(join(this.root, name), { recursive: true });
    cpSync(version, this.root, { recursive: true });
    this.#served ??= await serveSite({ dist: this.root, port: 5000 });
    if (this.#front === undefined) await this.#listen();
  }

  async stop(): Promise<void> {
    this.#front?.closeAllConnections();
    this.#front?.close();
    this.#front = undefined;
    await this.#served?.close();
    this.#served = undefined;
  }

  async #listen(): Promise<void> {
    const front = createServer((request, response) => {
      void this.#answer(request.url ?? '/', request.headers.accept).then(
        ({ status, headers, body }) => response.writeHead(status, headers).end(body),
        () => response.destroy(),
      );
    });
    await new Promise<void>((done) => front.listen(this.#port, '127.0.0.1', done));
    this.#front = front;
    this.address = `http://localhost:${(front.address() as AddressInfo).port}/`;
  }

  async #answer(path: string, accept = '*/*'): Promise<Answer> {
    this.requests.push(path.slice(1));
    const url = new URL(path, this.#served?.address);
    const good = await fetch(url, { redirect: 'manual', headers: { accept } });
    const { 'content-length': _, ...headers } = Object.fromEntries(good.headers);
    const { location } = headers;
    const answer: Answer = {
      status: good.status,
      headers: { ...headers, ...(location && { location: location.replace(url.origin, '') }) },
      body: Buffer.from(await good.arrayBuffer()),
    };
    return this.fault?.path.test(path.slice(1)) ? this.fault.change(answer) : answer;
  }
}

/** Other files of the small site. */
const parts = /^(_astro|_headers|data\/(?!search\/definitions)|favicon|manifest|pagefind\/[^/]+$)/;

/** Pages of the small site. */
const pages =
  /^(404|index|((about|labs|labs\/threshold|offline|practice|questions|questions\/what-is-(fhir|samd)|search|topics\/fhir)\/index))\.html$/;

/**
 * A version of the site with a few of its pages and all of its scripts, so that it is stored
 * faster. Its scripts and stylesheets have different names for each letter, and each page names its
 * version. Returns its folder.
 */
export async function version(letter: string): Promise<string> {
  const dist = join(folder, `version-${letter}`);
  const read = (file: string): string => readFileSync(join('dist', file), 'utf8');
  const isPart = (file: string): boolean => {
    if (file.endsWith('.html')) return pages.test(file);
    // Of the labs' code, only that of the lab that has a page.
    if (file.startsWith('_astro/lab.')) return read(file).includes('Move the threshold');
    return parts.test(file);
  };
  const renamed = new Map<string, string>();
  for (const file of siteFiles('dist').filter(isPart)) {
    const other = file.startsWith('_astro/') ? file.replace(/(\.\w+)$/, `-${letter}$1`) : file;
    if (other !== file) renamed.set(basename(file), basename(other));
    mkdirSync(dirname(join(dist, other)), { recursive: true });
    cpSync(join('dist', file), join(dist, other));
  }
  for (const file of siteFiles(dist)) {
    if (!/\.(html|js|css)$/.test(file) || file.startsWith('pagefind')) continue;
    const text = readFileSync(join(dist, file), 'utf8')
      .replace(/[\w.-]+\.(?:js|css)\b/g, (name) => renamed.get(name) ?? name)
      .replace('<html ', `<html data-version="${letter}" `);
    writeFileSync(join(dist, file), text);
  }
  await writeWorker(dist);
  return dist;
}

/** Which version a page is of. */
export function versionOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.documentElement.dataset['version']);
}
