/** PDFs read by PDF.js, Firefox's PDF viewer, an independent implementation. */
import { getDocumentProxy } from 'unpdf';

type PDFDocumentProxy = Awaited<ReturnType<typeof getDocumentProxy>>;

/** A bookmark with its target. */
export interface Bookmark {
  readonly title: string;
  /** Page, counted from 0. */
  readonly page: number;
  readonly entries: readonly Bookmark[];
}

/** A parsed PDF. */
export interface Pdf {
  readonly document: PDFDocumentProxy;
  /** Text of each page. */
  readonly pages: readonly string[];
}

/** Reads a PDF and the text of all of its pages. */
export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const document = await getDocumentProxy(Uint8Array.from(bytes));
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(
      items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''),
    );
  }
  return { document, pages };
}

type Outline = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>;

/** The bookmarks of a PDF. Fails on one without a target. */
export async function bookmarksOf(document: PDFDocumentProxy): Promise<Bookmark[]> {
  const read = (entries: Outline): Promise<Bookmark[]> =>
    Promise.all(
      entries.map(async ({ title, dest, items }) => ({
        title,
        page: await pageOf(document, dest),
        entries: await read(items as Outline),
      })),
    );
  return read(await document.getOutline());
}

/** The target page of a link or a bookmark, counted from 0. Fails if there is none. */
export async function pageOf(
  document: PDFDocumentProxy,
  destination: string | unknown[] | null,
): Promise<number> {
  const place =
    typeof destination === 'string' ? await document.getDestination(destination) : destination;
  if (place === null) throw new Error(`"${String(destination)}" leads nowhere in the PDF.`);
  return document.getPageIndex(place[0] as Parameters<PDFDocumentProxy['getPageIndex']>[0]);
}

/** Text without its white space, which PDF readers insert at line ends. */
export function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
