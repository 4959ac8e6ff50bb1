/**
 * The service worker. It stores the guide on the device so it works offline.
 * `src/integrations/offline.ts` builds it and adds the list of files. docs/offline.md describes its
 * behavior.
 */
import { fallbackFor, withSlash } from '../domain/offline/cache-rules.ts';
import type { Manifest } from '../domain/offline/manifest.ts';
import { fileAt } from '../lib/urls.ts';
import { GuideCache } from './guide-cache.ts';
import { type FetchEvent, type LastingEvent, scope } from './scope.ts';

const base = new URL('./', scope.location.href);
const cache = new GuideCache(base, import.meta.env.OFFLINE_MANIFEST as Manifest);

scope.addEventListener('install', (event) => event.waitUntil(install(event)));

scope.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([scope.clients.claim(), cache.tidy(event)]));
});

/**
 * Handlers for requests from pages, by name. The reply is `{ value }` or `{ problem }`. A new
 * version takes over when the reader accepts it (`take-over`), or when the last tab is closed.
 */
const requests: Readonly<Record<string, (event: LastingEvent) => Promise<unknown>>> = {
  'take-over': () => scope.skipWaiting(),
  'count-missing': () => cache.countMissing(),
  fill: async (event) => {
    await cache.fill(event);
    await scope.clients.claim();
  },
  check: (event) => cache.check(event),
  empty: () => cache.empty(),
};

scope.addEventListener('message', (event) => {
  const request = requests[String(event.data)];
  if (request === undefined) return;
  const [port] = event.ports;
  event.waitUntil(
    request(event).then(
      (value) => port?.postMessage({ value }),
      (error: unknown) => port?.postMessage({ problem: String(error) }),
    ),
  );
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isOurs = origin === base.origin && pathname.startsWith(base.pathname);
  if (request.method !== 'GET' || !isOurs) return;
  event.respondWith(answer(event, decoded(pathname.slice(base.pathname.length))));
  if (request.mode === 'navigate') event.waitUntil(cache.tidy(event));
});

async function install(event: LastingEvent): Promise<void> {
  const isEmpty = await cache.isEmpty();
  await cache.fill(event);
  // If nothing was stored before, no open tab can need an earlier version.
  if (isEmpty) await scope.skipWaiting();
}

/**
 * Returns the path as it appears in the build's list. Browsers keep escapes such as `%2D` as typed.
 */
function decoded(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/**
 * Answers a request from the cache or, if the file isn't there, from the network. If that fails,
 * answers with the page as it was when the reader last opened it. If there is none, a tab gets a
 * page that explains what is missing, and other requests get an error.
 *
 * @param path the URL under the base path, without "?", because no file on a static site depends on
 * it, and Pagefind adds the time to its own URLs
 */
async function answer(event: FetchEvent, path: string): Promise<Response> {
  return (await cache.find(fileAt(path))) ?? (await redirect(event, path)) ?? load(event, path);
}

/** Redirects a URL without its trailing slash to the page, as hosts do. */
async function redirect({ request }: FetchEvent, path: string) {
  const page = withSlash(path);
  if (page === undefined || (await cache.find(fileAt(page))) === undefined) return undefined;
  const url = new URL(request.url);
  url.pathname += '/';
  return Response.redirect(url.href, 301);
}

async function load(event: FetchEvent, path: string): Promise<Response> {
  const { request } = event;
  const file = fileAt(path);
  try {
    const response = await fetch(request);
    event.waitUntil(cache.storeOpened(file, response.clone()));
    return response;
  } catch {
    const before = await cache.findOpened(file);
    return before ?? (request.mode === 'navigate' ? fallback(path) : Response.error());
  }
}

async function fallback(path: string): Promise<Response> {
  const { file, status } = fallbackFor(path);
  const page = await cache.find(file);
  return page === undefined
    ? Response.error()
    : new Response(page.body, { status, headers: page.headers });
}
