import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import type { ExportedFile, ExportSource } from '../src/domain/export/export.ts';
import { finishPdf, type PrintedPage } from '../src/domain/export/finish-pdf.ts';
import type { PrintDownload } from '../src/domain/export/print-pages.ts';
import { browserArguments, ensureBrowser } from './find-browser.ts';

/** What is known of the site whose print pages become PDFs. */
export type PrintedSite = Pick<ExportSource, 'origin' | 'madeAt'> & {
  /** Folder of the built site. */
  readonly dist: string;
  /** Path below which the site is served. */
  readonly home: string;
};

/** Prints pages of a built site: the files that offer them as PDF. */
export async function makePdfs(
  downloads: readonly PrintDownload[],
  site: PrintedSite,
): Promise<ExportedFile[]> {
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: browserArguments,
  });
  try {
    const files: ExportedFile[] = [];
    for (const { path, printPage } of downloads) {
      const printed = await print(browser, printPage.path, site);
      files.push({ path, content: await finishPdf(printed, site.madeAt) });
    }
    return files;
  } finally {
    await browser.close();
  }
}

/**
 * Prints a page under its public address, with the files of this build: links to other pages of
 * the site lead to where it will live, and nothing is asked of the network.
 */
async function print(
  browser: Browser,
  path: string,
  { dist, origin, home }: PrintedSite,
): Promise<PrintedPage> {
  const page = await browser.newPage();
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    const below = pathname.startsWith(home) ? pathname.slice(home.length) : pathname;
    const file = join(dist, below.endsWith('/') ? `${below}index.html` : below);
    return existsSync(file) ? route.fulfill({ path: file }) : route.abort();
  });
  await page.goto(origin + home + path);
  // As wide as A4 and as high as Letter: it prints whole on both.
  const pdf = await page.pdf({ width: '210mm', height: '279mm', tagged: true, outline: true });
  const headings = await page.locator(':is(h1, h2, h3, h4, h5, h6)').allTextContents();
  await page.close();
  return { pdf, headings };
}
