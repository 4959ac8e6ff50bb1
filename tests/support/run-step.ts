/** Runs the steps of `npm test`, some of them side by side, and counts their tests. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export type Step = () => Promise<Counts>;

/** Returns a step that runs a command as a single test. */
export function one(name: string, command: string, ...args: string[]): Step {
  return async () => {
    const passed = (await run(name, [command, ...args], 'at the end')) === 0;
    if (!passed) console.error(`✗ ${name}: ${[command, ...args].join(' ')} failed.`);
    return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
  };
}

/** When a command's output is printed. The live output of parallel commands would be mixed up. */
type Printed = 'at the end' | 'live';

/**
 * Returns a step that runs Vitest projects and counts their tests.
 * @param report the file to which the results are written
 */
export function suite(
  name: string,
  projects: readonly string[],
  report: string,
  printed: Printed,
): Step {
  return async () => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${report}`];
    const named = projects.map((project) => `--project=${project}`);
    const command = ['vitest', 'run', ...named, ...reporters];
    const status = await run(name, command, printed);
    try {
      return countTests(report, status === 0);
    } catch {
      return { passed: 0, failed: 1, skipped: 0 };
    }
  };
}

function countTests(report: string, isGood: boolean): Counts {
  const { numPassedTests, numFailedTests, numTotalTests } = JSON.parse(
    readFileSync(report, 'utf8'),
  ) as Record<string, number | undefined>;
  const passed = numPassedTests ?? 0;
  const failed = numFailedTests ?? 0;
  // A suite can fail even though no test did, for example if a file can't be loaded or an error
  // isn't handled.
  const broken = !isGood && failed === 0 ? 1 : 0;
  return { passed, failed: failed + broken, skipped: (numTotalTests ?? 0) - passed - failed };
}

/**
 * Runs a command and prints a heading above its output. Returns the exit code, or null if the
 * command was killed or couldn't be started.
 */
async function run(
  name: string,
  [command = '', ...args]: readonly string[],
  printed: Printed,
): Promise<number | null> {
  const isLater = printed === 'at the end';
  if (!isLater) console.log(`\n── ${name}`);
  const started = performance.now();
  const child = spawn(command, args, {
    stdio: isLater ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    env: { ...process.env, ...(process.stdout.isTTY && { FORCE_COLOR: '1' }) },
  });
  const output: Uint8Array[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (words: Uint8Array) => output.push(words));
  }
  const status = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
    child.on('error', (error) => {
      console.error(error.message);
      resolve(null);
    });
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  if (isLater) console.log(`\n── ${name} (${seconds} s)\n${Buffer.concat(output)}`);
  return status;
}

export async function inTurn(...steps: readonly Step[]): Promise<Counts[]> {
  const counts: Counts[] = [];
  for (const step of steps) counts.push(await step());
  return counts;
}
