/**
 * `npm test`: all checks. The last line says how many tests passed and failed in total.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './find-browser.ts';
import { ensureEpubcheck, ensureFirefox, ensureNginx, ensureWebKit } from './find-tools.ts';
import { type Counts, inTurn, one, suite } from './run-step.ts';

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

/** Two queues in parallel, one per core, then the browser tests, which need both cores and the built site. */
async function runAll(results: string): Promise<Counts[]> {
  const node = process.execPath;
  const report = (project: string): string => join(results, `${project}.json`);
  const rows = await Promise.all([
    // One after the other, because each writes to .astro.
    inTurn(
      one('Types', 'astro', 'check'),
      one('Build with PDFs', node, 'scripts/build.ts', '--pdf', '--base', '/'),
      one(
        'Build below /guide/',
        node,
        'scripts/build.ts',
        '--base',
        '/guide/',
        '--out',
        'dist-guide',
      ),
    ),
    inTurn(
      one('Lint and format of code', 'biome', 'ci', '.'),
      one('Format of pages', 'prettier', '--check', '--log-level', 'warn', '.'),
      one('Dead code', 'knip'),
      one('Content', node, 'scripts/validate.ts'),
      suite('Unit tests', 'unit', report('unit'), 'at the end'),
      suite('Hostile input', 'fuzz', report('fuzz'), 'at the end'),
    ),
  ]);
  const site = suite('The built site in a browser', 'site', report('site'), 'live');
  return [...rows.flat(), await site()];
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
