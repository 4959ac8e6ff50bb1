import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadsList, downloadsMark } from '../src/domain/export/downloads-list.ts';
import type { Download } from '../src/domain/export/export.ts';
import { exports } from '../src/domain/export/exports.ts';

/**
 * Adds the created files to the downloads page.
 *
 * @param home the site's base path
 * @param on the day of the content, `YYYY-MM-DD`
 */
export function listDownloads(dist: string, home: string, on: string): void {
  const downloads = exports
    .flatMap((one) => one.downloads)
    .map((download) => ({ ...download, size: sizeOf(dist, download) }));
  const page = join(dist, 'downloads', 'index.html');
  const html = readFileSync(page, 'utf8');
  writeFileSync(
    page,
    html.replace(downloadsMark, () => downloadsList(downloads, home, on)),
  );
}

/** Size of a download; undefined for a PDF that this build didn't make. */
function sizeOf(dist: string, { path, printPage }: Download): number | undefined {
  return statSync(join(dist, path), { throwIfNoEntry: printPage === undefined })?.size;
}
