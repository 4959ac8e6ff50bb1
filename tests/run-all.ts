/**
 * `npm test`: all checks. The last line says how many tests passed and failed in total.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from '../scripts/find-browser.ts';
import { levels } from '../src/guide.ts';
import { ensureEpubcheck, ensureFirefox, ensureNginx, ensureWebKit } from './find-tools.ts';
import { type Counts, inTurn, one, suite } from './run-step.ts';
import { isFullSweep } from './sampled.ts';

/** Installs the programs that some tests need. If that fails, prints what to install. */
function prepare(...tools: (() => unknown)[]): void {
  for (const ensure of tools) {
    try {
      ensure();
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
    }
  }
}

/** Checks while the site is built, one queue per core; then the built site in browsers. */
async function runAll(results: string): Promise<Counts[]> {
  const node = process.execPath;
  const report = (project: string): string => join(results, `${project}.json`);
  const root = ['--base', '/', '--pdf', isFullSweep ? 'all' : levels[0].id];
  const guide = ['--base', '/guide/', '--out', 'dist-guide'];
  const built = inTurn(
    one('Build with PDFs', node, 'scripts/build.ts', ...root),
    one('Build under /guide/', node, 'scripts/build.ts', ...guide),
  );
  const checked = inTurn(
    one('Lint and format of code', 'biome', 'ci', '.'),
    one('Format of pages', 'prettier', '--check', '--log-level', 'warn', '.'),
    one('Dead code', 'knip'),
    one('Content', node, 'scripts/validate.ts'),
    suite('Unit tests', 'unit', report('unit'), 'at the end'),
    suite('Hostile input', 'fuzz', report('fuzz'), 'at the end'),
  );
  const site = suite('The built site in a browser', 'site', report('site'), 'live');
  const tested = built.then(() => inTurn(site));
  // After the builds, because it writes to .astro, as they do.
  const typed = Promise.all([built, checked]).then(() => inTurn(one('Types', 'astro', 'check')));
  return (await Promise.all([built, checked, tested, typed])).flat();
}

async function main(): Promise<void> {
  const browser = ensureBrowser();
  console.log(`Browser: ${browser}`);
  process.env['CHROME_PATH'] = browser;
  prepare(ensureEpubcheck, ensureNginx, ensureFirefox, ensureWebKit);
  const results = mkdtempSync(join(tmpdir(), 'guide-tests-'));
  const counts = await runAll(results);
  rmSync(results, { recursive: true, force: true });
  const total = (key: keyof Counts): number => counts.reduce((sum, step) => sum + step[key], 0);
  const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
  console.log(`\n${total('passed')} passed, ${total('failed')} failed${skipped}`);
  process.exitCode = total('failed') === 0 ? 0 : 1;
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
