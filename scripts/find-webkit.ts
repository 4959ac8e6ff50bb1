/** Finds WebKitGTK's driver and a virtual screen, or installs Debian's packages as root. */
import { spawnSync } from 'node:child_process';
import { installPackages } from './apt-get.ts';

const commands = ['WebKitWebDriver', 'xvfb-run', 'xauth'];

/** @throws Error with install instructions, if it can't be installed */
export function ensureWebKit(): void {
  if (hasWebKit()) return;
  const packages = ['webkitgtk-webdriver', 'xvfb', 'xauth'];
  installPackages('WebKitGTK is missing: installing Debian’s packages.', ...packages);
  if (hasWebKit()) return;
  throw new Error(
    `WebKitGTK is missing: install it, for example with "sudo apt-get install ${packages.join(' ')}".`,
  );
}

export function hasWebKit(): boolean {
  return spawnSync('which', commands, { stdio: 'ignore' }).status === 0;
}
