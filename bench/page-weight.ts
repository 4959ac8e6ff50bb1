/**
 * Weight of pages on a first visit: every question page next to the floor page and the stock
 * Starlight page of the same article, then one page of each kind. "Not the article" is everything
 * that the page loads minus the floor page of its article.
 */
import { type Browser, chromium } from 'playwright-core';
import { browserArguments, ensureBrowser } from '../scripts/find-browser.ts';
import type { QuestionSource } from '../src/domain/guide/build-guide.ts';
import { type BenchOptions, baseQuestions } from './bench-options.ts';
import { type ColdLoad, loadCold } from './cold-load.ts';
import { buildGuideSite, buildStockSite, type Site, writeFloorSite } from './compared-sites.ts';
import { serveCompressed } from './serve-compressed.ts';
import { kilobytes, median, ratio, table } from './table.ts';

/** One page of each kind. */
const kinds: readonly (readonly [name: string, path: string])[] = [
  ['home', ''],
  ['a level', 'levels/advanced/'],
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
  ['a path', 'paths/imaging-ai/'],
];

/** Measures page weight, as Markdown tables. */
export async function pageWeight(options: BenchOptions): Promise<string> {
  const questions = baseQuestions(options);
  const { timeout } = options;
  const guide = await buildGuideSite(questions, { name: 'guide', timeout });
  const stock = await buildStockSite(guide, questions, { name: 'stock', timeout });
  const floor = writeFloorSite(guide, questions);
  const browser = await chromium.launch({
    executablePath: ensureBrowser(),
    args: browserArguments,
  });
  const loads = {
    floor: await loadQuestions(browser, floor, questions),
    guide: await loadQuestions(browser, guide, questions),
    stock: await loadQuestions(browser, stock, questions),
  };
  const kindRows = await loadKinds(browser, guide);
  await browser.close();
  return `${questionTable(loads)}\n\n${kindTable(loads.guide, kindRows)}`;
}

/** Loads of every question page of a site, in the order of the questions. */
async function loadQuestions(
  browser: Browser,
  site: Site,
  questions: readonly QuestionSource[],
): Promise<ColdLoad[]> {
  const { address, close } = await serveCompressed(site.dist);
  const loads: ColdLoad[] = [];
  for (const question of questions) {
    loads.push(await loadCold(browser, address + site.question(question), site.article));
  }
  await close();
  return loads;
}

async function loadKinds(browser: Browser, { dist, article }: Site) {
  const { address, close } = await serveCompressed(dist);
  const loads: (readonly [name: string, load: ColdLoad])[] = [];
  for (const [name, path] of kinds) {
    loads.push([name, await loadCold(browser, address + path, article)]);
  }
  await close();
  return loads;
}

interface Loads {
  readonly floor: readonly ColdLoad[];
  readonly guide: readonly ColdLoad[];
  readonly stock: readonly ColdLoad[];
}

/** A row of the table: a metric of a load, and its target. */
interface Measure {
  readonly name: string;
  /** The figure, given the load and the floor page of the same article. */
  readonly of: (load: ColdLoad, floor: ColdLoad) => number;
  readonly target?: number;
  readonly isCount?: boolean;
}

const measures: readonly Measure[] = [
  { name: 'total, kB', of: ({ total }) => total, target: 14_600 },
  { name: 'not the article, kB', of: ({ total }, floor) => total - floor.total, target: 9000 },
  { name: 'requests', of: ({ requests }) => requests, target: 3, isCount: true },
  { name: 'HTML, kB', of: ({ html }) => html },
  { name: 'JavaScript, kB', of: ({ js, inlineJs }) => js + inlineJs, target: 2000 },
  { name: 'of it in the HTML, kB', of: ({ inlineJs }) => inlineJs },
  { name: 'CSS, kB', of: ({ css, inlineCss }) => css + inlineCss, target: 4000 },
  { name: 'of it in the HTML, kB', of: ({ inlineCss }) => inlineCss },
  { name: 'elements outside main', of: ({ frame }) => frame, target: 150, isCount: true },
  { name: 'elements that are not the article', of: ({ outside }) => outside, isCount: true },
  { name: 'elements', of: ({ elements }) => elements, isCount: true },
];

function questionTable(loads: Loads): string {
  const rows = measures.map(({ name, of, target, isCount = false }) => {
    const valuesOf = (site: readonly ColdLoad[]): number[] =>
      site.map((load, index) => of(load, loads.floor[index] ?? load));
    const shown = isCount ? (value: number) => String(Math.round(value)) : kilobytes;
    const own = valuesOf(loads.guide);
    const floor = median(valuesOf(loads.floor));
    return [
      name,
      ratio(median(own), floor),
      target === undefined ? '' : ratio(median(own), target),
      shown(floor),
      shown(median(own)),
      shown(Math.max(...own)),
      shown(median(valuesOf(loads.stock))),
      target === undefined ? '' : shown(target),
    ];
  });
  const head = [
    'cold question page, median',
    'ours ÷ floor',
    'ours ÷ target',
    'floor',
    'ours',
    'our heaviest',
    'stock Starlight',
    'target',
  ];
  return table(head, rows);
}

function kindTable(
  questions: readonly ColdLoad[],
  others: readonly (readonly [name: string, load: ColdLoad])[],
): string {
  const middle = [...questions].sort((a, b) => a.total - b.total)[questions.length >> 1];
  const all = middle === undefined ? others : [['a question', middle] as const, ...others];
  const rows = all.map(([name, load]) => [
    name,
    ...[load.total].map(kilobytes),
    String(load.requests),
    ...[load.html, load.css, load.js, load.other, load.inlineJs, load.inlineCss].map(kilobytes),
    String(load.elements),
  ]);
  const head = 'page, kB|total|requests|HTML|CSS|JS|other|JS in HTML|CSS in HTML|elements';
  return table(head.split('|'), rows);
}
