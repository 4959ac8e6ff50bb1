/**
 * `npm run build`: checks the content, builds the site beside the last one, indexes and checks
 * it, and only then puts it in place. If anything fails, the last good `dist` stays.
 * `npm run pdf` is the same with the PDFs, which need a Chromium.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { build as buildPages } from 'astro';
import { dayOf, type Export } from '../src/domain/export/export.ts';
import { exports } from '../src/domain/export/exports.ts';
import { markedParts } from '../src/domain/export/marked-parts.ts';
import { type PartHtml, type PartRule, readPartHtml } from '../src/domain/export/part-html.ts';
import { printDownloads } from '../src/domain/export/print-pages.ts';
import { type PartTexts, readParts } from '../src/domain/export/read-parts.ts';
import type { Guide, Question } from '../src/domain/guide/build-guide.ts';
import { type Paths, pathsBelow } from '../src/domain/links/paths.ts';
import { checkSite } from './check-site.ts';
import { ensureBrowser } from './find-browser.ts';
import { indexSearch } from './index-search.ts';
import { listDownloads } from './list-downloads.ts';
import { makePdfs } from './make-pdfs.ts';
import { readLabs } from './read-labs.ts';
import { readLook } from './read-look.ts';
import { siteMap } from './site-map.ts';
import { validate } from './validate.ts';

/** What to build. */
export interface BuildOptions {
  /** Folder for the finished site, from the project's root. */
  readonly out?: string;
  /** Path below which the site will be served; by default from the environment. */
  readonly base?: string;
  /** Whether to make the PDFs, which needs a browser. */
  readonly pdf?: boolean;
}

/** Builds the site. Returns whether it is good; reports what is not. */
export async function build({
  out = 'dist',
  base = process.env.BASE_PATH ?? '/',
  pdf = false,
}: BuildOptions = {}): Promise<boolean> {
  if (pdf && !hasBrowser()) return false;
  const root = process.cwd();
  const guide = validate(root);
  if (guide === undefined) return false;
  const next = `${out}-next`;
  rmSync(next, { recursive: true, force: true });
  process.env.BASE_PATH = base;
  const paths = pathsBelow(base);
  const integrations = [siteMap(next, guide, paths)];
  await buildPages({ root, outDir: next, logLevel: 'warn', integrations });
  await finish(next, guide, paths, pdf);
  const problems = checkSite(next, paths.home);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) {
    console.error(`\n${problems.length} problems in the built site; ${out} was left as it was.`);
    return false;
  }
  replace(out, next);
  return true;
}

/** Gets the browser before anything is built; without one, says what to install. */
function hasBrowser(): boolean {
  try {
    return ensureBrowser() !== '';
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return false;
  }
}

/** Address of the host, as in `astro.config.mjs`. */
const origin = (process.env.SITE_URL || 'http://localhost:4321').replace(/\/+$/, '');

async function finish(dist: string, guide: Guide, paths: Paths, pdf: boolean): Promise<void> {
  const pages = new Map(
    guide.questions.map(({ slug }) => [
      slug,
      markedParts(readFileSync(join(dist, 'questions', slug, 'index.html'), 'utf8')),
    ]),
  );
  const texts = new Map([...pages].map(([slug, marked]) => [slug, readParts(marked)]));
  const partsOf = ({ slug }: Question): PartTexts => texts.get(slug) ?? {};
  const htmlOf = ({ slug }: Question, rule: PartRule): PartHtml =>
    readPartHtml(pages.get(slug) ?? new Map(), rule);
  const labs = await readLabs(process.cwd());
  const look = readLook(process.cwd());
  const source = { guide, labs, look, paths, origin, madeAt: madeAt(guide), partsOf, htmlOf };
  for (const { make } of exports) await write(dist, make(source));
  if (pdf) await write(dist, await makePdfs(printDownloads, { ...source, dist, home: paths.home }));
  listDownloads(dist, paths.home, dayOf(source));
  await indexSearch(dist, guide, paths, partsOf);
}

/** Writes files into the site. */
async function write(dist: string, files: ReturnType<Export['make']>): Promise<void> {
  for await (const { path, content } of files) {
    mkdirSync(dirname(join(dist, path)), { recursive: true });
    writeFileSync(join(dist, path), content);
  }
}

/**
 * When the content was made: `SOURCE_DATE_EPOCH` if the caller knows
 * (https://reproducible-builds.org/specs/source-date-epoch/), else the time of the last commit, else
 * the newest day on which facts were checked.
 */
function madeAt({ questions }: Guide): number {
  const given = Number(process.env.SOURCE_DATE_EPOCH);
  if (Number.isInteger(given) && given > 0) return given;
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' });
  if (status === 0 && /^\d+\s*$/.test(stdout)) return Number(stdout);
  const days = questions.map(({ factsCheckedOn }) => Date.parse(factsCheckedOn) / 1000);
  return Math.max(...days);
}

/** Puts the new site in the place of the old one by renaming, so that neither is ever half there. */
function replace(out: string, next: string): void {
  const previous = `${out}-previous`;
  rmSync(previous, { recursive: true, force: true });
  if (existsSync(out)) renameSync(out, previous);
  renameSync(next, out);
  rmSync(previous, { recursive: true, force: true });
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { base: { type: 'string' }, out: { type: 'string' }, pdf: { type: 'boolean' } },
    strict: true,
  });
  const started = performance.now();
  const good = await build(values);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (good) console.log(`Built ${values.out ?? 'dist'} in ${seconds} s.`);
  process.exitCode = good ? 0 : 1;
}
