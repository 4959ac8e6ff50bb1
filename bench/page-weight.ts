/**
 * Measures what a first visit loads from the last build, for all question pages and for the pages
 * in `kinds`.
 */
import { readdirSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { browserArguments, ensureBrowser } from '../scripts/find-browser.ts';
import { type ColdLoad, loadCold } from './cold-load.ts';
import { serveCompressed } from './serve-compressed.ts';
import { kilobytes, table } from './table.ts';

const kinds: readonly (readonly [name: string, path: string])[] = [
  ['home', ''],
  ['all questions', 'questions/'],
  ['glossary', 'glossary/'],
  ['sources', 'sources/'],
  ['search, before typing', 'search/'],
  ['practice', 'practice/'],
  ['mock interview', 'mock/'],
  ['interview kit', 'kit/'],
  ['question set', 'set/'],
  ['progress', 'progress/'],
  ['a lab', 'labs/predictive-value/'],
];

export async function pageWeight(): Promise<string> {
  const { address, close } = await serveCompressed('dist');
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: browserArguments,
  });
  const questions = await loadAll(browser, address, questionPaths());
  const byTotal = questions.toSorted((a, b) => a.total - b.total);
  const others = await loadAll(
    browser,
    address,
    kinds.map(([, path]) => path),
  );
  await browser.close();
  await close();
  const rows = [
    ['a question, median', byTotal[byTotal.length >> 1]] as const,
    ['the heaviest question', byTotal.at(-1)] as const,
    ...kinds.map(([name], index) => [name, others[index]] as const),
  ];
  const head = 'page, kB|total|requests|HTML|CSS|JS|other|JS in HTML|CSS in HTML|elements';
  return table(
    head.split('|'),
    rows.flatMap(([name, load]) => (load === undefined ? [] : [rowOf(name, load)])),
  );
}

function questionPaths(): string[] {
  return readdirSync('dist/questions', { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `questions/${name}/`);
}

async function loadAll(
  browser: Browser,
  site: string,
  paths: readonly string[],
): Promise<ColdLoad[]> {
  const loads: ColdLoad[] = [];
  for (const path of paths) loads.push(await loadCold(browser, site + path));
  return loads;
}

function rowOf(name: string, load: ColdLoad): string[] {
  return [
    name,
    kilobytes(load.total),
    String(load.requests),
    ...[load.html, load.css, load.js, load.other, load.inlineJs, load.inlineCss].map(kilobytes),
    String(load.elements),
  ];
}
