import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { faultsOf } from '../accessibility/axe-steps.ts';
import { type Answer, first, second, topic, versionOf, visit } from '../offline/offline-steps.ts';
import {
  cut,
  gone,
  goOver,
  isInstalling,
  isPortal,
  isWhole,
  line,
  make,
  missing,
  portal,
  remove,
  search,
  stored,
  there,
  update,
  useVisits,
} from '../offline/update-steps.ts';
import { frameScript } from '../support/browser.ts';
import { keyOf } from '../support/stored-records.ts';

const visits = useVisits();

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
    const page = await visits.visitAgain();
    const isStored = async (path: RegExp) =>
      (await stored(page)).files.some((file) => path.test(file));
    for (const [name, path, change] of faults) {
      await page.evaluate(async (source) => {
        const cache = await caches.open('guide:/:precache');
        const keys = await cache.keys();
        const isIt = ({ url }: Request) => new RegExp(source).test(new URL(url).pathname.slice(1));
        await Promise.all(keys.filter(isIt).map((key) => cache.delete(key)));
      }, path.source);
      visits.host.fault = { path, change };
      visits.host.requests.length = 0;
      await page.goto(`${visits.site}about/`);
      await expect
        .poll(() => visits.host.requests.some((asked) => path.test(asked)), { message: name })
        .toBe(true);
      // Open the offline page first, so that the worker has time to handle the response.
      await page.goto(`${visits.site}offline/`);
      await page.getByText('The guide isn’t on this device yet').waitFor();
      expect(await isStored(path), name).toBe(false);
      visits.host.fault = undefined;
      await page.goto(`${visits.site}about/`);
      // Wait until everything is stored. Otherwise, files in transit would be stored despite the
      // next fault.
      await expect.poll(() => isWhole(page, visits.A), { message: name }).toBe(true);
    }
  });

  it('prevents the first version; the next visit installs it', async () => {
    await visits.startNew();
    visits.host.fault = { path: /^_astro\/search-dialog\./, change: cut };
    const page = await visits.context.newPage();
    await page.goto(`${visits.site}about/`);
    await expect.poll(() => isInstalling(page)).toBe(true);
    await expect.poll(() => isInstalling(page)).toBe(false);
    expect(await page.evaluate(() => navigator.serviceWorker.controller === null)).toBe(true);
    expect(
      (await stored(page)).files.filter((file) => file.startsWith('_astro/search-dialog.')),
    ).toEqual([]);
    visits.host.fault = undefined;
    await visit(visits.context, visits.site);
    expect(await isWhole(page, visits.A)).toBe(true);
  });

  it('on the disk heals when a page can’t run its script: the worker checks what it has stored', async () => {
    const before = await visits.visitAgain();
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
    // A page in the same process would use the script from memory.
    await visits.context.close();
    await visits.startAgain();
    const page = await visits.context.newPage();
    await page.goto(`${visits.site}about/`);
    await expect.poll(() => areRight(page)).toBe(true);
    expect(await isWhole(page, visits.A)).toBe(true);
    // Without the host, the stored script must run.
    visits.host.stop();
    await page.goto(visits.site);
    await search(page);
  });

  it('prevents an update, like one that is missing, and the previous version works; the next visit installs the update', async () => {
    const page = await visits.visitAgain();
    await visits.host.deploy(visits.B);
    visits.host.fault = { path: /^_astro\/every-page\./, change: missing };
    expect(await update(page)).toBe('redundant');
    visits.host.fault = { path: /^_astro\/every-page\./, change: cut };
    expect(await update(page)).toBe('redundant');
    await page.goto(`${visits.site}questions/${first}/`);
    expect(await versionOf(page)).toBe('A');
    await search(page);
    visits.host.fault = undefined;
    await page.goto(visits.site);
    await goOver(page, 'Update now', 'B');
  });
});

describe('a portal', () => {
  it('is not stored for opened files, but the guide’s own file is', async () => {
    const page = await visits.visitAgain();
    visits.host.fault = { path: new RegExp(`^topics/${topic}/$`), change: portal };
    await page.goto(`${visits.site}topics/${topic}/`);
    expect(await page.title()).toBe('Sign in');
    await page.goto(visits.site);
    expect(await isPortal(page)).toBe(false);
    visits.host.fault = undefined;
    await page.goto(`${visits.site}topics/${topic}/`);
    await expect.poll(async () => (await stored(page)).files).toContain(`topics/${topic}/`);
    await page.goto(`${visits.site}no/such/page/`);
    visits.host.stop();
    expect((await page.goto(`${visits.site}topics/${topic}/`))?.status()).toBe(200);
    const { files } = await stored(page);
    expect(files.filter((file) => /404|no\/such/.test(file))).toEqual([]);
  });

  it('that answers every request after the worker is never stored', async () => {
    await visits.startNew();
    visits.host.fault = {
      path: /^(?!worker\.js)/,
      change: (answer) => (visits.host.requests.includes('worker.js') ? portal() : answer),
    };
    const page = await visits.context.newPage();
    await page.goto(`${visits.site}about/`);
    await expect.poll(() => visits.host.requests.includes('worker.js')).toBe(true);
    await expect.poll(() => visits.host.requests.at(-1)).not.toBe('worker.js');
    // Wait until the attempt has failed. Otherwise, the next visit would wait for this attempt
    // instead of starting a new one.
    await expect.poll(() => isInstalling(page)).toBe(false);
    expect(await isPortal(page)).toBe(false);
    visits.host.fault = undefined;
    await visit(visits.context, visits.site);
    expect(await isWhole(page, visits.A)).toBe(true);
    expect(await isPortal(page)).toBe(false);
  });
});

describe('a full disk', () => {
  it('leaves the previous version, and room for the reader’s own records', async () => {
    const page = await visits.visitAgain();
    const session = await visits.context.newCDPSession(page);
    const usage = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    const { origin } = new URL(visits.site);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 300_000 });
    await visits.host.deploy(visits.B);
    expect(await update(page)).toBe('redundant');
    expect((await stored(page)).files.filter((file) => file.includes('-B.'))).toEqual([]);
    await page.goto(`${visits.site}questions/${first}/`);
    expect(await versionOf(page)).toBe('A');
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await page.goto(visits.site);
    await goOver(page, 'Update now', 'B');
  });
});

describe('the offline page', () => {
  it('shows how much is stored, deletes it permanently, and restores it without a reload', async () => {
    const page = await visits.visitAgain();
    const registrations = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
    await page.goto(`${visits.site}offline/`);
    await there(page);
    expect(await faultsOf(page, 'the page')).toEqual([]);
    // The script has been loaded before, so Chromium writes its compiled code back to the cache. If
    // that cache has been deleted, writing to it creates an empty one.
    await frameScript(page);
    await remove(page).click();
    await gone(page);
    expect((await stored(page)).files).toEqual([]);
    await make(page).click();
    await there(page);
    expect(await isWhole(page, visits.A)).toBe(true);
    await remove(page).click();
    await gone(page);
    await page.goto(visits.site, { waitUntil: 'load' });
    expect(await registrations()).toBe(0);
    await page.goto(`${visits.site}offline/`);
    await make(page).click();
    await there(page);
    await visits.worksOffline(page);
  });

  it('shows that the browser has cleared the stored files, and any visit restores them', async () => {
    const page = await visits.visitAgain();
    const clear = () =>
      page.evaluate(async () => {
        for (const name of await caches.keys()) await caches.delete(name);
      });
    await page.goto(`${visits.site}offline/`);
    await there(page);
    await clear();
    visits.host.fault = { path: /^questions\//, change: (answer) => ({ ...answer, status: 503 }) };
    await page.reload();
    await page.getByText('The guide isn’t on this device yet').waitFor();
    visits.host.fault = undefined;
    await page.goto(`${visits.site}about/`);
    await expect.poll(() => isWhole(page, visits.A)).toBe(true);
    await visits.worksOffline(page);
  });

  it('turns offline reading off in a tab that was about to download the guide', async () => {
    await visits.startNew();
    const asksForWorker = async (isOff: boolean): Promise<boolean> => {
      const page = await visits.context.newPage();
      await page.clock.install();
      await page.addInitScript(() => {
        navigator.serviceWorker.register = () => {
          document.documentElement.dataset['asked'] = 'yes';
          return new Promise(() => {});
        };
      });
      await page.goto(`${visits.site}about/`);
      await frameScript(page);
      // Turn offline reading off, as the offline page in another tab would.
      if (isOff) await page.evaluate((key) => localStorage.setItem(key, 'off'), keyOf('offline'));
      await page.clock.runFor(3000);
      return (await page.locator('html[data-asked]').count()) > 0;
    };
    expect(await asksForWorker(false)).toBe(true);
    expect(await asksForWorker(true)).toBe(false);
  });

  it('does the same while another tab is open, with and without a reload in between', async () => {
    const other = await visits.visitAgain();
    const page = await visits.openTab('offline/');
    await there(page);
    await remove(page).click();
    await gone(page);
    // Meanwhile, pages that the other tab opens aren't stored.
    await other.goto(`${visits.site}topics/${topic}/`);
    expect((await stored(page)).files).toEqual([]);
    await make(page).click();
    await there(page);
    await remove(page).click();
    await gone(page);
    await page.reload();
    await gone(page);
    await make(page).click();
    await there(page);
    await visits.worksOffline(other);
  });

  it('works when no script of the site can be loaded', async () => {
    const page = await visits.visitAgain();
    const scripts = /^_astro\//;
    await page.evaluate(async () => {
      const cache = await caches.open('guide:/:precache');
      const keys = await cache.keys();
      const isScript = ({ url }: Request) => new URL(url).pathname.startsWith('/_astro/');
      await Promise.all(keys.filter(isScript).map((key) => cache.delete(key)));
    });
    await (await visits.context.newCDPSession(page)).send('Network.clearBrowserCache');
    visits.host.fault = { path: scripts, change: portal };
    await page.goto(`${visits.site}offline/`);
    await page.getByText('The guide isn’t on this device yet').waitFor();
    expect(await page.evaluate(() => customElements.get('site-search') === undefined)).toBe(true);
    await remove(page).click();
    await gone(page);
    await make(page).click();
    await page.getByText('That didn’t work').waitFor();
    visits.host.fault = undefined;
    await make(page).click();
    await there(page);
  });
});

describe('a reader with the version that stored one compressed file', () => {
  it('gets the new one like any update, and nothing is left of the old one', async () => {
    await visits.startNew();
    // A simplified worker from the earlier version, with its caches and messages.
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
    visits.host.fault = {
      path: /^worker\.js$/,
      change: ({ headers, ...answer }) => ({
        ...answer,
        headers: { ...headers, etag: '"old"' },
        body: Buffer.from(old),
      }),
    };
    const page = await visit(visits.context, visits.site);
    await page.goto(visits.site);
    expect(await versionOf(page)).toBe('0');
    visits.host.fault = undefined;
    await page.goto(`${visits.site}about/`);
    await line(page).getByText('A newer version of the guide is ready.').waitFor();
    expect(await versionOf(page)).toBe('0');
    await goOver(page, 'Update now', 'A');
    for (const tab of visits.context.pages()) await tab.goto('about:blank');
    await page.close();
    const next = await visits.openTab();
    await expect.poll(async () => (await stored(next)).names).toEqual(['guide:/:precache']);
    expect(await isWhole(next, visits.A)).toBe(true);
    visits.host.stop();
    expect((await next.goto(`${visits.site}questions/${second}/`))?.status()).toBe(200);
  });
});

describe('a browser that is killed in the middle of an update', () => {
  it('has the complete previous version, and gets the update on the next visit', async () => {
    const page = await visits.visitAgain();
    await visits.host.deploy(visits.B);
    let sent = 0;
    const { promise: half, resolve } = Promise.withResolvers<void>();
    visits.host.fault = {
      path: /./,
      change: (answer) => {
        sent += 1;
        if (sent === 30) resolve();
        return answer;
      },
    };
    void update(page).catch(() => {});
    await half;
    const session = await visits.context.newCDPSession(page);
    void session.send('Browser.crash').catch(() => {});
    await visits.context.waitForEvent('close');
    visits.host.fault = { path: /./, change: (answer) => ({ ...answer, status: 503 }) };
    await visits.startAgain();
    const next = await visits.openTab(`questions/${first}/`);
    expect(await versionOf(next)).toBe('A');
    expect(await isWhole(next, visits.A)).toBe(true);
    visits.host.fault = undefined;
    await next.goto(visits.site);
    await goOver(next, 'Update now', 'B');
  });
});
