/** Finds epubcheck, the W3C's checker of EPUB books, or installs Debian's package as root. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installPackages } from './apt-get.ts';

export interface Epubcheck {
  readonly command: string;
  readonly args: readonly string[];
}

/** Debian's path: a Java archive, which some kernels can't run directly. */
const archive = '/usr/bin/epubcheck';

/** @throws Error with install instructions, if it can't be installed */
export function ensureEpubcheck(): Epubcheck {
  if (!existsSync(archive)) {
    installPackages('epubcheck is missing: installing Debian’s package.', 'epubcheck');
  }
  if (existsSync(archive)) return { command: 'java', args: ['-jar', archive] };
  const { status } = spawnSync('epubcheck', ['--version'], { stdio: 'ignore' });
  if (status === 0) return { command: 'epubcheck', args: [] };
  throw new Error(
    'epubcheck is missing: install it, for example with "sudo apt-get install epubcheck".',
  );
}
