/**
 * `npm run bench:search-cost`: what the first results of a search cost, on the built site with
 * brotli in a real browser, as a Markdown table. Bytes are those of the bodies that arrived
 * before the first result was painted. "Slow link" is 150 ms round trip and 200 kB/s.
 */
import { readFileSync } from 'node:fs';
import { type Browser, type CDPSession, chromium } from 'playwright-core';
import { browserArguments, ensureBrowser } from '../scripts/find-browser.ts';
import { readContent } from '../scripts/read-content.ts';
import { checkContent } from '../src/domain/content-checks/check-content.ts';
import { markedParts } from '../src/domain/export/marked-parts.ts';
import { readParts } from '../src/domain/export/read-parts.ts';
import { instantData } from '../src/domain/search/build-instant.ts';
import { cutShards } from '../src/domain/search/cut-shards.ts';
import { growCorpus } from './corpus.ts';
import { serveCompressed } from './serve-compressed.ts';

const queries = ['hipaa', 'fhir', 'sepsis alerts', 'too many false alarms', 'hippa', '510(k)'];
const slowLink = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 200_000,
};

interface Cost {
  readonly bytes: number;
  readonly requests: number;
  /** From opening to the painted result, in milliseconds. */
  readonly time: number;
}

/** Bodies that arrive on a page, as the network sent them. */
function countBytes(session: CDPSession): { bytes: number; requests: number } {
  const sum = { bytes: 0, requests: 0 };
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    sum.bytes += encodedDataLength;
    sum.requests += 1;
  });
  return sum;
}

/**
 * Opens the dialog on the home page with the query typed ahead, and waits for the first result.
 * The query goes in as soon as the field is there, so the time is that of the machine and the
 * network alone.
 */
async function openCold(
  browser: Browser,
  site: string,
  query: string,
  isSlow: boolean,
): Promise<Cost> {
  const page = await browser.newPage();
  await page.goto(site, { waitUntil: 'networkidle' });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  if (isSlow) await session.send('Network.emulateNetworkConditions', slowLink);
  // Pagefind comes after the first results; held back, it can't be counted with them.
  await page.route('**/pagefind/**', () => {});
  const sum = countBytes(session);
  const time = await page.evaluate(timeOpening, query);
  const cost = { ...sum, time };
  await page
    .context()
    .close()
    .catch(() => {});
  return cost;
}

/** Runs in the page: presses Ctrl+K, fills the field as soon as it is there, waits for paint. */
function timeOpening(query: string): Promise<number> {
  return new Promise((resolve) => {
    const started = performance.now();
    const look = (): void => {
      const input = document.querySelector<HTMLInputElement>('.search-dialog input');
      if (input && input.value === '') {
        input.value = query;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
      if (document.querySelector('.search-dialog [role=option]') === null) {
        requestAnimationFrame(look);
        return;
      }
      requestAnimationFrame(() => resolve(performance.now() - started));
    };
    document.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }),
    );
    look();
  });
}

/** Milliseconds from the last key to the painted result, everything loaded. */
async function typeWarm(browser: Browser, site: string, query: string): Promise<number> {
  const page = await browser.newPage();
  await page.goto(site);
  await page.keyboard.press('Control+k');
  const input = page.getByRole('combobox', { name: 'Search the guide' });
  const answered = page.locator('.search-dialog [role=listbox][aria-busy="false"]');
  for (const typed of ['kappa', query.slice(0, -1)]) {
    await input.fill(typed);
    await answered.waitFor({ state: 'attached' });
  }
  const time = await page.evaluate(timeLastKey, query);
  await page.close();
  return time;
}

function timeLastKey(query: string): Promise<number> {
  return new Promise((resolve) => {
    const input = document.querySelector<HTMLInputElement>('.search-dialog input');
    const list = document.querySelector('.search-dialog [role=listbox]');
    if (input === null || list === null) throw new Error('The dialog is not open');
    const started = performance.now();
    const observer = new MutationObserver(() => {
      if (list.querySelector('[role=option]') === null) return;
      observer.disconnect();
      // The frame after the next one has the change on the screen.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => resolve(performance.now() - started)),
      );
    });
    observer.observe(list, { childList: true });
    input.value = query;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function line(name: string, costs: readonly Cost[], warm?: readonly number[]): string {
  const most = Math.max(...costs.map(({ bytes }) => bytes));
  const requests = Math.max(...costs.map((cost) => cost.requests));
  const times = costs.map(({ time }) => time);
  const keys = warm === undefined ? '' : `${Math.round(median(warm))} ms`;
  return `| ${name} | ${(most / 1000).toFixed(1)} kB | ${requests} | ${Math.round(median(times))} ms | ${Math.round(Math.max(...times))} ms | ${keys} |`;
}

/** The index files of a guide of `count` questions, by path. */
function indexFiles(count: number): Map<string, string> {
  const { guide } = checkContent(readContent(process.cwd()));
  if (guide === undefined) throw new Error('The content is not valid: npm run validate');
  const real = guide.questions.map((question) => ({
    question,
    hint:
      readParts(markedParts(readFileSync(`dist/questions/${question.slug}/index.html`, 'utf8')))
        .hint ?? '',
  }));
  const { root, shards } = cutShards(instantData(growCorpus(real, count)), `grown-${count}`);
  return new Map([
    ['/data/search/index.json', JSON.stringify(root)],
    ...[...shards].map(([name, shard]): [string, string] => [
      `/data/search/${root.folder}/${name}.json`,
      JSON.stringify(shard),
    ]),
  ]);
}

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArguments });
console.log(
  '| questions | bytes until first results, most | requests, most | opening to paint on a slow link, median | most | last key to paint, warm, median |\n| --- | --- | --- | --- | --- | --- |',
);
for (const count of [50, 500, 5000]) {
  const files = count === 50 ? undefined : indexFiles(count);
  const { address, close } = await serveCompressed('dist', 4710, files);
  const costs: Cost[] = [];
  for (const query of queries) costs.push(await openCold(browser, address, query, true));
  const warm: number[] = [];
  // Full text is built for the real guide alone.
  if (count === 50) for (const query of queries) warm.push(await typeWarm(browser, address, query));
  console.log(line(String(count), costs, count === 50 ? warm : undefined));
  await close();
}
await browser.close();
