import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, gunzipSync, zstdCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { injectManifest } from 'workbox-build';
import { keepingOf } from '../src/domain/offline/kept-files.ts';
import { writePack } from '../src/domain/offline/pack.ts';
import { packageOf } from './shipped-packages.ts';
import { siteFiles } from './site-files.ts';

/** Of higher levels, each takes several times as long and saves about a twentieth. */
const zstd = {
  params: { [constants.ZSTD_c_compressionLevel]: 12, [constants.ZSTD_c_windowLog]: 23 },
};

/**
 * Writes `worker.js` into a finished site, and the pack of what the worker keeps, of which nothing
 * may change afterward. Gives the names of the packages of which code is in the worker.
 */
export async function writeWorker(dist: string): Promise<Set<string>> {
  const pack = packSite(dist);
  const folder = mkdtempSync(join(tmpdir(), 'guide-worker-'));
  try {
    const bundle = join(folder, 'worker.js');
    const { metafile } = await build({
      entryPoints: ['src/worker/worker.ts'],
      outfile: bundle,
      bundle: true,
      minify: true,
      metafile: true,
      target: 'es2022',
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'warning',
    });
    const { warnings } = await injectManifest({
      swSrc: bundle,
      swDest: join(dist, 'worker.js'),
      globDirectory: dist,
      globPatterns: ['_astro/*'],
      dontCacheBustURLsMatching: /^_astro\//,
      additionalManifestEntries: [{ url: pack, revision: null }],
    });
    if (warnings.length > 0) throw new Error(warnings.join('\n'));
    return new Set(Object.keys(metafile.inputs).flatMap((path) => packageOf(path) ?? []));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Writes the pack. Returns its path in the site. */
function packSite(dist: string): string {
  const paths = siteFiles(dist).filter((path) => keepingOf(path) === 'packed');
  const files = paths.map((path) => ({ path, content: unzipped(readFileSync(join(dist, path))) }));
  const pack = zstdCompressSync(writePack(files), zstd);
  const hash = createHash('sha256').update(pack).digest('hex').slice(0, 16);
  mkdirSync(join(dist, 'packs'), { recursive: true });
  writeFileSync(join(dist, 'packs', `${hash}.pack`), pack);
  return `packs/${hash}.pack`;
}

/** What Pagefind compressed by itself compresses better among its like; it takes either. */
function unzipped(content: Buffer): Uint8Array<ArrayBuffer> {
  const isGzip = content[0] === 0x1f && content[1] === 0x8b;
  return new Uint8Array(isGzip ? gunzipSync(content) : content);
}
