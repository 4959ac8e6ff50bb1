/**
 * Helpers for offline tests: browsers with persistent profiles, and a host that gets new versions.
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
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { ensureBrowser } from '../../scripts/find-browser.ts';
import { writeWorker } from '../../src/integrations/offline.ts';
import { siteFiles } from '../../src/integrations/site-files.ts';
import { testArguments } from '../support/browser.ts';
import { studyData } from '../support/guide-data.ts';
import { siteListener } from '../support/serve-site.ts';

let folder: string;

/** Creates a folder for a test file's profiles and versions, and deletes it after the tests. */
export function useFolder(): void {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'guide-offline-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
}

/** Creates a folder for a profile. If another profile is given, copies its files. */
export function newProfile(other?: string): string {
  const profile = mkdtempSync(join(folder, 'profile-'));
  if (other !== undefined) cpSync(other, profile, { recursive: true });
  return profile;
}

export async function startBrowser(profile = newProfile()) {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureBrowser(),
    args: testArguments,
    reducedMotion: 'reduce',
  });
  return { context, profile };
}

/** Visits the start page, and waits until the guide is stored and the worker answers requests. */
export async function visit(context: BrowserContext, site: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(site);
  // Register the worker immediately, without the delay that keeps the network free for a new
  // reader. On a busy machine, fetching and checking the files takes a while.
  await page.evaluate((url) => navigator.serviceWorker.register(url), `${site}worker.js`);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 120_000,
    polling: 50,
  });
  return page;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface Fault {
  /** Matches the affected URLs, relative to the site's URL. */
  readonly path: RegExp;
  readonly change: (answer: Answer) => Answer;
}

/** The host answers requests that have this header as if it had no fault. */
const unchanged = 'x-unchanged';

/** A host for one site. Tests can deploy new versions to it and make it fail. */
export class Host {
  readonly requests: string[] = [];
  fault: Fault | undefined;
  address = '';
  #answer: RequestListener = () => {};
  #server: Server | undefined;
  readonly #port: number;

  /**
   * Creates a host, which starts when its first version is deployed.
   * @param port the port; by default, any free port
   */
  constructor(port = 0) {
    this.#port = port;
  }

  /** Replaces the whole previous version at once, as hosts do. */
  async deploy(version: string): Promise<void> {
    this.#answer = siteListener(version, '/');
    if (this.#server === undefined) await this.#listen();
  }

  stop(): void {
    this.#server?.closeAllConnections();
    this.#server?.close();
    this.#server = undefined;
  }

  async #listen(): Promise<void> {
    const server = createServer((request, response) => {
      if (request.headers[unchanged] !== undefined) return this.#answer(request, response);
      const path = (request.url ?? '/').slice(1);
      this.requests.push(path);
      if (this.fault?.path.test(path) !== true) return this.#answer(request, response);
      void this.#faulty(path, this.fault, request.headers.accept).then(
        ({ status, headers, body }) => response.writeHead(status, headers).end(body),
        () => response.destroy(),
      );
    });
    await new Promise<void>((done) => server.listen(this.#port, '127.0.0.1', done));
    this.#server = server;
    this.address = `http://localhost:${(server.address() as AddressInfo).port}/`;
  }

  async #faulty(path: string, { change }: Fault, accept = '*/*'): Promise<Answer> {
    const good = await fetch(this.address + path, {
      redirect: 'manual',
      headers: { accept, [unchanged]: '' },
    });
    const { 'content-length': _, ...headers } = Object.fromEntries(good.headers);
    return change({ status: good.status, headers, body: Buffer.from(await good.arrayBuffer()) });
  }
}

const [one, two] = studyData('dist').questions;

/** The slugs of two questions and a topic of the first one. By default, small sites have them. */
export const first = one?.slug ?? '';
export const second = two?.slug ?? '';
export const topic = one?.topics[0] ?? '';

/** One or two pages of each kind that behaves differently offline. */
const fewPages = new RegExp(
  `^(404|index|((about|offline|questions/(${first}|${second})|topics/${topic})/index))\\.html$`,
);

/** A small site's files, except its pages and code. */
const parts =
  /^(_headers|favicon\.svg|data\/(study|glossary|search\/(search|terms)|study\/[^/]+)\.json|pagefind\/pagefind[^/]+)$/;

const codeNames = /[\w.-]+\.(?:js|css)\b/g;

/**
 * Returns the names of all code files that the pages can load, whatever the reader does on them.
 */
function codeOf(built: string, pages: readonly string[]): Set<string> {
  const all = new Set(readdirSync(join(built, '_astro')));
  const hasLab = pages.some((page) => page.startsWith('labs/'));
  const names = new Set<string>();
  const follow = (file: string): void => {
    for (const [name] of readFileSync(join(built, file), 'utf8').matchAll(codeNames)) {
      if (!all.has(name) || names.has(name) || (!hasLab && /^lab(-runner)?\./.test(name))) continue;
      names.add(name);
      follow(`_astro/${name}`);
    }
  };
  pages.forEach(follow);
  return names;
}

interface SmallSite {
  /** Matches the site's pages. By default, one or two of each kind. */
  readonly pages?: RegExp;
  /** The folder of the built site that the files come from. */
  readonly built?: string;
  /**
   * Makes the site a separate version: the letter is added to the names of its code files, and its
   * pages have it as `data-version`.
   */
  readonly letter?: string;
}

/**
 * Copies some of a built site's pages, with the code that they can load and some data, so that the
 * site is stored faster. Returns the new site's folder.
 */
export async function smallSite({
  pages = fewPages,
  built = 'dist',
  letter,
}: SmallSite): Promise<string> {
  const dist = mkdtempSync(join(folder, 'site-'));
  const files = siteFiles(built);
  const kept = files.filter((file) => pages.test(file));
  const code = codeOf(built, kept);
  const rename = (name: string): string =>
    code.has(name) && letter !== undefined ? name.replace(/(\.\w+)$/, `-${letter}$1`) : name;
  const copy = (file: string, to: string, change?: (text: string) => string): void => {
    const content = readFileSync(join(built, file));
    mkdirSync(dirname(join(dist, to)), { recursive: true });
    writeFileSync(join(dist, to), change?.(content.toString()) ?? content);
  };
  for (const file of files.filter((name) => parts.test(name))) copy(file, file);
  for (const name of code) {
    copy(`_astro/${name}`, `_astro/${rename(name)}`, (text) => text.replace(codeNames, rename));
  }
  const tag = letter === undefined ? '<html ' : `<html data-version="${letter}" `;
  for (const page of kept) {
    copy(page, page, (html) => html.replace(codeNames, rename).replace('<html ', tag));
  }
  await writeWorker(dist);
  return dist;
}

/**
 * Copies the whole built site, but makes devices store only some pages and their code. Returns the
 * new site's folder.
 */
export async function siteStoring(pages: RegExp): Promise<string> {
  const dist = mkdtempSync(join(folder, 'site-'));
  cpSync('dist', dist, { recursive: true });
  cpSync(join(await smallSite({ pages }), 'worker.js'), join(dist, 'worker.js'));
  return dist;
}

export function versionOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.documentElement.dataset['version']);
}
