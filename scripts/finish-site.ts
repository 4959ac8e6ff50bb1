import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dayOf, type MadeFiles } from '../src/domain/export/export.ts';
import { exports } from '../src/domain/export/exports.ts';
import { printDownloads } from '../src/domain/export/print-pages.ts';
import type { Guide } from '../src/domain/guide/build-guide.ts';
import { pathsBelow } from '../src/domain/links/paths.ts';
import { drawIcons } from './draw-icons.ts';
import { exportSource } from './export-source.ts';
import { indexSearch } from './index-search.ts';
import { listDownloads } from './list-downloads.ts';
import { makePdfs } from './make-pdfs.ts';
import { securePages } from './secure-pages.ts';
import { writeWorker } from './write-worker.ts';

/** Input of a build. */
export interface PagesToFinish {
  /** Folder of the built pages, from the project's root. */
  readonly dist: string;
  readonly guide: Guide;
  /** Path below which the site will be served, with a slash at each end. */
  readonly home: string;
  readonly pdf: boolean;
}

/**
 * Turns built pages into a site: outputs, policies, search, and the worker. Returns the names of
 * the packages bundled into the worker.
 */
export async function finishSite({ dist, guide, home, pdf }: PagesToFinish): Promise<string[]> {
  const paths = pathsBelow(home);
  const source = await exportSource(dist, guide, paths);
  for (const { make } of exports) await write(dist, make(source));
  securePages(dist, home);
  if (pdf) await write(dist, await makePdfs(printDownloads, { ...source, dist, home }));
  listDownloads(dist, home, dayOf(source));
  await indexSearch(dist, guide, paths, source.partsOf);
  await drawIcons(dist);
  return [...(await writeWorker(dist))];
}

async function write(dist: string, files: MadeFiles): Promise<void> {
  for await (const file of files) {
    const path = join(dist, file.path);
    mkdirSync(dirname(path), { recursive: true });
    if ('content' in file) writeFileSync(path, file.content);
    else writeChunks(path, file.chunks);
  }
}

function writeChunks(path: string, chunks: Iterable<string>): void {
  const file = openSync(path, 'w');
  try {
    for (const chunk of chunks) writeSync(file, chunk);
  } finally {
    closeSync(file);
  }
}
