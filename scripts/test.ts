/**
 * `npm test`: everything that must hold, one step after the other, each counted. The last line
 * says how many tests passed and failed over all steps.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './find-browser.ts';
import { ensureEpubcheck } from './find-epubcheck.ts';
import { ensureNginx } from './find-nginx.ts';

/** Outcome of a step. */
interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const results = mkdtempSync(join(tmpdir(), 'guide-tests-'));

/** Runs a command that is one test by itself. */
function one(name: string, command: string, ...args: string[]): Counts {
  console.log(`\n── ${name}`);
  const passed = spawnSync(command, args, { stdio: 'inherit' }).status === 0;
  if (!passed) console.error(`✗ ${name}: ${[command, ...args].join(' ')} failed.`);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/** Runs a Vitest project and counts its tests. */
function suite(name: string, project: string, browser: string): Counts {
  console.log(`\n── ${name}`);
  const report = join(results, `${project}.json`);
  const { status } = spawnSync(
    'vitest',
    [
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${report}`,
    ],
    { stdio: 'inherit', env: { ...process.env, CHROME_PATH: browser } },
  );
  try {
    const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    ) as Record<string, number | undefined>;
    const passed = numPassedTests ?? 0;
    const failed = numFailedTests ?? 0;
    // A suite can fail without a failing test: a file that can not be loaded, an unhandled error.
    const broken = status !== 0 && failed === 0 ? 1 : 0;
    return { passed, failed: failed + broken, skipped: (numTotalTests ?? 0) - passed - failed };
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** Gets what single tests need before anything is timed. Without it, they say what to install. */
function prepare(...tools: (() => unknown)[]): void {
  for (const ensure of tools) {
    try {
      ensure();
    } catch (error) {
      console.error(error instanceof Error ? error.message : String(error));
    }
  }
}

function main(): void {
  const browser = ensureBrowser();
  console.log(`Browser: ${browser}`);
  prepare(ensureEpubcheck, ensureNginx);
  const node = process.execPath;
  const steps: Counts[] = [
    one('Types', 'astro', 'check'),
    one('Lint and format of code', 'biome', 'ci', '.'),
    one('Format of pages', 'prettier', '--check', '--log-level', 'warn', '.'),
    one('Dead code', 'knip'),
    one('Content', node, 'scripts/validate.ts'),
    suite('Unit tests', 'unit', browser),
    suite('Hostile input', 'fuzz', browser),
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
    suite('The built site in a browser', 'site', browser),
  ];
  rmSync(results, { recursive: true, force: true });
  const total = (key: keyof Counts): number => steps.reduce((sum, step) => sum + step[key], 0);
  const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
  console.log(`\n${total('passed')} passed, ${total('failed')} failed${skipped}`);
  process.exitCode = total('failed') === 0 ? 0 : 1;
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
