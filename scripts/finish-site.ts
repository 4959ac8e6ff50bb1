import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { downloadsList, downloadsMark } from '../src/domain/export/downloads-list.ts';
import { dayOf, type MadeFiles } from '../src/domain/export/export.ts';
import { exports } from '../src/domain/export/exports.ts';
import { pdfDownload } from '../src/domain/export/print-pages.ts';
import type { Guide } from '../src/domain/guide/build-guide.ts';
import type { Paths } from '../src/domain/links/paths.ts';
import { drawIcons } from './draw-icons.ts';
import { exportSource } from './export-source.ts';
import { printPdf } from './print-pdf.ts';
import { securePages } from './secure-pages.ts';
import { writeWorker } from './write-worker.ts';

/**
 * Turns built pages into a site: outputs, policies, search, and the worker. Returns the names of
 * the packages bundled into the worker.
 *
 * @param dist folder of the built pages, from the project's root
 * @param hasPdf whether to print the PDF, which needs a browser
 */
export async function finishSite(
  dist: string,
  guide: Guide,
  paths: Paths,
  hasPdf: boolean,
): Promise<Set<string>> {
  const { home } = paths;
  const source = await exportSource(dist, guide, paths);
  for (const { make } of exports) await write(dist, make(source));
  securePages(dist, home);
  if (hasPdf) await printPdf(pdfDownload.path, { ...source, dist, home });
  listDownloads(dist, home, dayOf(source));
  await drawIcons(dist);
  return writeWorker(dist);
}

/** Adds the created files to the downloads page; the PDF only if this build made it. */
function listDownloads(dist: string, home: string, on: string): void {
  const downloads = exports.flatMap((one) => one.downloads);
  const made = downloads.map((download) => {
    const options = { throwIfNoEntry: download !== pdfDownload };
    return { ...download, size: statSync(join(dist, download.path), options)?.size };
  });
  const page = join(dist, 'downloads', 'index.html');
  const html = readFileSync(page, 'utf8');
  writeFileSync(
    page,
    html.replace(downloadsMark, () => downloadsList(made, home, on)),
  );
}

async function write(dist: string, files: MadeFiles): Promise<void> {
  for await (const file of files) {
    const path = join(dist, file.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, file.content);
  }
}
