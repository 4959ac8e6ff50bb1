/** Finds Firefox for the tests of other engines, or installs Debian's package as root. */
import { spawnSync } from 'node:child_process';
import { installPackages } from './apt-get.ts';

/** @throws Error with install instructions, if Firefox can't be installed */
export function ensureFirefox(): string {
  const found = findFirefox();
  if (found !== undefined) return found;
  installPackages('Firefox is missing: installing Debian’s package.', 'firefox-esr');
  const installed = findFirefox();
  if (installed !== undefined) return installed;
  throw new Error(
    'Firefox is missing: install it, for example with "sudo apt-get install firefox-esr".',
  );
}

export function findFirefox(): string | undefined {
  const { stdout } = spawnSync('which', ['firefox-esr', 'firefox'], { encoding: 'utf8' });
  return stdout?.split('\n').find((path) => path !== '');
}
