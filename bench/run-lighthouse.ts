import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { browserArguments, ensureBrowser } from '../scripts/find-browser.ts';

/** Figures of one Lighthouse run with its mobile settings; scores from 0 to 100, times in ms. */
export type Figures = Readonly<Record<FigureName, number>>;

/** Lighthouse metrics, by their path in its report. */
const audits = {
  fcp: 'first-contentful-paint',
  lcp: 'largest-contentful-paint',
  tbt: 'total-blocking-time',
  cls: 'cumulative-layout-shift',
  mainThread: 'mainthread-work-breakdown',
} as const;

const categories = {
  performance: 'performance',
  accessibility: 'accessibility',
  bestPractices: 'best-practices',
  seo: 'seo',
} as const;

/** Name of a figure. */
export type FigureName = keyof typeof audits | keyof typeof categories;

/** Runs Lighthouse once in a new browser. */
export async function runLighthouse(url: string): Promise<Figures> {
  const chrome = await launch({
    chromePath: ensureBrowser(),
    chromeFlags: ['--headless=new', ...browserArguments],
  });
  try {
    const result = await lighthouse(url, { port: chrome.port, logLevel: 'error' });
    if (result === undefined) throw new Error(`Lighthouse gave no report on ${url}`);
    const { lhr } = result;
    if (lhr.runtimeError !== undefined) throw new Error(`${url}: ${lhr.runtimeError.message}`);
    const times = Object.entries(audits).map(([name, id]) => [
      name,
      lhr.audits[id]?.numericValue ?? Number.NaN,
    ]);
    const scores = Object.entries(categories).map(([name, id]) => [
      name,
      100 * (lhr.categories[id]?.score ?? Number.NaN),
    ]);
    return Object.fromEntries([...times, ...scores]) as Figures;
  } finally {
    chrome.kill();
  }
}

/** Runs Lighthouse on several pages in turns (A, B, C, A, B, C), so that a slow minute affects all of them. */
export async function runInTurns(urls: readonly string[], runs: number): Promise<Figures[][]> {
  const figures: Figures[][] = urls.map(() => []);
  for (let run = 0; run < runs; run += 1) {
    for (const [index, url] of urls.entries()) figures[index]?.push(await runLighthouse(url));
  }
  return figures;
}
