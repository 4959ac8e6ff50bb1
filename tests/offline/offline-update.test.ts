import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { listFiles } from '../../src/integrations/offline.ts';
import { faultsOf } from '../accessibility/axe-steps.ts';
import { startClock } from '../practice/practice-steps.ts';
import { subject } from '../search/search-steps.ts';
import { level } from '../sets/set-steps.ts';
import { frameScript } from '../support/browser.ts';
import { sampled } from '../support/sampled.ts';
import { keyOf } from '../support/stored-records.ts';
import {
  type Answer,
  first,
  Host,
  newProfile,
  second,
  smallSite,
  startBrowser,
  topic,
  useFolder,
  versionOf,
  visit,
} from './offline-steps.ts';

/** Matches the pages for a reader with an unfinished answer. */
const withPractice = new RegExp(
  `^(404|index|((offline|practice|questions/(${first}|${second}))/index))\\.html$`,
);

useFolder();
let A: string;
let B: string;
let C: string;
let host: Host;
let context: BrowserContext;
let profile: string;
let site: string;
/** The profile of a reader who has version A. */
let installed: string;

beforeAll(async () => {
  [A = '', B = '', C = ''] = await Promise.all(
    ['A', 'B', 'C'].map((letter) => smallSite({ letter })),
  );
  const earlier = new Host();
  await earlier.deploy(A);
  site = earlier.address;
  const browser = await startBrowser();
  await visit(browser.context, site);
  await browser.context.close();
  earlier.stop();
  installed = browser.profile;
});
beforeEach(async () => {
  host = new Host(Number(new URL(site).port));
  await host.deploy(A);
});
afterEach(async () => {
  await context.close();
  host.stop();
});

/** Starts a browser that has never visited the guide. */
async function startNew(): Promise<void> {
  ({ context, profile } = await startBrowser());
}

/** Starts a browser that has version A, and opens the start page. */
async function visitAgain(): Promise<Page> {
  ({ context, profile } = await startBrowser(newProfile(installed)));
  return visit(context, site);
}

/** Opens a tab, which makes the browser check for a newer version. */
async function openTab(path = ''): Promise<Page> {
  const page = await context.newPage();
  await page.goto(site + path);
  return page;
}

/** The update bar. */
const line = (page: Page) => page.getByRole('region', { name: 'Update' });

/** Presses a button of the update bar and waits for the newer version of the page. */
async function goOver(page: Page, label: string, letter: string): Promise<void> {
  await line(page).getByRole('button', { name: label }).click();
  await page.waitForFunction(
    (wanted) => document.documentElement.dataset['version'] === wanted,
    letter,
    { polling: 50 },
  );
}

/** Uses two features of a question page whose code loads on first use. */
async function search(page: Page): Promise<void> {
  await frameScript(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search the guide' }).fill(subject);
  await page.locator('dialog').getByRole('group', { name: 'Questions' }).waitFor();
}
async function openNote(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Note', exact: true }).click();
  await page.getByRole('textbox', { name: 'Private note' }).waitFor();
}

/**
 * Returns the URLs in all caches, below the site and without revisions, and the texts of damaged
 * responses.
 */
const stored = (page: Page) =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    const files = lists.flat().map(({ url }) => new URL(url).pathname.slice(1));
    return { names, files };
  });
/** True if everything that a version lists is stored. */
async function isWhole(page: Page, folder: string): Promise<boolean> {
  const { files } = await stored(page);
  return listFiles(folder).precached.every(([url]) => files.includes(url));
}

/** Checks for a newer version and waits until it is installed or refused. */
function update(page: Page): Promise<string> {
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

/** True while a version is downloading. */
const isInstalling = (page: Page) =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return (registration?.installing ?? null) !== null;
  });

/** Returns the response of a captive portal, a sign-in page, or a catch-all fallback. */
const portal = (): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: Buffer.from('<!doctype html><title>Sign in</title><h1>PORTAL</h1>'),
});
const isPortal = (page: Page) =>
  page.evaluate(async () => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const key of await cache.keys()) {
        if ((await (await cache.match(key))?.text())?.includes('PORTAL')) return true;
      }
    }
    return false;
  });

describe('a newer version of the guide', () => {
  it('waits, says so, and takes over with consent; unfinished work stays', async () => {
    const [before = '', after = ''] = await Promise.all(
      ['A', 'B'].map((letter) => smallSite({ letter, pages: withPractice })),
    );
    await startNew();
    await host.deploy(before);
    const reading = await visit(context, site);
    await reading.goto(`${site}questions/${first}/`);
    const practice = await openTab(`practice/#1.level.${level}`);
    const room = practice.locator('practice-room[data-ready]');
    await room.waitFor();
    await startClock(practice);
    const answer = room.getByRole('textbox').first();
    await answer.fill('A version is a promise.');
    await host.deploy(after);
    expect(await update(practice)).toBe('installed');
    await line(reading).getByText('A newer version of the guide is ready.').waitFor();
    expect(await faultsOf(reading, 'the line')).toEqual([]);
    await search(reading);
    await reading.goto(`${site}questions/${second}/`);
    await line(reading).getByRole('button', { name: 'Later' }).click();
    await reading.goto(`${site}questions/${first}/`);
    expect(await versionOf(reading)).toBe('A');
    expect(await line(reading).count()).toBe(0);
    await goOver(practice, 'Update now', 'B');
    await expect.poll(() => answer.inputValue()).toBe('A version is a promise.');
    // The other tab keeps working, even with code that it hasn't loaded yet.
    await line(reading).getByText('This page still works').waitFor();
    await openNote(reading);
    expect(await versionOf(reading)).toBe('A');
    await goOver(reading, 'Reload this page', 'B');
  });

  it('fetches only what is new, keeps a tab working that is two versions behind, and cleans up after the last one', async () => {
    const reading = await visitAgain();
    const old = await openTab(`questions/${first}/`);
    host.requests.length = 0;
    await host.deploy(B);
    // This makes the browser check for a newer version.
    await reading.goto(site);
    await goOver(reading, 'Update now', 'B');
    expect(host.requests.filter((path) => /^(data|pagefind)\//.test(path))).toEqual([]);
    expect(host.requests).toContain(`questions/${second}/`);
    await host.deploy(C);
    await reading.goto(`${site}about/`);
    await goOver(reading, 'Update now', 'C');
    await openNote(old);
    await search(old);
    expect(await versionOf(old)).toBe('A');
    await old.close();
    await reading.close();
    for (const page of context.pages()) await page.goto('about:blank');
    const next = await openTab();
    expect(await versionOf(next)).toBe('C');
    const listed = listFiles(C).precached.map(([url]) => url);
    await expect.poll(async () => (await stored(next)).files.sort()).toEqual(listed.sort());
  });
});

const cut = ({ body, ...rest }: Answer): Answer => ({
  ...rest,
  headers: { ...rest.headers, 'cache-control': 'public, max-age=31536000, immutable' },
  body: body.subarray(0, -100),
});
const missing = (answer: Answer): Answer => ({ ...answer, status: 404 });
const flipped = ({ body, ...rest }: Answer): Answer => {
  const other = Buffer.from(body);
  other[200] = (other[200] ?? 0) ^ 1;
  return { ...rest, body: other };
};
const faults: readonly (readonly [
  name: string,
  path: RegExp,
  change: (answer: Answer) => Answer,
])[] = [
  ['truncated and said to last forever', /^_astro\/search-dialog\./, cut],
  [
    'of the wrong type',
    /^_astro\/every-page\./,
    (answer) => ({ ...answer, headers: { 'content-type': 'text/plain' } }),
  ],
  ['a page with one flipped bit', new RegExp(`^questions/${second}/$`), flipped],
  ['not there', /^_astro\/search-dialog\./, missing],
  [
    'an error that is said to last forever',
    /^data\/study/,
    (answer) => ({ ...cut(answer), status: 500 }),
  ],
  [
    'a data file of the wrong type',
    /^data\/study/,
    (answer) => ({ ...answer, headers: { 'content-type': 'text/html' } }),
  ],
  ['answered with a page', /^_astro\/every-page\./, portal],
];

describe('a file that is damaged', () => {
  it('isn’t stored, and the next visit requests it again', async () => {
    const page = await visitAgain();
    const isStored = async (path: RegExp) =>
      (await stored(page)).files.some((file) => path.test(file));
    for (const [name, path, change] of sampled(faults, 2)) {
      await page.evaluate(async (source) => {
        const cache = await caches.open('guide:/:precache');
        const keys = await cache.keys();
        const isIt = ({ url }: Request) => new RegExp(source).test(new URL(url).pathname.slice(1));
        await Promise.all(keys.filter(isIt).map((key) => cache.delete(key)));
      }, path.source);
      host.fault = { path, change };
      host.requests.length = 0;
      await page.goto(`${site}about/`);
      await expect
        .poll(() => host.requests.some((asked) => path.test(asked)), { message: name })
        .toBe(true);
      // The worker answers only after it has finished earlier requests.
      await page.goto(`${site}offline/`);
      await page.getByText('The guide isn’t on this device yet').waitFor();
      expect(await isStored(path), name).toBe(false);
      host.fault = undefined;
      await page.goto(`${site}about/`);
      // Everything must be stored first. Otherwise, files still in transit would be stored despite
      // the next fault.
      await expect.poll(() => isWhole(page, A), { message: name }).toBe(true);
    }
  });

  it('on the disk heals when a page can’t run its script: the worker checks what it has stored', async () => {
    const before = await visitAgain();
    const broken = await before.evaluate(async () => {
      const cache = await caches.open('guide:/:precache');
      const keys = await cache.keys();
      const script = keys.find(({ url }) =>
        new URL(url).pathname.startsWith('/_astro/every-page.'),
      );
      const other = keys.find(({ url }) => new URL(url).pathname === '/data/study.json');
      const headers = { 'content-type': 'text/javascript' };
      for (const key of [script, other]) {
        if (key) await cache.put(key, new Response('cut in the middle of (', { headers }));
      }
      return [script?.url ?? '', other?.url ?? ''];
    });
    const areRight = (page: Page) =>
      page.evaluate(async (urls) => {
        const cache = await caches.open('guide:/:precache');
        const texts = await Promise.all(
          urls.map(async (url) => (await cache.match(url))?.text() ?? ''),
        );
        return texts.every((text) => !text.startsWith('cut') && text.length > 100);
      }, broken);
    expect(await areRight(before)).toBe(false);
    // A page in the same process would use the script that is in memory.
    await context.close();
    ({ context } = await startBrowser(profile));
    const page = await context.newPage();
    await page.goto(`${site}about/`);
    await expect.poll(() => areRight(page)).toBe(true);
    expect(await isWhole(page, A)).toBe(true);
    // Without the host, the stored script runs.
    host.stop();
    await page.goto(site);
    await search(page);
  });

  it('prevents the first version; the next visit installs it', async () => {
    await startNew();
    host.fault = { path: /^_astro\/search-dialog\./, change: cut };
    const page = await context.newPage();
    await page.goto(`${site}about/`);
    await expect.poll(() => isInstalling(page)).toBe(true);
    await expect.poll(() => isInstalling(page)).toBe(false);
    expect(await page.evaluate(() => navigator.serviceWorker.controller === null)).toBe(true);
    expect(
      (await stored(page)).files.filter((file) => file.startsWith('_astro/search-dialog.')),
    ).toEqual([]);
    host.fault = undefined;
    await visit(context, site);
    expect(await isWhole(page, A)).toBe(true);
  });

  it('prevents an update, like one that is missing, and the previous version works; the next visit installs the update', async () => {
    const page = await visitAgain();
    await host.deploy(B);
    host.fault = { path: /^_astro\/every-page\./, change: missing };
    expect(await update(page)).toBe('redundant');
    host.fault = { path: /^_astro\/every-page\./, change: cut };
    expect(await update(page)).toBe('redundant');
    await page.goto(`${site}questions/${first}/`);
    expect(await versionOf(page)).toBe('A');
    await search(page);
    host.fault = undefined;
    await page.goto(site);
    await goOver(page, 'Update now', 'B');
  });
});

describe('a portal', () => {
  it('that answers every request after the worker is never stored', async () => {
    await startNew();
    host.fault = {
      path: /^(?!worker\.js)/,
      change: (answer) => (host.requests.includes('worker.js') ? portal() : answer),
    };
    const page = await context.newPage();
    await page.goto(`${site}about/`);
    await expect.poll(() => host.requests.includes('worker.js')).toBe(true);
    await expect.poll(() => host.requests.at(-1)).not.toBe('worker.js');
    // This waits until the attempt has failed. An earlier visit would wait for this attempt instead
    // of starting a new one.
    await expect.poll(() => isInstalling(page)).toBe(false);
    expect(await isPortal(page)).toBe(false);
    host.fault = undefined;
    await visit(context, site);
    expect(await isWhole(page, A)).toBe(true);
    expect(await isPortal(page)).toBe(false);
  });

  it('is not stored for opened files, but the guide’s own file is', async () => {
    const page = await visitAgain();
    host.fault = { path: new RegExp(`^topics/${topic}/$`), change: portal };
    await page.goto(`${site}topics/${topic}/`);
    expect(await page.title()).toBe('Sign in');
    await page.goto(site);
    expect(await isPortal(page)).toBe(false);
    host.fault = undefined;
    await page.goto(`${site}topics/${topic}/`);
    await expect.poll(async () => (await stored(page)).files).toContain(`topics/${topic}/`);
    await page.goto(`${site}no/such/page/`);
    host.stop();
    expect((await page.goto(`${site}topics/${topic}/`))?.status()).toBe(200);
    const { files } = await stored(page);
    expect(files.filter((file) => /404|no\/such/.test(file))).toEqual([]);
  });
});

describe('a browser that is killed in the middle of an update', () => {
  it('has the complete previous version, and gets the update on the next visit', async () => {
    const page = await visitAgain();
    await host.deploy(B);
    let sent = 0;
    const { promise: half, resolve } = Promise.withResolvers<void>();
    host.fault = {
      path: /./,
      change: (answer) => {
        sent += 1;
        if (sent === 30) resolve();
        return answer;
      },
    };
    void update(page).catch(() => {});
    await half;
    const session = await context.newCDPSession(page);
    void session.send('Browser.crash').catch(() => {});
    await context.waitForEvent('close');
    host.fault = { path: /./, change: (answer) => ({ ...answer, status: 503 }) };
    ({ context } = await startBrowser(profile));
    const next = await openTab(`questions/${first}/`);
    expect(await versionOf(next)).toBe('A');
    expect(await isWhole(next, A)).toBe(true);
    host.fault = undefined;
    await next.goto(site);
    await goOver(next, 'Update now', 'B');
  });
});

describe('a full disk', () => {
  it('leaves the previous version, and room for the reader’s own records', async () => {
    const page = await visitAgain();
    const session = await context.newCDPSession(page);
    const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    const { origin } = new URL(site);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 300_000 });
    await host.deploy(B);
    expect(await update(page)).toBe('redundant');
    expect((await stored(page)).files.filter((file) => file.includes('-B.'))).toEqual([]);
    await page.goto(`${site}questions/${first}/`);
    expect(await versionOf(page)).toBe('A');
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await page.goto(site);
    await goOver(page, 'Update now', 'B');
  });
});

describe('the offline page', () => {
  const make = (page: Page) =>
    page.getByRole('button', { name: 'Make the guide available offline' });
  const remove = (page: Page) =>
    page.getByRole('button', { name: 'Delete the guide from this device' });
  const there = (page: Page) =>
    page.getByText(/The guide is on this device: [\d.]+ [kM]B\./).waitFor();
  const gone = (page: Page) => page.getByText('The guide isn’t saved on this device').waitFor();
  const worksOffline = async (page: Page) => {
    host.stop();
    expect((await page.goto(`${site}questions/${first}/`))?.status()).toBe(200);
  };

  it('shows how much is stored, deletes it permanently, and restores it without a reload', async () => {
    const page = await visitAgain();
    const registrations = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
    await page.goto(`${site}offline/`);
    await there(page);
    expect(await faultsOf(page, 'the page')).toEqual([]);
    // The script was loaded before. Chromium writes compiled code back to the script's cache, which
    // recreates a deleted cache as an empty one.
    await frameScript(page);
    await remove(page).click();
    await gone(page);
    expect((await stored(page)).files).toEqual([]);
    await make(page).click();
    await there(page);
    expect(await isWhole(page, A)).toBe(true);
    await remove(page).click();
    await gone(page);
    await page.goto(site, { waitUntil: 'load' });
    expect(await registrations()).toBe(0);
    await page.goto(`${site}offline/`);
    await make(page).click();
    await there(page);
    await worksOffline(page);
  });

  it('turns offline reading off in a tab that was about to download the guide', async () => {
    await startNew();
    const asksForWorker = async (isOff: boolean): Promise<boolean> => {
      const page = await context.newPage();
      await page.clock.install();
      await page.addInitScript(() => {
        navigator.serviceWorker.register = () => {
          document.documentElement.dataset['asked'] = 'yes';
          return new Promise(() => {});
        };
      });
      await page.goto(`${site}about/`);
      await frameScript(page);
      // The offline page does the same in another tab.
      if (isOff) await page.evaluate((key) => localStorage.setItem(key, 'off'), keyOf('offline'));
      await page.clock.runFor(3000);
      return (await page.locator('html[data-asked]').count()) > 0;
    };
    expect(await asksForWorker(false)).toBe(true);
    expect(await asksForWorker(true)).toBe(false);
  });

  it('does the same while another tab is open, with and without a reload in between', async () => {
    const other = await visitAgain();
    const page = await openTab('offline/');
    await there(page);
    await remove(page).click();
    await gone(page);
    // Pages that the other tab opens meanwhile aren't stored.
    await other.goto(`${site}topics/${topic}/`);
    expect((await stored(page)).files).toEqual([]);
    await make(page).click();
    await there(page);
    await remove(page).click();
    await gone(page);
    await page.reload();
    await gone(page);
    await make(page).click();
    await there(page);
    await worksOffline(other);
  });

  it('shows that the browser has cleared the stored files, and any visit restores them', async () => {
    const page = await visitAgain();
    const clear = () =>
      page.evaluate(async () => {
        for (const name of await caches.keys()) await caches.delete(name);
      });
    await page.goto(`${site}offline/`);
    await there(page);
    await clear();
    host.fault = { path: /^questions\//, change: (answer) => ({ ...answer, status: 503 }) };
    await page.reload();
    await page.getByText('The guide isn’t on this device yet').waitFor();
    host.fault = undefined;
    await page.goto(`${site}about/`);
    await expect.poll(() => isWhole(page, A)).toBe(true);
    await worksOffline(page);
  });

  it('works when no script of the site can be loaded', async () => {
    const page = await visitAgain();
    const scripts = /^_astro\//;
    await page.evaluate(async () => {
      const cache = await caches.open('guide:/:precache');
      const keys = await cache.keys();
      const isScript = ({ url }: Request) => new URL(url).pathname.startsWith('/_astro/');
      await Promise.all(keys.filter(isScript).map((key) => cache.delete(key)));
    });
    await (await context.newCDPSession(page)).send('Network.clearBrowserCache');
    host.fault = { path: scripts, change: portal };
    await page.goto(`${site}offline/`);
    await page.getByText('The guide isn’t on this device yet').waitFor();
    expect(await page.evaluate(() => customElements.get('site-search') === undefined)).toBe(true);
    await remove(page).click();
    await gone(page);
    await make(page).click();
    await page.getByText('That didn’t work').waitFor();
    host.fault = undefined;
    await make(page).click();
    await there(page);
  });
});

describe('a reader with the version that stored one compressed file', () => {
  it('gets the new one like any update, and nothing is left of the old one', async () => {
    await startNew();
    // A simplified worker of that version, with its caches and messages.
    const old = `
      const names = { files: 'guide:/:files', pages: 'guide:/:unpacked:packs/0.pack' };
      addEventListener('install', (event) => event.waitUntil((async () => {
        const files = await caches.open(names.files);
        await files.put('/_astro/old.js', new Response('PORTAL', { headers: { 'content-type': 'text/html' } }));
        const pages = await caches.open(names.pages);
        for (const path of ['', 'about/']) {
          const html = (await (await fetch('/' + path)).text()).replace('data-version="A"', 'data-version="0"');
          await pages.put('/' + path + 'index.html', new Response(html, { headers: { 'content-type': 'text/html' } }));
        }
        await (await caches.open('guide:/:fetched')).put('/print/', new Response('PORTAL'));
      })()));
      addEventListener('activate', (event) => event.waitUntil(clients.claim()));
      addEventListener('message', ({ data }) => { if (data === 'take-over') skipWaiting(); });
      addEventListener('fetch', (event) => {
        const { pathname } = new URL(event.request.url);
        const file = pathname.endsWith('/') ? pathname + 'index.html' : pathname;
        event.respondWith(caches.match(file).then((found) => found ?? fetch(event.request)));
      });`;
    host.fault = {
      path: /^worker\.js$/,
      change: ({ headers, ...answer }) => ({
        ...answer,
        headers: { ...headers, etag: '"old"' },
        body: Buffer.from(old),
      }),
    };
    const page = await visit(context, site);
    await page.goto(site);
    expect(await versionOf(page)).toBe('0');
    host.fault = undefined;
    await page.goto(`${site}about/`);
    await line(page).getByText('A newer version of the guide is ready.').waitFor();
    expect(await versionOf(page)).toBe('0');
    await goOver(page, 'Update now', 'A');
    for (const tab of context.pages()) await tab.goto('about:blank');
    await page.close();
    const next = await openTab();
    await expect.poll(async () => (await stored(next)).names).toEqual(['guide:/:precache']);
    expect(await isWhole(next, A)).toBe(true);
    host.stop();
    expect((await next.goto(`${site}questions/${second}/`))?.status()).toBe(200);
  });
});
