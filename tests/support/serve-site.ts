import { existsSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { headersFor } from '../../src/domain/headers/host-rules.ts';
import { normalizeBase } from '../../src/domain/links/paths.ts';
import { readHeadersFile } from './read-headers-file.ts';

export interface Served {
  readonly address: string;
  close(): Promise<void>;
}

export interface ServeOptions {
  readonly dist: string;
  readonly base?: string;
  /** The first port to try. If it is taken, the next free one is used. */
  readonly port?: number;
}

const portsToTry = 50;

/** Serves a built site on this machine as a static host would, with the headers from `_headers`. */
export async function serveSite({ dist, base = '/', port = 4321 }: ServeOptions): Promise<Served> {
  const prefix = normalizeBase(base);
  const server = createServer(siteListener(dist, prefix));
  const taken = await listen(server, port, port + portsToTry);
  return {
    address: `http://localhost:${taken}${prefix}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** Answers requests for a built site under a base path, which starts and ends with a slash. */
export function siteListener(dist: string, prefix: string): RequestListener {
  const notFound = readFileSync(join(dist, '404.html'));
  const rules = readHeadersFile(readFileSync(join(dist, '_headers'), 'utf8'));
  const files = sirv(dist, { dev: true, etag: true });
  return (request, response) => {
    const { pathname, search } = parseAddress(request.url ?? '/');
    const send = (status: number, to: Readonly<Record<string, string>>, body?: Buffer): void => {
      response.setHeaders(new Map(headersFor(prefix, rules)));
      response.writeHead(status, to).end(request.method === 'HEAD' ? undefined : body);
    };
    const redirect = (location: string): void => send(301, { location });
    const missing = (): void => send(404, {}, notFound);
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return send(405, { allow: 'GET, HEAD' });
    if (pathname === prefix.slice(0, -1)) return redirect(prefix + search);
    if (!pathname.startsWith(prefix)) return pathname === '/' ? redirect(prefix) : missing();
    const path = pathname.slice(prefix.length);
    // Like static hosts, redirect if a page's URL lacks its trailing slash.
    if (isPageWithoutSlash(dist, path)) return redirect(`${pathname}/${search}`);
    // Static hosts also serve a page without its extension.
    const isPage = existsSync(join(dist, `${path}.html`));
    response.setHeaders(new Map(headersFor(isPage ? `${pathname}.html` : pathname, rules)));
    request.url = `/${path}${search}`;
    // Always send whole files, because sirv 3.0.2 throws or sends the wrong part for most forms of
    // `Range`.
    delete request.headers.range;
    files(request, response, missing);
  };
}

/** Parses a request's URL. Every request gets a response, even if its URL is invalid. */
function parseAddress(address: string): URL {
  const origin = 'http://localhost';
  const url = new URL(URL.canParse(address, origin) ? address : '/404', origin);
  // If a redirect started with two slashes, it would go to another host.
  url.pathname = url.pathname.replace(/\/{2,}/g, '/');
  return url;
}

function isPageWithoutSlash(dist: string, path: string): boolean {
  return path !== '' && !path.endsWith('/') && existsSync(join(dist, path, 'index.html'));
}

function listen(server: Server, port: number, last: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' && port < last) resolve(listen(server, port + 1, last));
      else reject(error);
    });
    // Listen only on localhost, because the site is only for this machine.
    server.listen(port, '127.0.0.1', () => resolve(port));
  });
}
