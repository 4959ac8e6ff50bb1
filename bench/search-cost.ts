/**
 * Measures what search costs on a built site: the search page before anything is typed, and the
 * first results in the dialog. For the dialog, it counts the requests and the bytes received
 * (compressed with Brotli) until the first result is painted, and measures how long that takes on
 * a slow link (150 ms round trip, 200 kB/s). It also measures the time from the last keystroke to
 * the painted result when everything is loaded.
 */
import { type Browser, type CDPSession, chromium } from 'playwright-core';
import { browserArguments, ensureBrowser } from '../scripts/find-browser.ts';
import { type ColdLoad, loadCold } from './cold-load.ts';
import { serveCompressed } from './serve-compressed.ts';
import { kilobytes, median, table } from './table.ts';

const queries = ['hipaa', 'fhir', 'sepsis alerts', 'too many false alarms', 'hippa', '510(k)'];
const slowLink = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 200_000,
};

interface SearchCost {
  readonly page: ColdLoad;
  /** The largest number of bytes received for a query. */
  readonly bytes: number;
  /** The largest number of requests for a query. */
  readonly requests: number;
  /**
   * The median time from opening the dialog to the painted result on a slow link, in milliseconds.
   */
  readonly opening: number;
  /** The median time from the last keystroke to the painted result, in milliseconds. */
  readonly lastKey: number;
}

export async function searchTable(): Promise<string> {
  const { page, bytes, requests, opening, lastKey } = await searchCost('dist');
  return table(
    ['search', ''],
    [
      ['the page before typing, kB', kilobytes(page.total)],
      ['until the first results, kB at most', kilobytes(bytes)],
      ['requests at most', String(requests)],
      ['first results, from opening search on a slow link, ms', opening.toFixed(0)],
      ['results, from the last key with everything loaded, ms', lastKey.toFixed(0)],
    ],
  );
}

interface Cost {
  readonly bytes: number;
  readonly requests: number;
  /** The time from opening the dialog to the painted result, in milliseconds. */
  readonly time: number;
}

async function searchCost(dist: string): Promise<SearchCost> {
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: browserArguments,
  });
  const { address, close } = await serveCompressed(dist);
  const costs: Cost[] = [];
  const keys: number[] = [];
  for (const query of queries) {
    costs.push(await openCold(browser, address, query));
    keys.push(await typeWarm(browser, address, query));
  }
  const page = await loadCold(browser, `${address}search/`);
  await browser.close();
  await close();
  return {
    page,
    bytes: Math.max(...costs.map(({ bytes }) => bytes)),
    requests: Math.max(...costs.map(({ requests }) => requests)),
    opening: median(costs.map(({ time }) => time)),
    lastKey: median(keys),
  };
}

/** Returns the number of responses and their compressed bytes. Both grow as responses arrive. */
function countBytes(session: CDPSession): { bytes: number; requests: number } {
  const sum = { bytes: 0, requests: 0 };
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    sum.bytes += encodedDataLength;
    sum.requests += 1;
  });
  return sum;
}

/**
 * Opens the dialog on the home page, enters the query, and waits for the first result. The query is
 * entered as soon as the field exists, so no typing time is included.
 */
async function openCold(browser: Browser, site: string, query: string): Promise<Cost> {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.goto(site, { waitUntil: 'networkidle' });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slowLink);
  const sum = countBytes(session);
  const time = await page.evaluate(timeOpening, query);
  const cost = { ...sum, time };
  await page
    .context()
    .close()
    .catch(() => {});
  return cost;
}

/**
 * Runs in the page: presses Ctrl+K, fills in the field as soon as it exists, and waits until a
 * question is painted. Unlike a suggestion, a question shows its level and topics.
 */
function timeOpening(query: string): Promise<number> {
  return new Promise((resolve) => {
    const started = performance.now();
    const look = (): void => {
      const input = document.querySelector<HTMLInputElement>('.search-dialog input');
      if (input && input.value === '') {
        input.value = query;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      }
      if (document.querySelector('.search-dialog [role=option] .place') === null) {
        requestAnimationFrame(look);
        return;
      }
      // This message arrives after the frame has been painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - started);
      port2.postMessage(undefined);
    };
    document.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'k', ctrlKey: true, bubbles: true }),
    );
    look();
  });
}

/** Measures `lastKey` for one query, with everything loaded. */
async function typeWarm(browser: Browser, site: string, query: string): Promise<number> {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  // The script for the keyboard shortcut loads after the page.
  await page.goto(site, { waitUntil: 'networkidle' });
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
      if (list.querySelector('[role=option] .place') === null) return;
      observer.disconnect();
      // The second callback runs after the frame that paints the change.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => resolve(performance.now() - started)),
      );
    });
    observer.observe(list, { childList: true });
    input.value = query;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
