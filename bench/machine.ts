import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { basename, join } from 'node:path';
import { ensureBrowser } from '../scripts/find-browser.ts';

const packages = [
  'node_modules/astro',
  'node_modules/@astrojs/starlight',
  'node_modules/pagefind',
  'bench/node_modules/lighthouse',
];

/** The machine of the measurements, in one line. */
export function machineLine(): string {
  const { stdout } = spawnSync(ensureBrowser(), ['--version'], { encoding: 'utf8' });
  const browser = /\S+ \d+(?:\.\d+)*/.exec(stdout)?.[0] ?? 'an unknown browser';
  const versions = packages.map((folder) => `${basename(folder)} ${versionOf(folder)}`);
  return [
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `${type()} ${release().split('-')[0]}`,
    `node ${process.versions.node}`,
    browser,
    ...versions,
    new Date().toISOString().slice(0, 10),
  ].join(', ');
}

function versionOf(folder: string): string {
  const file = join(folder, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
