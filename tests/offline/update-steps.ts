/**
 * Helpers for update tests: a host with three versions of a site, and a browser that has one of
 * them.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { listFiles } from '../../src/integrations/offline.ts';
import { subject } from '../search/search-steps.ts';
import { frameScript } from '../support/browser.ts';
import {
  type Answer,
  first,
  Host,
  newProfile,
  smallSite,
  startBrowser,
  useFolder,
  visit,
} from './offline-steps.ts';

/** A host that starts with version A, and the browser that visits it. */
class Visits {
  /** The folders of the site's three versions. */
  A = '';
  B = '';
  C = '';
  site = '';
  host = new Host();
  context!: BrowserContext;
  #profile = '';
  /** The profile of a reader who has version A. */
  #installed = '';

  async makeVersions(): Promise<void> {
    [this.A = '', this.B = '', this.C = ''] = await Promise.all(
      ['A', 'B', 'C'].map((letter) => smallSite({ letter })),
    );
    await this.host.deploy(this.A);
    this.site = this.host.address;
    const browser = await startBrowser();
    await visit(browser.context, this.site);
    await browser.context.close();
    this.host.stop();
    this.#installed = browser.profile;
  }

  async startHost(): Promise<void> {
    this.host = new Host(Number(new URL(this.site).port));
    await this.host.deploy(this.A);
  }

  async startNew(): Promise<void> {
    await this.#start(newProfile());
  }

  /** Starts a browser with the profile of the browser that was closed. */
  async startAgain(): Promise<void> {
    await this.#start(this.#profile);
  }

  async #start(folder: string): Promise<void> {
    const { context, profile } = await startBrowser(folder);
    this.context = context;
    this.#profile = profile;
  }

  /** Starts a browser that has version A, and opens the start page. */
  async visitAgain(): Promise<Page> {
    await this.#start(newProfile(this.#installed));
    return visit(this.context, this.site);
  }

  /** Opens a tab, which makes the browser check for a newer version. */
  async openTab(path = ''): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(this.site + path);
    return page;
  }

  async worksOffline(page: Page): Promise<void> {
    this.host.stop();
    expect((await page.goto(`${this.site}questions/${first}/`))?.status()).toBe(200);
  }
}

/** Makes three versions of a small site. Each test gets a host with version A. */
export function useVisits(): Visits {
  const visits = new Visits();
  useFolder();
  beforeAll(() => visits.makeVersions());
  beforeEach(() => visits.startHost());
  afterEach(async () => {
    await visits.context.close();
    visits.host.stop();
  });
  return visits;
}

export const line = (page: Page) => page.getByRole('region', { name: 'Update' });

export async function goOver(page: Page, label: string, letter: string): Promise<void> {
  await line(page).getByRole('button', { name: label }).click();
  await page.waitForFunction(
    (wanted) => document.documentElement.dataset['version'] === wanted,
    letter,
    { polling: 50 },
  );
}

/** Uses search, whose code loads on first use. */
export async function search(page: Page): Promise<void> {
  await frameScript(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search the guide' }).fill(subject);
  await page.locator('dialog').getByRole('group', { name: 'Questions' }).waitFor();
}
export async function openNote(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Note', exact: true }).click();
  await page.getByRole('textbox', { name: 'Private note' }).waitFor();
}

/** Returns the names of all caches, and the URLs of the stored files, relative to the site. */
export const stored = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    const files = lists.flat().map(({ url }) => new URL(url).pathname.slice(1));
    return { names, files };
  });
/** Returns true if every file that a version lists as precached is stored. */
export async function isWhole(page: Page, folder: string): Promise<boolean> {
  const { files } = await stored(page);
  return listFiles(folder).precached.every(([url]) => files.includes(url));
}

/** Checks for a newer version and waits until it is installed or refused. */
export function update(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const arriving = registration.installing;
    if (arriving === null) return 'none';
    return new Promise<string>((resolve) => {
      arriving.addEventListener('statechange', () => resolve(arriving.state));
    });
  });
}

export const isInstalling = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return (registration?.installing ?? null) !== null;
  });

/** Returns a response like that of a captive portal, a sign-in page, or a catch-all fallback. */
export const portal = (): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<!doctype html><title>Sign in</title><h1>PORTAL</h1>'),
});
export const isPortal = (page: Page) =>
  page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const key of await cache.keys()) {
        if ((await (await cache.match(key))?.text())?.includes('PORTAL')) return true;
      }
    }
    return false;
  });

export const cut = ({ body, ...rest }: Answer): Answer => ({
  ...rest,
  headers: { ...rest.headers, 'cache-control': 'public, max-age=31536000, immutable' },
  body: body.subarray(0, -100),
});
export const missing = (answer: Answer): Answer => ({ ...answer, status: 404 });

export const make = (page: Page) =>
  page.getByRole('button', { name: 'Make the guide available offline' });
export const remove = (page: Page) =>
  page.getByRole('button', { name: 'Delete the guide from this device' });
export const there = (page: Page) =>
  page.getByText(/The guide is on this device: [\d.]+ [kM]B\./).waitFor();
export const gone = (page: Page) =>
  page.getByText('The guide isn’t saved on this device').waitFor();
