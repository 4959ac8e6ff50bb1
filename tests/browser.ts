/** A real Chromium for the tests of the built site. */
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { browserArguments, ensureBrowser } from '../scripts/find-browser.ts';
import { ensureWholeBrowser } from './find-tools.ts';

/** Chromium flags for pages that are open for a second. */
const quickArguments = [
  ...browserArguments,
  // Optimizing code takes longer than the code then runs, and axe alone runs for a second.
  '--js-flags=--no-opt --no-maglev',
  '--disable-gpu',
  '--disable-software-rasterizer',
];

export const testArguments = [
  ...quickArguments,
  // Tabs of a profile share a process, because starting one takes as long as loading a page.
  '--renderer-process-limit=1',
];

/** A page with its errors and requests. */
export interface OpenPage {
  readonly page: Page;
  /** Errors in scripts and on the console. */
  readonly errors: string[];
  /** URLs of all requests. */
  readonly requests: string[];
}

/**
 * One browser for all test files of this process, because starting one takes as long as a short
 * test. It ends with the process.
 */
let shared: Browser | undefined;

async function startBrowser(): Promise<Browser> {
  if (shared?.isConnected() !== true) {
    shared = await chromium.launch({ executablePath: ensureBrowser(), args: testArguments });
  }
  return shared;
}

/** A browser in which each tab has its own process, as for readers: they write at the same time. */
export function startTabs(): Promise<Browser> {
  return chromium.launch({ executablePath: ensureBrowser(), args: quickArguments });
}

/** A browser with a microphone that beeps: recording is tested for real. */
export function startRecorder(): Promise<Browser> {
  return chromium.launch({
    executablePath: ensureWholeBrowser(),
    args: [...testArguments, '--use-fake-device-for-media-stream'],
  });
}

/**
 * Returns a function that opens pages in fresh profiles, which share nothing. A test fails if any
 * of its pages or workers did something that the content security policy forbids.
 */
export function useBrowser(
  start: () => Promise<Browser> = startBrowser,
): (options?: BrowserContextOptions) => Promise<OpenPage> {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await start();
  });
  // Pages opened before all tests of a file are closed after the file.
  afterAll(async () => {
    await Promise.all(openedInFile.map((context) => context.close()));
    if (browser !== shared) await browser?.close();
  });
  const openedInFile: BrowserContext[] = [];
  const violations = new Set<string>();
  // Pages opened by a test are closed after it: idle pages still cost time.
  const openedInTest = new Set<BrowserContext>();
  let isInTest = false;
  beforeEach(() => {
    isInTest = true;
  });
  afterEach(async () => {
    isInTest = false;
    await Promise.all([...openedInTest].map((context) => context.close()));
    openedInTest.clear();
    const found = [...violations];
    violations.clear();
    expect(found).toEqual([]);
  });
  return async (options = {}) => {
    if (browser === undefined) throw new Error('The browser has not started.');
    const context = await browser.newContext({
      reducedMotion: 'reduce',
      // Each profile would fetch the whole guide in the background, and pages would come from the
      // worker instead of the server; tests/offline.test.ts tests that.
      serviceWorkers: 'block',
      ...options,
    });
    if (isInTest) openedInTest.add(context);
    else openedInFile.push(context);
    context.on('console', (message) => {
      if (message.text().includes('Content Security Policy')) violations.add(message.text());
    });
    const page = await context.newPage();
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

/** Waits until the script of the page frame has run: it is loaded after the page (`scripts/frame-script.ts`). */
export async function frameScript(page: Page): Promise<void> {
  // Polling instead of at each paint, because a page in the background isn't painted.
  await page.waitForFunction(() => customElements.get('site-search') !== undefined, undefined, {
    polling: 50,
  });
}

/** Waits for the stylesheet that the frame's script adds, which has the print styles. */
export async function lateSheet(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.styleSheets].some(({ href }) => href?.includes('/late.')),
  );
}
