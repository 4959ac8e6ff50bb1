/** Opens pages of the built site in a real Chromium. */

import { setTimeout as wait } from 'node:timers/promises';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type CDPSession,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { browserArguments, ensureBrowser } from '../../scripts/find-browser.ts';
import { ensureWholeBrowser } from './find-tools.ts';

/** Chromium flags for pages that are open for only a second. */
const quickArguments = [
  ...browserArguments,
  // Optimizing code takes longer than running it. Even axe runs for only a second.
  '--js-flags=--no-opt --no-maglev',
  '--disable-gpu',
  '--disable-software-rasterizer',
  '--in-process-gpu',
];

export const testArguments = [
  ...quickArguments,
  // A profile's tabs share a process, because starting one takes as long as loading a page.
  '--renderer-process-limit=1',
];

export interface OpenPage {
  readonly page: Page;
  /** Errors from scripts and from the console. */
  readonly errors: string[];
  readonly requests: string[];
}

/**
 * The browser that all test files in this process share, because starting one takes as long as a
 * short test. It ends with the process.
 */
let shared: Browser | undefined;

async function startBrowser(): Promise<Browser> {
  if (shared?.isConnected() !== true) {
    shared = await chromium.launch({ executablePath: ensureBrowser(), args: testArguments });
  }
  return shared;
}

/**
 * Starts a browser in which each tab has its own process, as in readers' browsers. Tabs can then
 * write at the same time.
 */
export function startTabs(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureBrowser(), args: quickArguments });
}

/** Starts a browser that optimizes code, as readers' browsers do, to measure how fast code is. */
export function startOptimizing(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureBrowser(), args: browserArguments });
}

/**
 * Starts a browser with a microphone, to test real recordings.
 * @param sound the sound file that the microphone hears in a loop; without one, it beeps
 */
export function startRecorder(sound?: string): Promise<Browser> {
  const heard = sound === undefined ? [] : [`--use-file-for-fake-audio-capture=${sound}`];
  return chromium.launch({
    executablePath: ensureWholeBrowser(),
    args: [...testArguments, '--use-fake-device-for-media-stream', ...heard],
  });
}

export interface ProfileOptions extends BrowserContextOptions {
  /** The time that the profile's pages see. Tests in which time passes use `page.clock` instead. */
  readonly fixedTime?: number | string;
}

/**
 * How many pages a profile may load before it is replaced. Its process gets slower with each page:
 * after 200 pages, loading one takes 1.6 times as much CPU time.
 */
const maxPages = 30;

/**
 * A browser profile that is emptied between tests, because creating a new one takes longer than
 * loading a page.
 */
class Profile {
  readonly key: string;
  readonly context: BrowserContext;
  /** A blank page that keeps the renderer process alive and deletes what a test stored. */
  readonly #keeper: Page;
  readonly #session: CDPSession;
  readonly #origins = new Set<string>();
  readonly #violations = new Set<string>();
  #pagesLoaded = 0;

  private constructor(key: string, context: BrowserContext, keeper: Page, session: CDPSession) {
    this.key = key;
    this.context = context;
    this.#keeper = keeper;
    this.#session = session;
    context.on('request', (request) => {
      this.#origins.add(new URL(request.url()).origin);
      if (request.isNavigationRequest()) this.#pagesLoaded += 1;
    });
    context.on('console', (message) => {
      const text = message.text();
      if (text.includes('Content Security Policy')) this.#violations.add(text);
    });
  }

  static async start(
    browser: Browser,
    key: string,
    options: BrowserContextOptions,
  ): Promise<Profile> {
    const context = await browser.newContext(options);
    const keeper = await context.newPage();
    return new Profile(key, context, keeper, await context.newCDPSession(keeper));
  }

  /** Returns the content security policy violations on the profile's pages since the last call. */
  takeViolations(): string[] {
    const taken = [...this.#violations];
    this.#violations.clear();
    return taken;
  }

  /**
   * Closes the profile's pages and deletes what they stored. Returns true if the profile can be
   * used again.
   */
  async empty(): Promise<boolean> {
    if (this.#pagesLoaded > maxPages) return false;
    const pages = this.context.pages().filter((page) => page !== this.#keeper);
    const closed = Promise.all(pages.map((page) => page.close())).then(() => true);
    // Chromium 156 sometimes forgets to close a page while another page is replacing it.
    const isClosed = await Promise.race([closed, wait(2000, false, { ref: false })]);
    if (!isClosed || this.#keeper.isClosed()) return false;
    for (const origin of this.#origins) {
      await this.#session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
    }
    this.#origins.clear();
    // A clock that a test has replaced can't be restored.
    return this.key.includes('fixedTime') || (await this.#keeper.evaluate(hasOwnClock));
  }
}

function hasOwnClock(): boolean {
  return `${Date}${setTimeout}`.split('[native code]').length === 3;
}

/** Empty profiles in the shared browser, ready to be reused. */
const emptied: Profile[] = [];
const maxEmptied = 5;

/**
 * Returns a function that opens each page in an empty profile. A test fails if one of its pages or
 * workers violates the content security policy.
 */
export function useBrowser(
  start: () => Promise<Browser> = startBrowser,
): (options?: ProfileOptions) => Promise<OpenPage> {
  let browser: Browser | undefined;
  // Pages opened in `beforeAll` are closed after all tests in the file, and pages opened by a test
  // are closed after the test, because idle pages cost time too.
  const usedByFile: Profile[] = [];
  const usedByTest: Profile[] = [];
  let isInTest = false;
  beforeAll(async () => {
    browser = await start();
  });
  afterAll(async () => {
    await release(usedByFile);
    if (browser !== shared) await browser?.close();
  });
  beforeEach(() => {
    isInTest = true;
  });
  afterEach(async () => {
    isInTest = false;
    const violations = [...usedByFile, ...usedByTest].flatMap((used) => used.takeViolations());
    await release(usedByTest);
    expect(violations).toEqual([]);
  });
  async function release(profiles: Profile[]): Promise<void> {
    for (const profile of profiles.splice(0)) {
      if (browser === shared && (await profile.empty())) emptied.push(profile);
      else await profile.context.close();
    }
    for (const profile of emptied.splice(0, Math.max(0, emptied.length - maxEmptied))) {
      await profile.context.close();
    }
  }
  return async ({ fixedTime, ...given } = {}) => {
    if (browser === undefined) throw new Error('The browser has not started.');
    const options = {
      reducedMotion: 'reduce',
      // With workers, each profile would fetch the whole guide in the background, and the worker
      // would answer instead of the server. tests/offline/offline.test.ts covers workers.
      serviceWorkers: 'block',
      ...given,
    } as const;
    const key = JSON.stringify({ ...options, ...(fixedTime !== undefined && { fixedTime: true }) });
    const index = browser === shared ? emptied.findIndex((profile) => profile.key === key) : -1;
    const profile =
      emptied.splice(index, index === -1 ? 0 : 1)[0] ??
      (await Profile.start(browser, key, options));
    (isInTest ? usedByTest : usedByFile).push(profile);
    if (fixedTime !== undefined) await profile.context.clock.setFixedTime(fixedTime);
    const page = await profile.context.newPage();
    const errors: string[] = [];
    const requests: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    page.on('request', (request) => requests.push(request.url()));
    return { page, errors, requests };
  };
}

/** Waits until the page frame's script has run. It loads after the page. */
export async function frameScript(page: Page): Promise<void> {
  // Poll at an interval rather than at each paint, because background pages aren't painted.
  await page.waitForFunction(() => customElements.get('site-search') !== undefined, undefined, {
    polling: 50,
  });
}

export async function lateSheet(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.styleSheets].some(({ href }) => href?.includes('/late.')),
  );
}
