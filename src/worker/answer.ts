import { keepingOf, standInFor, withSlash } from '../domain/offline/kept-files.ts';
import { fileAt } from '../lib/urls.ts';
import type { Kept } from './kept.ts';
import type { FetchEvent } from './scope.ts';

/**
 * Answers a request: from what is kept, else from the network, else with a page that says what is
 * missing.
 *
 * @param path the address below the base path, without "?": no file of a static site depends on it,
 *   and Pagefind asks for its own with the time behind
 */
export async function answer(event: FetchEvent, path: string, kept: Kept): Promise<Response> {
  const file = fileAt(path);
  return (await kept.find(file)) ?? (await leadOn(event, path, kept)) ?? load(event, path, kept);
}

/** As hosts do: an address without its slash leads to the page with it. */
async function leadOn({ request }: FetchEvent, path: string, kept: Kept) {
  const page = withSlash(path);
  if (page === undefined || (await kept.find(fileAt(page))) === undefined) return undefined;
  const address = new URL(request.url);
  address.pathname += '/';
  return Response.redirect(address.href, 301);
}

async function load(event: FetchEvent, path: string, kept: Kept): Promise<Response> {
  const { request } = event;
  const file = fileAt(path);
  try {
    const response = await fetch(request);
    const isWhole = response.status === 200 && !response.redirected;
    if (isWhole && keepingOf(file) === 'on-demand') {
      event.waitUntil(kept.keepFetched(file, response.clone()));
    }
    return response;
  } catch {
    const before = await kept.findFetched(file);
    return before ?? (request.mode === 'navigate' ? standIn(path, kept) : Response.error());
  }
}

async function standIn(path: string, kept: Kept): Promise<Response> {
  const { file, status } = standInFor(path);
  const page = await kept.find(file);
  return page === undefined
    ? Response.error()
    : new Response(page.body, { status, headers: page.headers });
}
