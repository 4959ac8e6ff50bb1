import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { installPackages } from '../scripts/apt-get.ts';

/** Cost of a run, by the operating system's accounting. */
export interface Run {
  /** How it failed, if it did. */
  readonly failure: string | undefined;
  /** CPU seconds, user and system, of the process and all processes that it started. */
  readonly cpu: number;
  /** Seconds on the clock. */
  readonly elapsed: number;
  /** Peak memory of its largest process, in bytes. */
  readonly peak: number;
}

/** How to run it. */
export interface RunOptions {
  readonly cwd: string;
  /** Seconds after which it is stopped. */
  readonly timeout: number;
}

/** Runs a command under GNU time and returns its cost. Its output is printed if it fails. */
export async function measuredRun(
  command: readonly string[],
  { cwd, timeout }: RunOptions,
): Promise<Run> {
  const folder = mkdtempSync(join(tmpdir(), 'guide-bench-'));
  const report = join(folder, 'time');
  const child = spawn(gnuTime(), ['-f', '%U %S %e %M', '-o', report, ...command], {
    cwd,
    detached: true,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    // To the whole group: GNU time itself passes over this signal and still reports.
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
  }, timeout * 1000);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [printed, errors, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    ended,
  ]);
  clearTimeout(timer);
  const [line = ''] = readFileSync(report, 'utf8').trim().split('\n').slice(-1);
  rmSync(folder, { recursive: true });
  const [user = 0, system = 0, elapsed = 0, kilobytes = 0] = line.split(' ').map(Number);
  if (status !== 0) console.error(`${printed.slice(-2000)}\n${errors.slice(-2000)}`);
  const failure = isLate ? `over ${timeout} s` : status === 0 ? undefined : 'failed';
  return { failure, cpu: user + system, elapsed, peak: kilobytes * 1024 };
}

/** GNU time: as `time` on Linux, as `gtime` on macOS. */
function gnuTime(): string {
  const find = (): string | undefined =>
    ['/usr/bin/time', 'gtime'].find((name) =>
      /GNU/.test(spawnSync(name, ['--version'], { encoding: 'utf8' }).stdout ?? ''),
    );
  const found = find();
  if (found !== undefined) return found;
  installPackages('GNU time is missing: installing Debian’s package.', 'time');
  const installed = find();
  if (installed !== undefined) return installed;
  throw new Error('GNU time is missing: install it, for example "sudo apt-get install time".');
}
