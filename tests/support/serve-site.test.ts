import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeHeadersFile } from '../../src/domain/headers/headers-file.ts';
import { hostRules } from '../../src/domain/headers/host-rules.ts';
import { type Served, serveSite } from './serve-site.ts';

const dist = mkdtempSync(join(tmpdir(), 'guide-serve-'));
const content = '0123456789';
let served: Served;

beforeAll(async () => {
  mkdirSync(join(dist, 'page'));
  writeFileSync(join(dist, 'index.html'), 'The start page.');
  writeFileSync(join(dist, '404.html'), 'Not found.');
  writeFileSync(join(dist, 'page/index.html'), 'A page.');
  writeFileSync(join(dist, 'file.txt'), content);
  writeFileSync(join(dist, '_headers'), writeHeadersFile(hostRules('/', [])));
  served = await serveSite({ dist, port: 4850 });
});
afterAll(async () => {
  await served.close();
  rmSync(dist, { recursive: true });
});

interface Asked {
  readonly method?: string;
  readonly range?: string;
  readonly host?: string;
}

/** Sends a raw request, which clients would normalize. */
async function ask(path: string, { method = 'GET', range, host = '127.0.0.1' }: Asked = {}) {
  const { port } = new URL(served.address);
  const headers = range === undefined ? {} : { range };
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    request({ host, port, path, method, headers }, resolve).on('error', reject).end();
  });
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

it.each([
  'bytes=2-4',
  'bytes=7-',
  'bytes=-3',
  'bytes=9-5',
  'bytes=0-1,4-5',
  'bytes=99-',
  'lines=1-2',
])('the whole file answers a request for %s of it', async (range) => {
  expect(await ask('/file.txt', { range })).toMatchObject({ status: 200, body: content });
  expect((await ask('/nowhere', { range })).status).toBe(404);
});

it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS'])('%s is refused', async (method) => {
  const { status, headers } = await ask('/', { method });
  expect([status, headers.allow]).toEqual([405, 'GET, HEAD']);
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
});

it('HEAD is answered without a body', async () => {
  expect(await ask('/file.txt', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  expect(await ask('/nowhere', { method: 'HEAD' })).toMatchObject({ status: 404, body: '' });
});

it('a redirect has the same headers as every response, and stays on this host', async () => {
  const { status, headers } = await ask('/page?a=b');
  expect([status, headers.location]).toEqual([301, '/page/?a=b']);
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'/);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect((await ask('/.//page')).headers.location).toBe('/page/');
  expect((await ask('//page')).headers.location ?? '/').not.toMatch(/^\/\//);
});

it('other machines get no answer', async () => {
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses = []) => addresses)
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const { address } of outside) {
    await expect(ask('/', { host: address })).rejects.toThrow('ECONNREFUSED');
  }
});
