import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { notFoundPage, type Storing, storingOf, urlOf } from '../domain/offline/cache-rules.ts';
import type { ListedFile, Manifest } from '../domain/offline/manifest.ts';
import { packageOf } from './licenses.ts';
import { siteFiles } from './site-files.ts';

/**
 * Writes the service worker, with the hashes of the files that it stores. No later step may change
 * those files.
 * @param shipped package names, to which the packages bundled into the worker are added
 */
export function offline(shipped: Set<string>): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        for (const name of await writeWorker(fileURLToPath(dir))) shipped.add(name);
      },
    },
  };
}

/** Writes `worker.js` into a finished site. Returns the names of the packages bundled into it. */
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

/** Lists the files of a finished site that are stored on readers' devices. */
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
