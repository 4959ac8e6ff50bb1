/**
 * `npm run bench:search`: how well search answers `bench/search-queries.tsv` on the built site,
 * in a real browser, beside other engines on the same pages, as Markdown tables. Another list of
 * queries can be given: `npm run bench:search -- list.tsv`. `--misses` shows what was not first.
 */
import { type Browser, chromium } from 'playwright-core';
import { browserArguments, ensureBrowser } from '../scripts/find-browser.ts';
import { serveSite } from '../scripts/serve-site.ts';
import type { QuestionsData } from '../src/schemas/questions-data.ts';
import { type Engine, flexSearch, miniSearch, orama, type Page } from './other-engines.ts';
import { type Outcome, outcome, type Query, readQueries, row, tableHead } from './read-queries.ts';

/** The search page: what readers get. */
async function ownSearch(browser: Browser, site: string, codes: Map<string, string>) {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  return async (query: string): Promise<string[]> => {
    await page.goto(`${site}search/?q=${encodeURIComponent(query)}`);
    await page.locator('ol.results[aria-busy="false"]').waitFor({ state: 'attached' });
    const urls = await page
      .locator('main ol.results a:not(.section)')
      .evaluateAll((links) =>
        links.map((link) => new URL((link as HTMLAnchorElement).href).pathname),
      );
    return urls.map((url) => codes.get(url) ?? url);
  };
}

/** Pagefind as it comes, on the same index, without what the guide does around it. */
async function pagefindAlone(browser: Browser, site: string, codes: Map<string, string>) {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  await page.goto(site);
  return async (query: string): Promise<string[]> => {
    const urls = await page.evaluate(async (text) => {
      const address = '/pagefind/pagefind.js';
      const pagefind = await import(address);
      const { results } = await pagefind.search(text);
      const pages = await Promise.all(
        results.slice(0, 20).map((one: { data(): Promise<{ url: string }> }) => one.data()),
      );
      return pages.map(({ url }: { url: string }) => url);
    }, query);
    return urls.map((url: string) => codes.get(url) ?? url);
  };
}

async function answerAll(engine: Engine, queries: readonly Query[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const query of queries) outcomes.push(outcome(query, await engine(query.query)));
  return outcomes;
}

const queries = readQueries(
  process.argv.find((value) => value.endsWith('.tsv')) ?? 'bench/search-queries.tsv',
);
const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserArguments });
const { address, close } = await serveSite({ dist: 'dist', port: 4700 });
const { questions } = (await (
  await fetch(`${address}data/questions.json`)
).json()) as QuestionsData;
const codes = new Map(questions.map(({ code, url }) => [url, code]));
const pages = questions.map(
  (question): Page => ({
    code: question.code,
    title: question.title,
    aliases: question.aliases.join(', '),
    summary: question.summary,
    topics: question.topics.join(', '),
    text: [question.listening, question.hint, question.outline, question.answer, question.deeper]
      .concat(question.rubric.map(({ criterion, five }) => `${criterion}. ${five}`))
      .concat(question.probes.map(({ ask, reply }) => `${ask} ${reply}`))
      .join('\n'),
  }),
);

const own = await answerAll(await ownSearch(browser, address, codes), queries);
console.log(tableHead);
for (const kind of new Set(own.map((one) => one.kind))) {
  console.log(
    row(
      kind,
      own.filter((one) => one.kind === kind),
    ),
  );
}
console.log(row('**all**', own));

console.log(`\n${tableHead}`);
console.log(row('this guide', own));
const others: [string, Engine][] = [
  ['Pagefind alone', await pagefindAlone(browser, address, codes)],
  ['MiniSearch', miniSearch(pages)],
  ['FlexSearch', flexSearch(pages)],
  ['Orama', await orama(pages)],
];
for (const [name, engine] of others) console.log(row(name, await answerAll(engine, queries)));
await browser.close();
await close();

if (process.argv.includes('--misses')) {
  for (const { kind, query, codes: right, found, rank } of own) {
    if (rank > 1)
      console.log(`${rank}\t${kind}\t${query}\t${right.join(',')}\t${found.slice(0, 5).join(' ')}`);
  }
}
