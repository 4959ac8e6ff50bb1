import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { installPackages } from './apt-get.ts';

/** Chromium's headless build. It renders the same pages at a third of the cost. */
const shell = 'chromium-headless-shell';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

const noBrowser =
  'No browser found. Install Chromium (Debian: apt-get install chromium) or run "npx playwright-core install chromium".';

/** Flags that keep Chromium from sending requests of its own, and that let it run as root. */
export const browserArguments = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Chromium's sandbox doesn't work for root, and CI jobs often run as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

function findBrowser(): string | undefined {
  const asked = process.env.CHROME_PATH;
  if (asked !== undefined && existsSync(asked)) return asked;
  return commandPath(shell) ?? findWholeBrowser();
}

/** Returns the path to a full Chromium or Chrome. Unlike the shell, it supports a microphone. */
export function findWholeBrowser(): string | undefined {
  const bundled = chromium.executablePath();
  return commandPath(...names) ?? (existsSync(bundled) ? bundled : undefined);
}

function commandPath(...commands: readonly string[]): string | undefined {
  for (const command of commands) {
    const { status, stdout } = spawnSync('which', [command], { encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  return undefined;
}

/**
 * Returns the path to Chromium. If neither the file at `CHROME_PATH` nor the headless shell exists,
 * tries to install the headless shell. If there is still no browser, downloads Playwright's.
 * @throws Error with install instructions if all of this fails
 */
export function ensureBrowser(): string {
  const first = findBrowser();
  const isPreferred = first === process.env.CHROME_PATH || first?.endsWith(shell);
  if (first !== undefined && isPreferred) return first;
  installPackages('Installing Chromium from Debian’s packages.', shell, 'fonts-dejavu-core');
  if (findBrowser() === undefined) installFromPlaywright();
  const installed = findBrowser();
  if (installed === undefined) throw new Error(noBrowser);
  return installed;
}

function installFromPlaywright(): void {
  console.log('No browser found: downloading Playwright’s Chromium.');
  try {
    execFileSync('npx', ['playwright-core', 'install', 'chromium'], { stdio: 'inherit' });
  } catch {
    // `ensureBrowser` notices that there is still no browser, and says what to do.
  }
}
