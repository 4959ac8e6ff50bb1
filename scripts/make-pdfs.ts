import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import type { ExportedFile, ExportSource } from '../src/domain/export/export.ts';
import { finishPdf, type PrintedPage, placesIn } from '../src/domain/export/finish-pdf.ts';
import type { PrintDownload } from '../src/domain/export/print-pages.ts';
import { browserArguments, ensureBrowser } from './find-browser.ts';

export type PrintedSite = Pick<ExportSource, 'origin' | 'address' | 'madeAt'> & {
  readonly dist: string;
  /** Path under which the site is served. */
  readonly home: string;
};

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
    const waiting = downloads.entries();
    const work = async (): Promise<void> => {
      for (const [place, { path, printPage, subject }] of waiting) {
        const { title, ...printed } = await print(browser, printPage.path, site);
        const { madeAt } = site;
        files[place] = { path, content: await finishPdf(printed, { title, subject, madeAt }) };
      }
    };
    // Two at a time: the whole guide takes as long as its levels together.
    await Promise.all([work(), work()]);
    return files;
  } finally {
    await browser.close();
  }
}

/** The width of A4 and the height of Letter, so that a page fits on both. */
const paper = { width: '210mm', height: '279mm', tagged: true, outline: true };

/**
 * Prints a page under its public URL with the files of this build, so that links in the PDF open
 * the published site. No request reaches the network. It prints twice, because the page numbers of
 * the table of contents are known only after the first time.
 */
async function print(
  browser: Browser,
  path: string,
  { dist, origin, home, address }: PrintedSite,
): Promise<PrintedPage & { readonly title: string }> {
  const page = await browser.newPage();
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url());
    const below = pathname.startsWith(home) ? pathname.slice(home.length) : pathname;
    const file = join(dist, below.endsWith('/') ? `${below}index.html` : below);
    return existsSync(file) ? route.fulfill({ path: file }) : route.abort();
  });
  await page.goto(origin + home + path);
  if (address(home) === undefined) await page.evaluate(unlinkSite);
  await page.evaluate(layOutAgain);
  await page.evaluate(numberContents, {});
  const draft = await page.pdf(paper);
  await page.evaluate(numberContents, Object.fromEntries(await placesIn(draft)));
  const pdf = await page.pdf(paper);
  const headings = await page.locator(':is(h1, h2, h3, h4, h5, h6)').allTextContents();
  const descriptions = await page.evaluate(describeLinks);
  const title = await page.title();
  await page.close();
  return { pdf, headings, descriptions, title };
}

/** Turns links into plain text if the site has no public URL. Runs in the page. */
function unlinkSite(): void {
  for (const link of document.querySelectorAll('a[href^="/"]')) link.removeAttribute('href');
}

/**
 * Lays out the page as a whole. While it loads, Chromium lays it out in pieces, and then some
 * lines are half a pixel higher or lower, different ones each time. Runs in the page.
 */
function layOutAgain(): void {
  const { style } = document.body;
  style.display = 'none';
  document.body.getBoundingClientRect();
  style.display = '';
}

/** Writes page numbers into the table of contents; placeholders before they are known. */
function numberContents(places: Readonly<Record<string, number>>): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a')) {
    link.dataset['page'] = `${places[link.hash.slice(1)] ?? 0}`;
  }
}

/** The accessible name of each link: the text at its target, or else its own. Runs in the page. */
function describeLinks(): Record<string, string> {
  const all: Record<string, string> = {};
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const isInner = link.getAttribute('href')?.startsWith('#') ?? false;
    const target = isInner ? document.getElementById(link.hash.slice(1)) : link;
    const words = (target?.textContent ?? '').replace(/\s+/g, ' ').trim();
    all[isInner ? link.hash.slice(1) : link.href] ??=
      words.length > 200 ? `${words.slice(0, 199)}…` : words;
  }
  return all;
}
