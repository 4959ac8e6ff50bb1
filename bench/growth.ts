/**
 * Growth: build, validation, pages, and search at each size, and stock Starlight with the same
 * articles. The larger guides are the real one plus copies (`grow-questions.ts`), each built from
 * scratch in its own project; glossary, sources, and labs stay the same.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { QuestionSource } from '../src/domain/guide/build-guide.ts';
import { type BenchOptions, baseQuestions } from './bench-options.ts';
import {
  type BuiltSite,
  buildGuideSite,
  buildStockSite,
  middleQuestion,
  removeSite,
  type Site,
} from './compared-sites.ts';
import { growQuestions } from './corpus/grow-questions.ts';
import { type Grown, growthTable } from './growth-table.ts';
import { measuredRun, type Run } from './measured-run.ts';
import { type Figures, runInTurns } from './run-lighthouse.ts';
import { searchCost } from './search-cost.ts';
import { serveCompressed } from './serve-compressed.ts';
import { median } from './table.ts';

/** Measures every size, as a Markdown table. */
export async function growth(options: BenchOptions): Promise<string> {
  const real = baseQuestions(options);
  const guides: Grown[] = [];
  const stocks: Grown[] = [];
  for (const count of options.sizes) {
    const questions = growQuestions(real, count);
    const { timeout } = options;
    const site = await buildGuideSite(questions, { name: `guide-${count}`, timeout });
    guides.push(await measureGuide(site, real, count, options));
    if (options.stockSizes.includes(count) && site.run.failure === undefined) {
      const stock = await buildStockSite(site, questions, { name: `stock-${count}`, timeout });
      stocks.push(await measureSite(stock, real, count, options));
      removeSite(stock);
    }
    removeSite(site);
  }
  return growthTable(guides, stocks);
}

async function measureGuide(
  site: BuiltSite,
  real: readonly QuestionSource[],
  count: number,
  options: BenchOptions,
): Promise<Grown> {
  const { timeout, runs } = options;
  const validations: Run[] = [];
  for (let run = 0; run < Math.min(runs, 3); run += 1) {
    const command = [process.execPath, 'scripts/validate.ts'];
    validations.push(await measuredRun(command, { cwd: join(site.dist, '..'), timeout }));
  }
  const validate = {
    elapsed: median(validations.map(({ elapsed }) => elapsed)),
    cpu: median(validations.map(({ cpu }) => cpu)),
  };
  const grown = { ...(await measureSite(site, real, count, options)), validate };
  return site.run.failure === undefined ? { ...grown, search: await searchCost(site.dist) } : grown;
}

async function measureSite(
  site: BuiltSite,
  real: readonly QuestionSource[],
  count: number,
  { runs }: BenchOptions,
): Promise<Grown> {
  if (site.run.failure !== undefined) {
    const unknown = { dist: undefined, html: undefined, heaviest: undefined };
    return { count, site, ...unknown, performance: undefined };
  }
  const pages = real.map((question) => join(site.dist, site.question(question), 'index.html'));
  const sizes = pages.map(compressedSize);
  const files = filesOf(site.dist);
  const [longest] = files
    .filter(({ path }) => path.endsWith('.html'))
    .sort((a, b) => b.bytes - a.bytes);
  return {
    count,
    site,
    dist: { bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), files: files.length },
    html: sizes.reduce((sum, size) => sum + size, 0) / sizes.length,
    heaviest: longest === undefined ? undefined : compressedSize(longest.path),
    performance: await performanceOf(site, real, runs),
  };
}

async function performanceOf(
  site: Site,
  real: readonly QuestionSource[],
  runs: number,
): Promise<number> {
  const { address, close } = await serveCompressed(site.dist);
  const url = address + site.question(middleQuestion(site, real));
  const [figures = []]: Figures[][] = await runInTurns([url], Math.min(runs, 3));
  await close();
  return median(figures.map(({ performance }) => performance));
}

function compressedSize(file: string): number {
  return brotliCompressSync(readFileSync(file)).length;
}

function filesOf(dist: string): { path: string; bytes: number }[] {
  return readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, bytes: statSync(path).size }));
}
