/**
 * Finds programs that some tests need. If run as root, installs missing ones from Debian's
 * packages.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from '../../scripts/apt-get.ts';
import { findWholeBrowser } from '../../scripts/find-browser.ts';

/**
 * Returns a program, which is installed first if it is missing.
 * @throws Error with install instructions if it can't be installed
 */
function ensure<Found>(
  name: string,
  packages: readonly string[],
  find: () => Found | undefined,
): Found {
  const existing = find();
  if (existing !== undefined) return existing;
  const noun = packages.length === 1 ? 'package' : 'packages';
  installPackages(`${name} is missing: installing Debian’s ${noun}.`, ...packages);
  const installed = find();
  if (installed !== undefined) return installed;
  throw new Error(
    `${name} is missing: install it, for example with "sudo apt-get install ${packages.join(' ')}".`,
  );
}

/** Returns the path to a full Chromium. Unlike the headless shell, it supports a microphone. */
export function ensureWholeBrowser(): string {
  return ensure('Chromium', ['chromium'], findWholeBrowser);
}

export function ensureFirefox(): string {
  return ensure('Firefox', ['firefox-esr'], findFirefox);
}

export function findFirefox(): string | undefined {
  const { stdout } = spawnSync('which', ['firefox-esr', 'firefox'], { encoding: 'utf8' });
  return stdout?.split('\n').find((path) => path !== '');
}

/** Ensures that WebKitGTK's driver and a virtual display are installed. */
export function ensureWebKit(): void {
  ensure('WebKitGTK', ['webkitgtk-webdriver', 'xvfb', 'xauth'], () => hasWebKit() || undefined);
}

export function hasWebKit(): boolean {
  const commands = ['WebKitWebDriver', 'xvfb-run', 'xauth'];
  return spawnSync('which', commands, { stdio: 'ignore' }).status === 0;
}

/**
 * Returns an nginx that supports brotli. If `brotli_static` isn't built in, also returns the
 * modules to load for it.
 */
export function ensureNginx(): { readonly command: string; readonly modules: readonly string[] } {
  return ensure('nginx with brotli', ['nginx', 'libnginx-mod-http-brotli-static'], findNginx);
}

function findNginx() {
  for (const command of ['nginx', '/usr/sbin/nginx']) {
    const { status, stderr } = spawnSync(command, ['-V'], { encoding: 'utf8' });
    if (status !== 0) continue;
    if (/--add-module=\S*brotli/.test(stderr)) return { command, modules: [] };
    const [, folder = ''] = /--modules-path=(\S+)/.exec(stderr) ?? [];
    const brotli = join(folder, 'ngx_http_brotli_static_module.so');
    if (existsSync(brotli)) return { command, modules: [brotli] };
  }
  return undefined;
}

/** Returns the command that runs epubcheck, the W3C's checker for EPUB books. */
export function ensureEpubcheck(): { readonly command: string; readonly args: readonly string[] } {
  return ensure('epubcheck', ['epubcheck'], findEpubcheck);
}

/** The path in Debian. The file is a Java archive, which some kernels can't run directly. */
const archive = '/usr/bin/epubcheck';

/** Java runs for only a few seconds, so optimizing would take longer than it saves. */
const briefly = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

function findEpubcheck() {
  if (existsSync(archive)) return { command: 'java', args: [...briefly, '-jar', archive] };
  const { status } = spawnSync('epubcheck', ['--version'], { stdio: 'ignore' });
  return status === 0 ? { command: 'epubcheck', args: [] } : undefined;
}
