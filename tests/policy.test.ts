import { readdirSync } from 'node:fs';
import { expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';

const open = useBrowser();

it.each(['rootSite', 'baseSite'] as const)(
  'no page of %s does what the policies forbid, and each carries both',
  async (name) => {
    const site = inject(name);
    const { page } = await open();
    const files = readdirSync(name === 'rootSite' ? 'dist' : 'dist-guide', {
      recursive: true,
      encoding: 'utf8',
    }).filter((file) => file.endsWith('index.html') && !/^q\/|^print\//.test(file));
    const some = name === 'rootSite' ? files : files.slice(0, 20);
    expect(some.length).toBeGreaterThanOrEqual(20);
    for (const file of some) {
      const address = site + file.replace(/index\.html$/, '');
      const response = await page.goto(address);
      expect(response?.headers()['content-security-policy'], file).toMatch(/^default-src 'none'/);
      const meta = page.locator('meta[http-equiv="Content-Security-Policy"]');
      expect(await meta.getAttribute('content'), file).toMatch(/^default-src 'none'/);
    }
  },
);
