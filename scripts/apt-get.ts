import { spawnSync } from 'node:child_process';

let isUpdated = false;

/** Installs Debian packages quietly. Does nothing without apt-get or if the user isn't root. */
export function installPackages(why: string, ...packages: readonly string[]): void {
  if (process.getuid?.() !== 0 || spawnSync('which', ['apt-get']).status !== 0) return;
  console.log(why);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...args: readonly string[]) =>
    spawnSync('apt-get', [...args, '-qq', '-y'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (!isUpdated) run('update');
  isUpdated = true;
  run('install', '--no-install-recommends', ...packages);
}
