import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * Serves a built site with brotli, as hosts do. Files in `instead` (path to content) answer for
 * those of the site. Pagefind's own files are compressed already.
 */
export async function serveCompressed(
  dist: string,
  port: number,
  instead = new Map<string, string>(),
) {
  const bodies = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    const file = join(dist, path);
    const replaced = instead.get(path);
    if (replaced === undefined && !(existsSync(file) && statSync(file).isFile())) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(path)];
    const body = bodies.get(path) ?? compressed(replaced ?? readFileSync(file), type !== undefined);
    bodies.set(path, body);
    response.writeHead(200, {
      'content-type': type ?? 'application/octet-stream',
      'content-length': body.length,
      ...(type === undefined ? {} : { 'content-encoding': 'br' }),
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

function compressed(content: string | Buffer, worthIt: boolean): Buffer {
  return worthIt ? brotliCompressSync(content) : Buffer.from(content);
}
