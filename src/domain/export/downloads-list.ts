import { escapeXml } from '../../lib/text.ts';
import { dateText } from '../words/date-text.ts';
import { type Download, downloadGroups, type PrintPageLink } from './export.ts';
import { sizeText } from './size-text.ts';

interface MadeDownload extends Download {
  /** True if this build makes it. Only some builds print the PDF. */
  readonly isMade: boolean;
  /** Size in bytes. Undefined for the PDF, which is printed from the built pages. */
  readonly size: number | undefined;
}

/**
 * Lists the downloads by purpose, with their sizes. Downloads for programs are folded. If the PDF
 * wasn't made, it lists the pages to print.
 *
 * @param root the site's base path
 * @param on the day of the content, `YYYY-MM-DD`
 */
export function downloadsList(
  downloads: readonly MadeDownload[],
  root: string,
  on: string,
): string {
  const listOf = (wanted: string): string => {
    const items = downloads
      .filter(({ group }) => group === wanted)
      .map((download) => item(download, root, on));
    return `<ul class="downloads">${items.join('')}</ul>`;
  };
  const { programs, ...forPeople } = downloadGroups;
  const shown = Object.entries(forPeople).map(([id, name]) => `<h2>${name}</h2>${listOf(id)}`);
  return `${shown.join('')}<details><summary>${programs}</summary>${listOf('programs')}</details>`;
}

function item(download: MadeDownload, root: string, on: string): string {
  const { path, title, purpose, use, isMade, size, printPages = [] } = download;
  const pages = printPages.map((page) => pageLink(page, root)).join(', ');
  if (!isMade) {
    return `<li>Pages to print: ${pages}<p>${escapeXml(purpose)} Open one and print it, or choose “Save as PDF” in the print dialog.</p></li>`;
  }
  const also = pages === '' ? '' : ` Also available as pages to print: ${pages}.`;
  return `<li><a href="${escapeXml(root + path)}" download>${escapeXml(title)}</a> <span class="fine-print">${size === undefined ? '' : `${sizeText(size)}, `}<time datetime="${on}">${dateText(on)}</time></span><p>${escapeXml(purpose)} ${escapeXml(use)}${also}</p></li>`;
}

function pageLink({ path, name }: PrintPageLink, root: string): string {
  return `<a href="${escapeXml(root + path)}">${escapeXml(name)}</a>`;
}
