/** `npm test`: runs all checks. The last line says how many tests passed and failed in total. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from '../../scripts/find-browser.ts';
import { type Counts, inTurn, one, suite } from './run-step.ts';
import { isFullSweep } from './sampled.ts';

/**
 * Installs missing tools in a process of its own, because the first build can run meanwhile. Steps
 * that start afterward know where the browser is.
 */
async function installTools(): Promise<void> {
  const child = spawn(process.execPath, ['tests/support/install-tools.ts'], { stdio: 'inherit' });
  await once(child, 'exit');
  const browser = ensureBrowser();
  console.log(`Browser: ${browser}`);
  process.env['CHROME_PATH'] = browser;
}

/**
 * Runs the builds and the checks in two parallel queues, and then tests the built site in browsers.
 */
async function runAll(results: string): Promise<Counts[]> {
  const node = process.execPath;
  const report = (project: string): string => join(results, `${project}.json`);
  // Printing the whole guide takes as long as building it, so only a full sweep prints it.
  // Otherwise, the other guide's PDF is tested.
  const settings = ['BASE_PATH=/', ...(isFullSweep ? ['PDF=yes'] : [])];
  const build = one('Build', 'env', ...settings, 'astro', 'build');
  const installed = installTools();
  // To print the guide, the build needs the browser.
  const site = isFullSweep ? installed.then(build) : build();
  const otherGuide = one(
    'Build of another guide under /guide/',
    node,
    'tests/another-guide/build-another-guide.ts',
  );
  const built = Promise.all([site, installed]).then(async ([counts]) => [
    counts,
    await otherGuide(),
  ]);
  const checked = inTurn(
    one('Lint and format of code', 'biome', 'ci', '.'),
    one('Format of pages', 'prettier', '--check', '--log-level', 'warn', '.'),
    suite(
      'Unit tests and hostile input',
      ['unit', 'content', 'fuzz'],
      report('unit'),
      'at the end',
    ),
  );
  // This check takes the longest, but no test waits for it. It comes after the build, which
  // generates the content's type definitions.
  const typed = Promise.all([site, checked]).then(one('Types', 'astro', 'check', '--noSync'));
  const before = [...(await built), ...(await checked)];
  const inBrowsers = await suite('The built site', ['site'], report('site'), 'live')();
  return [...before, await typed, inBrowsers];
}

async function main(): Promise<void> {
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
