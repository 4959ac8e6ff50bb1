/** Finds nginx with brotli, or installs Debian's packages as root. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from './apt-get.ts';

export interface Nginx {
  readonly command: string;
  /** Modules to load for `brotli_static`, unless it is built in. */
  readonly modules: readonly string[];
}

const packages = ['nginx', 'libnginx-mod-http-brotli-static'];

/** @throws Error with install instructions, if it can't be installed */
export function ensureNginx(): Nginx {
  const found = findNginx();
  if (found !== undefined) return found;
  installPackages('nginx with brotli is missing: installing Debian’s packages.', ...packages);
  const installed = findNginx();
  if (installed !== undefined) return installed;
  throw new Error(
    `nginx with brotli is missing: install it, for example with "sudo apt-get install ${packages.join(' ')}".`,
  );
}

function findNginx(): Nginx | undefined {
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
