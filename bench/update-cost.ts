/**
 * Measures how much offline reading downloads from a host that compresses with gzip: on the first
 * visit, and in an update after one question has changed. The worker fetches the files on its list
 * (`src/integrations/offline.ts`) that it doesn't have yet.
 */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { listFiles } from '../src/integrations/offline.ts';
import { fileAt } from '../src/lib/urls.ts';
import { Workspace } from '../tests/support/workspace.ts';
import { kilobytes, table } from './table.ts';

const page = 'src/content/questions/what-is-samd.mdx';

const changes: readonly (readonly [name: string, change: (text: string) => string])[] = [
  [
    'a sentence more in its text',
    (text) => text.replace(/(<Deeper>\s[^.]*\. )/, '$1The words of the claim decide. '),
  ],
  ['another title', (text) => text.replace(/^(title: ".*)\?"$/m, '$1 today?"')],
];

interface Version {
  readonly sizes: ReadonlyMap<string, number>;
  /** The hashes of the files, by URL. */
  readonly hashes: ReadonlyMap<string, string>;
}

export async function updateCost(): Promise<string> {
  const before = buildVersion();
  const first = [...before.sizes.values()];
  const rows = [['first visit', String(first.length), kilobytes(sum(first)), '']];
  for (const [name, change] of changes) {
    const after = buildVersion(change);
    const fetched = [...after.sizes].filter(
      ([url]) => after.hashes.get(url) !== before.hashes.get(url),
    );
    const largest = fetched
      .toSorted(([, a], [, b]) => b - a)
      .slice(0, 4)
      .map(([url, size]) => `${url} ${kilobytes(size)}`);
    const bytes = sum(fetched.map(([, size]) => size));
    rows.push([name, String(fetched.length), kilobytes(bytes), largest.join(', ')]);
  }
  return table(['one question changed', 'files', 'kB', 'the largest'], rows);
}

/** Builds the guide in a copy of the project, with one page changed if `change` is given. */
function buildVersion(change?: (text: string) => string): Version {
  const copy = new Workspace();
  try {
    if (change !== undefined) copy.change(page, change);
    const { status, stderr } = copy.build();
    if (status !== 0) throw new Error(stderr);
    const dist = copy.path('dist');
    const hashes = new Map(listFiles(dist).precached);
    hashes.set('worker.js', readFileSync(`${dist}/worker.js`, 'latin1'));
    const sizes = new Map(
      [...hashes.keys()].map((url) => [url, gzipped(readFileSync(`${dist}/${fileAt(url)}`))]),
    );
    return { sizes, hashes };
  } finally {
    copy.remove();
  }
}

/**
 * Returns the number of transferred bytes. Hosts don't compress files that are already compressed.
 */
function gzipped(content: Buffer): number {
  return Math.min(content.length, gzipSync(content).length);
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}
