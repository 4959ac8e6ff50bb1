/**
 * Reads PDFs with PDF.js, Firefox's PDF viewer, which is independent of the program that writes
 * them.
 */
import { getDocumentProxy } from 'unpdf';

type PDFDocumentProxy = Awaited<ReturnType<typeof getDocumentProxy>>;

export interface Bookmark {
  readonly title: string;
  /** The index of the target page, starting from 0. */
  readonly page: number;
  readonly entries: readonly Bookmark[];
}

export interface Pdf {
  readonly document: PDFDocumentProxy;
  readonly pages: readonly string[];
}

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

/** Returns a PDF's bookmarks, and throws if one has no target. */
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

/**
 * Returns the index of the page to which a link or a bookmark leads, and throws if there is none.
 */
export async function pageOf(
  document: PDFDocumentProxy,
  destination: string | unknown[] | null,
): Promise<number> {
  const place =
    typeof destination === 'string' ? await document.getDestination(destination) : destination;
  if (place === null) throw new Error(`"${String(destination)}" leads nowhere in the PDF.`);
  return document.getPageIndex(place[0] as Parameters<PDFDocumentProxy['getPageIndex']>[0]);
}

/** Removes white space, which PDF readers insert at line ends. */
export function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Keeps only letters, because some PDF fonts confuse apostrophes and dashes. */
export function lettersOf(text: string): string {
  return text.normalize('NFKD').replace(/[^a-z]/gi, '');
}

/** A piece of text on a page, with its box in points from the lower left corner. */
interface PlacedText {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** Returns pairs of strings that overlap in print. Rotated text isn't checked. */
export async function coveredTexts(document: PDFDocumentProxy): Promise<string[]> {
  const covered: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const texts = items.flatMap((item): PlacedText[] => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [, turn = 0, , size = 0, left = 0, bottom = 0] = item.transform as number[];
      // Lowercase letters reach half of the font size above the baseline. Accents and superscripts
      // don't count.
      const top = bottom + size / 2;
      return turn === 0 ? [{ text: item.str, left, right: left + item.width, bottom, top }] : [];
    });
    for (const [index, one] of texts.entries()) {
      for (const other of texts.slice(index + 1)) {
        const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const height = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom);
        // The limits are in points. Rounding and kerning cause smaller overlaps.
        if (width > 1.5 && height > 0.5) covered.push(`“${one.text}” over “${other.text}”`);
      }
    }
  }
  return covered;
}
