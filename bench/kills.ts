/**
 * What is left when a build is killed: the real command, twenty times, each killed at a random
 * moment, beside a site that was built before. Whole is a site with all the bytes of that one.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { siteDigest } from '../scripts/site-files.ts';
import { table } from './table.ts';

const kills = 20;
const out = 'dist-kills';

/** A Markdown table with the number of sites that were whole. */
export async function killedBuilds(): Promise<string> {
  const started = performance.now();
  if ((await runBuild()) !== 0) throw new Error('The first build failed.');
  const duration = performance.now() - started;
  const before = siteDigest(out);
  const rows = { killed: 0, finished: 0, whole: 0 };
  for (let kill = 0; kill < kills; kill += 1) {
    const status = await runBuild(Math.random() * duration);
    rows[status === null ? 'killed' : 'finished'] += 1;
    if (isSame(before, out)) rows.whole += 1;
  }
  const last = (await runBuild()) === 0 && isSame(before, out);
  for (const name of ['', '-next', '-previous'])
    rmSync(out + name, { recursive: true, force: true });
  return table(
    [
      'a build of',
      'killed at a random moment',
      'ended before',
      'site whole after it',
      'next build',
    ],
    [
      [
        `${(duration / 1000).toFixed(1)} s`,
        `${rows.killed}`,
        `${rows.finished}`,
        `${rows.whole} of ${kills}`,
        last ? 'the same bytes' : 'differs',
      ],
    ],
  );
}

/** Runs the build, and kills it after some milliseconds if asked to. Gives its status, null if killed. */
async function runBuild(killAfter?: number): Promise<number | null> {
  const build = spawn(process.execPath, ['scripts/build.ts', '--out', out], { stdio: 'ignore' });
  const timer =
    killAfter === undefined ? undefined : setTimeout(() => build.kill('SIGKILL'), killAfter);
  const [status] = (await once(build, 'exit')) as [number | null];
  clearTimeout(timer);
  return status;
}

function isSame(before: readonly string[], folder: string): boolean {
  return existsSync(folder) && isDeepStrictEqual(siteDigest(folder), before);
}
