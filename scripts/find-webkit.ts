/** Finds WebKitGTK's driver and a screen for it, or installs Debian's if it may. */
import { spawnSync } from 'node:child_process';
import { installPackages } from './apt-get.ts';

const commands = ['WebKitWebDriver', 'xvfb-run', 'xauth'];

/** @throws with a line that says what to install, if it can't be had */
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
