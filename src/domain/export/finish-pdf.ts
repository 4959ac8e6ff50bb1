import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber } from '@cantoo/pdf-lib';
import { guide as settings } from '../../guide.ts';

/** How deep bookmarks stand open at first: the title and the levels show their entries. */
const openDepth = 2;

/** What a browser printed. */
export interface PrintedPage {
  readonly pdf: Uint8Array;
  /** The words of its headings, in page order. */
  readonly headings: readonly string[];
}

/**
 * Finishes a PDF that Chromium printed: says whose it is, puts its bookmarks right, and takes out
 * what differs from run to run, so that the same pages give the same bytes.
 *
 * @param madeAt its date, in seconds since 1970
 */
export async function finishPdf(
  { pdf, headings }: PrintedPage,
  madeAt: number,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(withSteadyIds(pdf), { updateMetadata: false });
  const date = new Date(madeAt * 1000);
  document.setAuthor(settings.shortTitle);
  document.setSubject(settings.description);
  document.setCreator(settings.title);
  document.setCreationDate(date);
  document.setModificationDate(date);
  const bookmarks = document.catalog.lookup(PDFName.of('Outlines'), PDFDict);
  nameBookmarks(bookmarks, headings);
  closeBookmarks(bookmarks, 0);
  // Objects in streams take half of the space.
  return document.save({ useObjectStreams: true, objectsPerTick: Number.POSITIVE_INFINITY });
}

/**
 * Numbers the ids of table cells from zero: Chromium counts on from what else it has shown. They
 * keep their order, by which readers find them, and their length.
 */
function withSteadyIds(printed: Uint8Array): Uint8Array {
  const bytes = printed.slice();
  // One character a byte, so that places in the text are places in the file.
  const text = new TextDecoder('latin1').decode(printed);
  const found = [...text.matchAll(/(?<=\(node)\d+(?=\))/g)];
  const inOrder = [...new Set(found.map(([id]) => id))].sort();
  const steady = new Map(inOrder.map((id, place) => [id, String(place).padStart(id.length, '0')]));
  for (const { 0: id, index } of found) {
    bytes.set(new TextEncoder().encode(steady.get(id)), index);
  }
  return bytes;
}

/**
 * Gives each bookmark the words of its heading: Chromium joins two words where a heading wraps.
 *
 * @throws RangeError if there are not as many bookmarks as headings
 */
function nameBookmarks(bookmarks: PDFDict, headings: readonly string[]): void {
  const entries = [...entriesBelow(bookmarks)];
  if (entries.length !== headings.length) {
    throw new RangeError(`${headings.length} headings, but ${entries.length} bookmarks.`);
  }
  for (const [place, entry] of entries.entries()) {
    entry.set(PDFName.of('Title'), PDFHexString.fromText(headings[place] ?? ''));
  }
}

/** All bookmarks below one, in page order. */
function* entriesBelow(parent: PDFDict): Generator<PDFDict> {
  for (const child of childrenOf(parent)) {
    yield child;
    yield* entriesBelow(child);
  }
}

function* childrenOf(parent: PDFDict): Generator<PDFDict> {
  const next = (entry: PDFDict, key: string) => entry.lookupMaybe(PDFName.of(key), PDFDict);
  for (let child = next(parent, 'First'); child !== undefined; child = next(child, 'Next')) {
    yield child;
  }
}

/**
 * Sets how many entries below a bookmark are seen; a negative count says that it is closed
 * (ISO 32000-1, 12.3.3). Returns how many there are if it is open, else none.
 */
function closeBookmarks(entry: PDFDict, depth: number): number {
  let count = 0;
  for (const child of childrenOf(entry)) count += 1 + closeBookmarks(child, depth + 1);
  const isOpen = depth <= openDepth;
  if (count > 0) entry.set(PDFName.of('Count'), PDFNumber.of(isOpen ? count : -count));
  return isOpen ? count : 0;
}
