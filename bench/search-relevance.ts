/**
 * `npm run bench:search`: measures how well the built site's search answers queries, in a real
 * browser. It prints the results for each list of queries, for pages that aren't questions
 * (`search-pages.tsv`), and for queries that the guide has nothing about (`search-unrelated.tsv`).
 * `npm run bench:search -- list.tsv` measures only the lists that you pass. `--misses` also shows
 * the queries whose first result was wrong, and those for which “Nothing in this guide” was missing
 * or wrong.
 */
import { readFileSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { browserArguments, ensureBrowser } from '../scripts/find-browser.ts';
import type { QuestionsData } from '../src/domain/export/data-json.ts';
import { serveSite } from '../tests/support/serve-site.ts';
import { type Outcome, outcome, readQueries, row, tableHead } from './read-queries.ts';

interface Shown {
  /** The codes of the questions, best first. */
  readonly codes: readonly string[];
  /** The URLs of the pages and terms above the questions, relative to the site. */
  readonly pages: readonly string[];
  /** True if the page says that the guide has nothing about the query. */
  readonly isNone: boolean;
}

function ownSearch(browser: Browser, site: string, codes: Map<string, string>) {
  const opened = browser.newPage({ serviceWorkers: 'block' }).then(async (page) => {
    await page.goto(`${site}search/`);
    // Scroll as a reader would, in case a script waits for that.
    await page.mouse.wheel(0, 1);
    await page.waitForFunction(() => customElements.get('search-page') !== undefined);
    return page;
  });
  return async (query: string): Promise<Shown> => {
    const page = await opened;
    await page.locator('#q').fill(query);
    await page.keyboard.press('Enter');
    await page.locator('ol.results[aria-busy="false"]').waitFor({ state: 'attached' });
    const linksIn = (list: string) =>
      page
        .locator(`main ${list} a`)
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    const questions = await linksIn('ol.results');
    const status = await page.locator('[data-status]').textContent();
    return {
      codes: questions.map((url) => codes.get(new URL(url).pathname) ?? url),
      pages: (await linksIn('[data-group]')).map((url) => url.slice(site.length)),
      isNone: status?.startsWith('Nothing in this guide') === true,
    };
  };
}

const given = process.argv.filter((value) => value.endsWith('.tsv'));
const lists =
  given.length > 0
    ? given
    : [
        'bench/search-queries.tsv',
        'bench/search-queries-held-back.tsv',
        'bench/search-queries-new.tsv',
        'bench/search-queries-blind.tsv',
      ];
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArguments });
const { address, close } = await serveSite({ dist: 'dist', port: 4700 });
const { questions } = (await (
  await fetch(`${address}data/questions.json`)
).json()) as QuestionsData;
const codes = new Map(questions.map(({ code, url }) => [url, code]));
const search = ownSearch(browser, address, codes);
/** Queries that the guide can answer, although search says that it has nothing about them. */
const refused: string[] = [];

for (const list of lists) {
  const queries = readQueries(list);
  const outcomes: Outcome[] = [];
  for (const query of queries) {
    const shown = await search(query.query);
    if (shown.isNone) refused.push(query.query);
    outcomes.push(outcome(query, shown.codes));
  }
  console.log(`\n${list}\n\n${tableHead}`);
  for (const kind of new Set(outcomes.map((one) => one.kind))) {
    const ofKind = outcomes.filter((one) => one.kind === kind);
    console.log(row(kind, ofKind));
  }
  console.log(row('**all**', outcomes));
  if (process.argv.includes('--misses')) {
    for (const { kind, query, codes: right, found, rank } of outcomes) {
      if (rank > 1) {
        const first = found.slice(0, 5).join(' ');
        console.log(`${rank}\t${kind}\t${query}\t${right.join(',')}\t${first}`);
      }
    }
  }
}

if (given.length === 0) {
  await comparePages('bench/search-pages.tsv');
  await compareUnrelated('bench/search-unrelated.tsv');
}
await browser.close();
await close();

async function comparePages(file: string): Promise<void> {
  const missed: string[] = [];
  const rows = linesOf(file);
  for (const [, query = '', url = ''] of rows) {
    const { pages } = await search(query);
    if (!pages.includes(url)) missed.push(query);
  }
  console.log(`\n${file}: ${rows.length - missed.length} of ${rows.length} found.`);
  if (missed.length > 0) console.log(`Not found: ${missed.join('; ')}`);
}

async function compareUnrelated(file: string): Promise<void> {
  console.log(`\n${file}\n\n| | queries | “Nothing in this guide” |\n| --- | --- | --- |`);
  const rows = linesOf(file);
  const taken: string[] = [];
  for (const half of new Set(rows.map(([name]) => name))) {
    const queries = rows.flatMap(([name, query = '']) => (name === half ? [query] : []));
    let none = 0;
    for (const query of queries) {
      if ((await search(query)).isNone) none += 1;
      else taken.push(query);
    }
    console.log(`| ${half} | ${queries.length} | ${percent(none, queries.length)} |`);
  }
  const asked = lists.flatMap((list) => readQueries(list)).length;
  console.log(`| queries above | ${asked} | ${percent(refused.length, asked)} |`);
  if (process.argv.includes('--misses')) {
    console.log(`\nAnswered: ${taken.join('; ')}\nRefused: ${refused.join('; ')}`);
  }
}

function linesOf(file: string): string[][] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}
