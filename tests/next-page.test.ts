import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { expect, it } from 'vitest';
import { useBrowser } from './browser.ts';

const open = useBrowser();

it('fetches the next page while the pointer rests on its link, and no other', async () => {
  const ahead: (string | undefined)[] = [];
  const files = sirv('dist');
  const server = createServer((request, response) => {
    if (request.headers['sec-purpose'] !== undefined) ahead.push(request.url);
    files(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  const { page } = await open();
  await page.goto(`http://localhost:${port}/questions/what-is-fhir/`);
  await page.locator('a[rel=next]').hover();
  await expect.poll(() => ahead).toEqual(['/questions/hipaa-for-ai-products/']);
  await page.context().close();
  server.closeAllConnections();
  server.close();
});
