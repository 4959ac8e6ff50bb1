import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { expect, it } from 'vitest';
import { useBrowser } from './browser.ts';

const open = useBrowser();

it('fetches the next page while the pointer rests on its link, and no other, and only once', async () => {
  const ahead: (string | undefined)[] = [];
  const pages: (string | undefined)[] = [];
  const files = sirv('dist', {
    etag: true,
    setHeaders: (response) => response.setHeader('cache-control', 'no-cache'),
  });
  const server = createServer((request, response) => {
    if (request.headers['sec-purpose'] !== undefined) ahead.push(request.url);
    if (request.url?.endsWith('/')) pages.push(request.url);
    files(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const { page } = await open();
  const [here, next] = ['/questions/what-is-fhir/', '/questions/hipaa-for-ai-products/'];
  await page.goto(`http://localhost:${port}${here}`);
  await page.locator('a[rel=next]').hover();
  await expect.poll(() => ahead).toEqual([next]);
  await page.locator('a[rel=next]').click();
  await page.waitForURL(`**${next}`);
  expect(pages).toEqual([here, next]);
  await page.context().close();
  server.closeAllConnections();
  server.close();
});
