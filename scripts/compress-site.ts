/**
 * `npm run compress`: writes a brotli and a gzip version next to each file of the built site that
 * compression makes smaller, as `<file>.br` and `<file>.gz`, for hosts that send them
 * (`brotli_static` and `gzip_static` of nginx). Not part of the build, because most hosts compress
 * files themselves.
 */
import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { siteFiles } from './site-files.ts';

/** Text formats. Images, books, and Pagefind's files are already compressed. */
const texts = /\.(html|css|js|txt|csv|json|webmanifest|xml|svg)$/;

/** A compressed file is written only if it saves at least this share. */
const worthIt = 0.05;

/**
 * Compresses the site in `dist`. Returns the total size of its text files and of each kind of
 * compressed version, in bytes.
 *
 * @param quality of brotli, 0 to 11
 */
export async function compressSite(dist: string, quality = 11) {
  const files = siteFiles(dist).filter((file) => texts.test(file));
  const made = await Promise.all(files.map((file) => compress(join(dist, file), quality)));
  const sum = (kind: 'bytes' | 'brotli' | 'gzip') => made.reduce((all, one) => all + one[kind], 0);
  return { files: files.length, bytes: sum('bytes'), brotli: sum('brotli'), gzip: sum('gzip') };
}

async function compress(file: string, quality: number) {
  const content = await readFile(file);
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const [brotli, zipped] = await Promise.all([
    promisify(brotliCompress)(content, { params }),
    promisify(gzip)(content, { level: 9 }),
  ]);
  // All versions of a file say that they were last modified at the same time.
  const { mtime } = await stat(file);
  const keep = async (path: string, version: Buffer): Promise<number> => {
    if (version.length > content.length * (1 - worthIt)) {
      await rm(path, { force: true });
      return content.length;
    }
    // Renamed when complete, so that a host never serves a partial file.
    await writeFile(`${path}-next`, version);
    await utimes(`${path}-next`, mtime, mtime);
    await rename(`${path}-next`, path);
    return version.length;
  };
  return {
    bytes: content.length,
    brotli: await keep(`${file}.br`, brotli),
    gzip: await keep(`${file}.gz`, zipped),
  };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { dist: { type: 'string', default: 'dist' } },
    strict: true,
  });
  const started = performance.now();
  const { files, bytes, brotli, gzip: zipped } = await compressSite(values.dist);
  const [all, br, gz] = [bytes, brotli, zipped].map((size) => (size / 1e6).toFixed(1));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${files} files, ${all} MB: brotli ${br} MB, gzip ${gz} MB, in ${seconds} s.`);
}
