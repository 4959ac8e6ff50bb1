import { brotliCompressSync } from 'node:zlib';
import type { Browser, Response } from 'playwright-core';

/** The cost of a first visit without interaction, in bytes. Text is compressed with Brotli. */
export interface ColdLoad {
  readonly html: number;
  readonly css: number;
  readonly js: number;
  /** Data, images, and fonts. */
  readonly other: number;
  readonly total: number;
  readonly requests: number;
  /** Inline scripts, which are also counted in `html`. */
  readonly inlineJs: number;
  /** Inline stylesheets, which are also counted in `html`. */
  readonly inlineCss: number;
  readonly elements: number;
}

const kinds: Readonly<Record<string, 'html' | 'css' | 'js'>> = {
  document: 'html',
  stylesheet: 'css',
  script: 'js',
};

export async function loadCold(browser: Browser, url: string): Promise<ColdLoad> {
  // Without a service worker, nothing is downloaded for offline reading.
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const responses: Response[] = [];
  page.on('response', (response) => responses.push(response));
  const main = await page.goto(url, { waitUntil: 'networkidle' });
  const bytes = { html: 0, css: 0, js: 0, other: 0 };
  for (const response of responses) {
    const kind = kinds[response.request().resourceType()] ?? 'other';
    bytes[kind] += Number(response.headers()['content-length'] ?? 0);
  }
  const text = (await main?.text()) ?? '';
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  await context.close();
  return {
    ...bytes,
    elements,
    total: bytes.html + bytes.css + bytes.js + bytes.other,
    requests: responses.length,
    inlineJs: compressedLength(
      text,
      /<script(?![^>]*\s(?:src=|type="application\/))[^>]*>(.*?)<\/script>/gs,
    ),
    inlineCss: compressedLength(text, /<style[^>]*>(.*?)<\/style>/gs),
  };
}

function compressedLength(html: string, pattern: RegExp): number {
  const code = [...html.matchAll(pattern)].map(([, content = '']) => content).join('\n');
  return code === '' ? 0 : brotliCompressSync(code).length;
}
