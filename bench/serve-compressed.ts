import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
};

export interface ServedCompressed {
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Serves a built site on a free port. Files of the types above are compressed with Brotli, as hosts
 * do. Pagefind's own files are already compressed.
 */
export async function serveCompressed(dist: string): Promise<ServedCompressed> {
  const bodies = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const file = join(dist, path);
    if (!(existsSync(file) && statSync(file).isFile())) {
      response.writeHead(404, { 'content-length': 0 }).end();
      return;
    }
    const type = types[extname(path)];
    const body = bodies.get(path) ?? read(file, type !== undefined);
    bodies.set(path, body);
    response.writeHead(200, {
      'content-type': type ?? 'application/octet-stream',
      'content-length': body.length,
      ...(type === undefined ? {} : { 'content-encoding': 'br' }),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function read(file: string, worthIt: boolean): Buffer {
  const content = readFileSync(file);
  return worthIt ? brotliCompressSync(content) : content;
}
