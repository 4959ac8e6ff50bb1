import { fallbackFor, withSlash } from '../domain/offline/cache-rules.ts';
import { fileAt } from '../lib/urls.ts';
import type { GuideCache } from './guide-cache.ts';
import type { FetchEvent } from './scope.ts';

/**
 * Answers a request from the cache, otherwise from the network, otherwise with a page that explains
 * what is missing.
 *
 * @param path the URL under the base path, without "?": no file of a static site depends on it,
 *   and Pagefind adds the time to its own
 */
export async function answer(
  event: FetchEvent,
  path: string,
  cache: GuideCache,
): Promise<Response> {
  return (
    (await cache.find(fileAt(path))) ??
    (await redirect(event, path, cache)) ??
    load(event, path, cache)
  );
}

/** Like hosts: a URL without its trailing slash redirects to the page. */
async function redirect({ request }: FetchEvent, path: string, cache: GuideCache) {
  const page = withSlash(path);
  if (page === undefined || (await cache.find(fileAt(page))) === undefined) return undefined;
  const url = new URL(request.url);
  url.pathname += '/';
  return Response.redirect(url.href, 301);
}

async function load(event: FetchEvent, path: string, cache: GuideCache): Promise<Response> {
  const { request } = event;
  const file = fileAt(path);
  try {
    const response = await fetch(request);
    event.waitUntil(cache.storeOpened(file, response.clone()));
    return response;
  } catch {
    const before = await cache.findOpened(file);
    return before ?? (request.mode === 'navigate' ? fallback(path, cache) : Response.error());
  }
}

async function fallback(path: string, cache: GuideCache): Promise<Response> {
  const { file, status } = fallbackFor(path);
  const page = await cache.find(file);
  return page === undefined
    ? Response.error()
    : new Response(page.body, { status, headers: page.headers });
}
