/**
 * `npm run bench:search`: how well search answers `bench/search-queries.tsv` on the built site,
 * in a real browser, as a Markdown table. A query is found if one of its questions is among the
 * first five results. MRR is the mean of 1 / rank of the first right result (0 if there is none).
 */
import { readFileSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { browserArguments, ensureBrowser } from '../scripts/find-browser.ts';
import { serveSite } from '../scripts/serve-site.ts';

interface Query {
  readonly kind: string;
  readonly query: string;
  readonly codes: readonly string[];
}

interface Outcome extends Query {
  /** Rank of the first right result, counted from 1; infinite if there is none. */
  readonly rank: number;
  readonly found: readonly string[];
}

const firstFew = 5;

function readQueries(file: string): Query[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kind = '', query = '', codes = ''] = line.split('\t');
      return { kind, query, codes: codes.split(',') };
    });
}

async function ask(browser: Browser, site: string, queries: readonly Query[]): Promise<Outcome[]> {
  const data = (await (await fetch(`${site}data/questions.json`)).json()) as {
    questions: { code: string; url: string }[];
  };
  const codeOf = new Map(data.questions.map(({ code, url }) => [url, code]));
  const page = await browser.newPage();
  const outcomes: Outcome[] = [];
  for (const query of queries) {
    await page.goto(`${site}search/?q=${encodeURIComponent(query.query)}`);
    await page
      .locator('[data-status]')
      .filter({ hasText: /question|found/i })
      .waitFor();
    const urls = await page
      .locator('main ol.results a')
      .evaluateAll((links) =>
        links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
      );
    const found = urls.map((url) => codeOf.get(url) ?? url);
    const place = found.findIndex((code) => query.codes.includes(code));
    outcomes.push({ ...query, found, rank: place < 0 ? Number.POSITIVE_INFINITY : place + 1 });
  }
  return outcomes;
}

function row(name: string, outcomes: readonly Outcome[]): string {
  const found = outcomes.filter(({ rank }) => rank <= firstFew).length;
  const empty = outcomes.filter((outcome) => outcome.found.length === 0).length;
  const mrr = outcomes.reduce((sum, { rank }) => sum + 1 / rank, 0) / outcomes.length;
  const share = ((100 * found) / outcomes.length).toFixed(1);
  return `| ${name} | ${outcomes.length} | ${share} % | ${mrr.toFixed(3)} | ${empty} |`;
}

const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArguments });
const { address, close } = await serveSite({ dist: 'dist', port: 4700 });
const outcomes = await ask(browser, address, readQueries('bench/search-queries.tsv'));
await browser.close();
await close();

console.log(
  '| kind | queries | in the first five | MRR | empty |\n| --- | --- | --- | --- | --- |',
);
for (const kind of new Set(outcomes.map((outcome) => outcome.kind))) {
  console.log(
    row(
      kind,
      outcomes.filter((outcome) => outcome.kind === kind),
    ),
  );
}
console.log(row('**all**', outcomes));
if (process.argv.includes('--misses')) {
  for (const { kind, query, codes, found, rank } of outcomes) {
    if (rank > 1)
      console.log(`${rank}\t${kind}\t${query}\t${codes.join(',')}\t${found.slice(0, 5).join(' ')}`);
  }
}
