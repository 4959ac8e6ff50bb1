import { PrecacheController } from 'workbox-precaching/PrecacheController.js';
import { canHaveType } from '../domain/headers/content-types.ts';
import { cacheNames } from '../domain/offline/cache-names.ts';
import { urlOf } from '../domain/offline/cache-rules.ts';
import { type Manifest, precacheEntry } from '../domain/offline/manifest.ts';
import { fileAt } from '../lib/urls.ts';
import { type LastingEvent, scope } from './scope.ts';

/** Maximum number of parallel downloads. Workbox's own `install` fetches one file at a time. */
const maxFetches = 6;

/** The offline cache. It stores only files on the build's list. */
export class GuideCache {
  readonly #base: string;
  readonly #names;
  readonly #precache: PrecacheController;
  /** SHA-256 hashes, by URL, of the pages that are stored when the reader opens them. */
  readonly #opened: ReadonlyMap<string, string>;
  #filling = Promise.resolve();
  #isStopped = false;

  /** @param base the guide's URL, with a slash at the end */
  constructor(base: URL, { precached, opened }: Manifest) {
    this.#base = base.href;
    this.#names = cacheNames(base.pathname);
    this.#opened = new Map(opened);
    this.#precache = new PrecacheController({
      cacheName: this.#names.precache,
      plugins: [{ cacheWillUpdate: async (file) => (isGood(file) ? file.response : null) }],
    });
    this.#precache.addToCacheList(precached.map(precacheEntry));
    this.#precache.strategy.fetchOptions = { priority: 'low' };
  }

  /**
   * Downloads the missing files of this version. Rejects if a download fails, a file doesn't match
   * its hash, or the reader turns offline reading off. Files already downloaded are kept for the
   * next try unless storage is full.
   */
  fill(event: LastingEvent): Promise<void> {
    this.#isStopped = false;
    const before = this.#filling.catch(() => {});
    this.#filling = before.then(() => this.#fetchMissing(event));
    return this.#filling;
  }

  /** Deletes stored files that don't match the build, and downloads all files that are missing. */
  async check(event: LastingEvent): Promise<void> {
    const { precache } = this.#names;
    if (!(await caches.has(precache))) return;
    const cache = await caches.open(precache);
    for (const key of this.#precache.getURLsToCacheKeys().values()) {
      const hash = await cache
        .match(key)
        .then((response) => response?.arrayBuffer())
        .then((content) => content && sha256Of(content))
        // If the browser can't read the file, it counts as damaged.
        .catch(() => '');
      const isRight = `sha256-${hash}` === this.#precache.getIntegrityForCacheKey(key);
      if (hash !== undefined && !isRight) await cache.delete(key);
    }
    await this.fill(event);
  }

  async countMissing(): Promise<number> {
    return (await this.#missing()).length;
  }

  async isEmpty(): Promise<boolean> {
    return (await this.#cacheNames()).length === 0;
  }

  /** Deletes everything and stops fetching. */
  async empty(): Promise<void> {
    this.#isStopped = true;
    await this.#filling.catch(() => {});
    await Promise.all((await this.#cacheNames()).map((name) => caches.delete(name)));
  }

  async find(file: string): Promise<Response | undefined> {
    const key = this.#precache.getCacheKeyForURL(this.#base + urlOf(file));
    // Use `caches.match` with the cache's name: `caches.open` would recreate a cache that the
    // reader deleted.
    if (key !== undefined) {
      return caches.match(key, { cacheName: this.#names.precache, ignoreVary: true });
    }
    // An open tab may need a script from an older version. Its name contains a hash of the content,
    // so a match can't be wrong.
    return file.startsWith('_astro/')
      ? caches.match(this.#base + file, { ignoreSearch: true, ignoreVary: true })
      : undefined;
  }

  findOpened(file: string): Promise<Response | undefined> {
    return caches.match(this.#base + urlOf(file), {
      cacheName: this.#names.opened,
      ignoreVary: true,
    });
  }

  /** Stores an opened page if its hash matches the build and offline reading is on. */
  async storeOpened(file: string, response: Response): Promise<void> {
    const { precache, opened } = this.#names;
    const sha256 = this.#opened.get(urlOf(file));
    const request = new Request(this.#base + urlOf(file));
    if (sha256 === undefined || !isGood({ request, response })) return;
    // If the reader has deleted everything, this worker may still be running, but must not store
    // pages.
    if (!(await caches.has(precache))) return;
    const content = await response.arrayBuffer();
    if ((await sha256Of(content)) !== sha256) return;
    const { headers } = response;
    const cache = await caches.open(opened);
    await cache.put(request, new Response(content, { headers }));
  }

  /**
   * Deletes the caches of other versions unless they may still be needed: an open tab loads some of
   * its version's code only when it is needed, and another version may be installing.
   */
  async tidy(event: LastingEvent): Promise<void> {
    const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const { installing, waiting } = scope.registration;
    if (windows.length > 0 || installing || waiting) return;
    const { precache, opened } = this.#names;
    const names = await this.#cacheNames();
    const old = names.filter((name) => name !== precache && name !== opened);
    await Promise.all(old.map((name) => caches.delete(name)));
    if (names.includes(precache)) await this.#precache.activate(event);
  }

  async #cacheNames(): Promise<string[]> {
    return (await caches.keys()).filter((name) => name.startsWith(this.#names.prefix));
  }

  async #missing(): Promise<[url: string, cacheKey: string][]> {
    const { precache } = this.#names;
    const stored = (await caches.has(precache)) ? await (await caches.open(precache)).keys() : [];
    const keys = new Set(stored.map(({ url }) => url));
    return [...this.#precache.getURLsToCacheKeys()].filter(([, key]) => !keys.has(key));
  }

  async #fetchMissing(event: LastingEvent): Promise<void> {
    const missing = await this.#missing();
    const queue = missing.values();
    const fetchInTurn = async (): Promise<void> => {
      for (const [url, cacheKey] of queue) {
        if (this.#isStopped) throw new Error('The reader turned offline reading off.');
        await this.#fetch(event, url, cacheKey);
      }
    };
    const results = await Promise.allSettled(Array.from({ length: maxFetches }, fetchInTurn));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed === undefined) return;
    // A partial download must not take the space that the reader's own records need.
    if (isQuotaError(failed.reason)) {
      const cache = await caches.open(this.#names.precache);
      await Promise.all(missing.map(([, key]) => cache.delete(key)));
    }
    throw failed.reason;
  }

  /**
   * Fetches a file, bypassing the HTTP cache, which may hold a response that a host or proxy
   * damaged.
   */
  async #fetch(event: LastingEvent, url: string, cacheKey: string): Promise<void> {
    const integrity = this.#precache.getIntegrityForCacheKey(cacheKey);
    const init = { cache: 'reload', credentials: 'same-origin' } as const;
    const request = new Request(url, integrity === undefined ? init : { ...init, integrity });
    const params = { cacheKey, integrity };
    const [response] = await Promise.all(
      this.#precache.strategy.handleAll({ event, request, params }),
    );
    // Workbox throws only while the worker is being installed. Later, it silently skips a bad
    // response.
    if (!isGood({ request, response })) throw new Error(`${url} answered ${response.status}.`);
  }
}

function isGood({ request, response }: { request: Request; response: Response }): boolean {
  const file = fileAt(new URL(request.url).pathname);
  return response.status === 200 && canHaveType(file, response.headers.get('content-type'));
}

async function sha256Of(content: ArrayBuffer): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  return btoa(String.fromCharCode(...digest));
}

function isQuotaError(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
