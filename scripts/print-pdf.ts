import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { ExportSource } from '../src/domain/export/export.ts';
import { wholeGuide } from '../src/domain/export/print-pages.ts';
import { browserArguments, ensureBrowser } from './find-browser.ts';

export type PrintedSite = Pick<ExportSource, 'origin' | 'address'> & {
  readonly dist: string;
  /** The path under which the site is served. */
  readonly home: string;
};

/** The width of A4 and the height of Letter, so that a page fits on both. */
const paper = { width: '210mm', height: '279mm', tagged: true, outline: true };

/**
 * Prints the whole guide at the site's URL, using the files from this build, so that links in the
 * PDF open the published site. Without a public URL, these links become plain text. No request
 * reaches the network.
 *
 * @param path the PDF's path on the site
 * @throws Error that says what to install if there is no browser
 */
export async function printPdf(
  path: string,
  { dist, origin, home, address }: PrintedSite,
): Promise<void> {
  const executablePath = ensureBrowser();
  const browser = await chromium.launch({ executablePath, args: browserArguments });
  try {
    const page = await browser.newPage();
    await page.route('**/*', (route) => {
      const { pathname } = new URL(route.request().url());
      const below = pathname.startsWith(home) ? pathname.slice(home.length) : pathname;
      const file = join(dist, below.endsWith('/') ? `${below}index.html` : below);
      return existsSync(file) ? route.fulfill({ path: file }) : route.abort();
    });
    await page.goto(origin + home + wholeGuide);
    if (address(home) === undefined) await page.evaluate(unlinkSite);
    await page.pdf({ ...paper, path: join(dist, path) });
  } finally {
    await browser.close();
  }
}

/**
 * Turns links to the site into plain text, because the site has no public URL. Runs in the page.
 */
function unlinkSite(): void {
  for (const link of document.querySelectorAll('a[href^="/"]')) link.removeAttribute('href');
}
