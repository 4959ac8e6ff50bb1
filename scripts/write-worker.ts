import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { notFoundPage, type Storing, storingOf, urlOf } from '../src/domain/offline/cache-rules.ts';
import type { ListedFile, Manifest } from '../src/domain/offline/manifest.ts';
import { packageOf } from './shipped-packages.ts';
import { siteFiles } from './site-files.ts';

/**
 * Writes `worker.js` into a finished site, with the list of files to cache, which must not change
 * afterward. Returns the names of the packages bundled into the worker.
 */
export async function writeWorker(dist: string): Promise<Set<string>> {
  mkdirSync(dirname(join(dist, notFoundPage)), { recursive: true });
  cpSync(join(dist, '404.html'), join(dist, notFoundPage));
  const { metafile } = await build({
    entryPoints: ['src/worker/worker.ts'],
    outfile: join(dist, 'worker.js'),
    bundle: true,
    minify: true,
    metafile: true,
    target: 'es2022',
    define: {
      'process.env.NODE_ENV': '"production"',
      'import.meta.env.OFFLINE_MANIFEST': JSON.stringify(listFiles(dist)),
    },
    logLevel: 'warning',
  });
  return new Set(Object.keys(metafile.inputs).flatMap((path) => packageOf(path) ?? []));
}

/** The files of a finished site that its readers' devices store. */
export function listFiles(dist: string): Manifest {
  const files = siteFiles(dist);
  const listed = (storing: Storing): ListedFile[] =>
    files
      .filter((file) => storingOf(file) === storing)
      .map((file) => [urlOf(file), sha256Of(readFileSync(join(dist, file)))]);
  return { precached: listed('precached'), opened: listed('opened') };
}

function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('base64');
}
