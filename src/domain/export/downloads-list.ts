import { dateText } from '../words/date-text.ts';
import { type Download, downloadGroups, type PrintPageLink } from './export.ts';
import { escapeXml } from './part-html.ts';
import { sizeText } from './size-text.ts';

interface MadeDownload extends Download {
  /** Whether this build makes it: only some builds make PDFs. */
  readonly isMade: boolean;
  /** Size in bytes; undefined for PDFs, which are printed after this page. */
  readonly size: number | undefined;
}

/**
 * The downloads by purpose, with their sizes; those for programs are folded. If PDFs weren't made,
 * it lists the pages to print.
 *
 * @param root the site's base path
 * @param on the day of the content, `YYYY-MM-DD`
 */
export function downloadsList(
  downloads: readonly MadeDownload[],
  root: string,
  on: string,
): string {
  const missing = downloads.filter(({ isMade }) => !isMade);
  const listOf = (wanted: string): string => {
    const items = downloads.map((download) => {
      if (download.group !== wanted) return '';
      if (download.isMade) return item(download, root, on);
      return download === missing[0] ? itemInstead(missing, root) : '';
    });
    return `<ul class="downloads">${items.join('')}</ul>`;
  };
  const { programs, ...forPeople } = downloadGroups;
  const shown = Object.entries(forPeople).map(([id, name]) => `<h2>${name}</h2>${listOf(id)}`);
  return `${shown.join('')}<details><summary>${programs}</summary>${listOf('programs')}</details>`;
}

function item(
  { path, title, purpose, use, printPage, size }: MadeDownload,
  root: string,
  on: string,
): string {
  const page = printPage && ` Also available as a printable page: ${pageLink(printPage, root)}.`;
  return `<li><a href="${escapeXml(root + path)}" download>${escapeXml(title)}</a> <span class="small">${size === undefined ? '' : `${sizeText(size)}, `}<time datetime="${on}">${dateText(on)}</time></span><p>${escapeXml(purpose)} ${escapeXml(use)}${page ?? ''}</p></li>`;
}

function itemInstead(missing: readonly MadeDownload[], root: string): string {
  const pages = missing.flatMap(({ printPage }) => printPage ?? []);
  return `<li>PDF of the whole guide and of each level<p>Open one of these pages and choose “Save as PDF” in your browser’s print dialog: ${pages.map((page) => pageLink(page, root)).join(', ')}.</p></li>`;
}

function pageLink({ path, name }: PrintPageLink, root: string): string {
  return `<a href="${escapeXml(root + path)}">${escapeXml(name)}</a>`;
}
