import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { readHeadersFile } from '../src/domain/headers/headers-file.ts';
import { headersFor } from '../src/domain/headers/host-rules.ts';
import { normalizeBase } from '../src/domain/links/paths.ts';

/** A site that is being served. */
export interface Served {
  /** Address of its start page. */
  readonly address: string;
  /** Stops serving. */
  close(): Promise<void>;
}

/** Where to serve what. */
export interface ServeOptions {
  /** Folder with the built site. */
  readonly dist: string;
  /** Path below which it is served. */
  readonly base?: string;
  /** First port to try; the next free one is taken. */
  readonly port?: number;
}

/** How many ports are tried before giving up. */
const portsToTry = 50;

/** Serves a built site on this machine as a static host would, with the headers that it asks for. */
export async function serveSite({ dist, base = '/', port = 4321 }: ServeOptions): Promise<Served> {
  const prefix = normalizeBase(base);
  const notFound = readFileSync(join(dist, '404.html'));
  const rules = readHeadersFile(readFileSync(join(dist, '_headers'), 'utf8'));
  const files = sirv(dist, { dev: true, etag: true });
  const server = createServer((request, response) => {
    const missing = (): void => {
      response.setHeaders(new Map(headersFor(prefix, rules)));
      response.writeHead(404);
      response.end(request.method === 'HEAD' ? undefined : notFound);
    };
    const { pathname, search } = parseAddress(request.url ?? '/');
    if (pathname === prefix.slice(0, -1)) return redirect(prefix + search);
    if (!pathname.startsWith(prefix)) return pathname === '/' ? redirect(prefix) : missing();
    // As static hosts do: an address without its slash leads to the page with it.
    if (isPageWithoutSlash(dist, pathname.slice(prefix.length))) {
      return redirect(`${pathname}/${search}`);
    }
    // As static hosts do as well: a page is found without the end of its name.
    const isPage = existsSync(join(dist, `${pathname.slice(prefix.length)}.html`));
    response.setHeaders(new Map(headersFor(isPage ? `${pathname}.html` : pathname, rules)));
    request.url = pathname.slice(prefix.length - 1) + search;
    files(request, response, missing);
    function redirect(to: string): void {
      response.setHeaders(new Map(headersFor(prefix, rules)));
      response.writeHead(301, { location: to }).end();
    }
  });
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

/** Any request must be answered, also one that is no address. */
function parseAddress(address: string): URL {
  const origin = 'http://localhost';
  return new URL(URL.canParse(address, origin) ? address : '/404', origin);
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
    server.listen(port, () => resolve(port));
  });
}
