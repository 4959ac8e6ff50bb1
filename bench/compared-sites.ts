import { rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { QuestionSource } from '../src/domain/guide/build-guide.ts';
import { readArticles } from './corpus/articles.ts';
import { writeFloor } from './corpus/floor-page.ts';
import { stockBuild, writeStock } from './corpus/stock-site.ts';
import { writeGuide } from './corpus/write-guide.ts';
import { measuredRun, type Run } from './measured-run.ts';

/** Folder of the measured sites; ignored by git and by all checks. */
const root = resolve('dist-bench');

/** A built site with one page for each question. */
export interface Site {
  readonly dist: string;
  /** URL of a question's page from the site's root. */
  question(source: QuestionSource): string;
  /** Selector of the elements that are the article. */
  readonly article: string;
}

/** A site and the cost of its build. */
export interface BuiltSite extends Site {
  readonly run: Run;
}

/** A folder for a site and a time after which its build is stopped, in seconds. */
export interface SiteOptions {
  readonly name: string;
  readonly timeout: number;
}

/** Builds this guide with these questions. */
export async function buildGuideSite(
  questions: readonly QuestionSource[],
  { name, timeout }: SiteOptions,
): Promise<BuiltSite> {
  const { root: cwd } = writeGuide(join(root, name), questions);
  const run = await measuredRun(
    [process.execPath, resolve('node_modules/astro/bin/astro.mjs'), 'build'],
    { cwd, timeout },
  );
  return {
    dist: join(cwd, 'dist'),
    question: ({ slug }) => `questions/${slug}/`,
    article: 'h1, [data-part]:not([data-part="related"])',
    run,
  };
}

/** Builds stock Starlight with the articles of the guide's pages. */
export async function buildStockSite(
  guide: Site,
  questions: readonly QuestionSource[],
  { name, timeout }: SiteOptions,
): Promise<BuiltSite> {
  const cwd = join(root, name);
  writeStock(cwd, readArticles(guide.dist, questions));
  return {
    dist: join(cwd, 'dist'),
    question: ({ slug, data }) => `${data.level}/${slug}/`,
    article: 'h1, .sl-markdown-content',
    run: await measuredRun(stockBuild, { cwd, timeout }),
  };
}

/** Writes the floor pages with the articles of the guide's pages. */
export function writeFloorSite(guide: Site, questions: readonly QuestionSource[]): Site {
  const dist = join(root, 'floor');
  writeFloor(dist, readArticles(guide.dist, questions));
  return { dist, question: ({ slug }) => `${slug}/`, article: 'main' };
}

/** The question with the median page size. */
export function middleQuestion(site: Site, questions: readonly QuestionSource[]): QuestionSource {
  const size = (question: QuestionSource): number =>
    statSync(join(site.dist, site.question(question), 'index.html')).size;
  const middle = [...questions].sort((a, b) => size(a) - size(b))[questions.length >> 1];
  if (middle === undefined) throw new Error('There are no questions.');
  return middle;
}

/** Deletes a site and its project. */
export function removeSite({ dist }: BuiltSite): void {
  rmSync(join(dist, '..'), { recursive: true, force: true });
}
