import type { Download } from './export.ts';
import { escapeXml } from './part-html.ts';

/** A download as it lies in the built site. */
export interface MadeDownload extends Download {
  /** Size in bytes. */
  readonly size: number;
}

/** What the downloads page leaves open; the build puts the list in its place. */
export const downloadsMark = '<ul data-downloads></ul>';

/**
 * The list of downloads, with their sizes.
 *
 * @param root the site's base path
 * @param on the day of the content, `YYYY-MM-DD`
 */
export function downloadsList(
  downloads: readonly MadeDownload[],
  root: string,
  on: string,
): string {
  const items = downloads.map(
    ({ path, title, purpose, use, size }) =>
      `<li><a href="${escapeXml(root + path)}" download>${escapeXml(title)}</a> <span class="small">${sizeText(size)}, <time datetime="${on}">${on}</time></span><p>${escapeXml(purpose)} ${escapeXml(use)}</p></li>`,
  );
  return `<ul class="downloads">${items.join('')}</ul>`;
}

/** A size for people, in units of a thousand bytes. */
export function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
