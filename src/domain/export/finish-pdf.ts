import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import { licenseName, guide as settings } from '../../guide.ts';
import { escapeXml } from './part-html.ts';

/** Depth of bookmarks that are open at first: the title and the levels. */
const openDepth = 2;

export interface PrintedPage {
  readonly pdf: Uint8Array;
  /** The words of its headings, in page order. */
  readonly headings: readonly string[];
  /** Accessible name of each link, by the id of its target or by its URL. */
  readonly descriptions: Readonly<Record<string, string>>;
}

/** Metadata of a PDF, with its date in seconds since 1970. */
interface PdfFacts {
  readonly title: string;
  readonly subject: string;
  readonly madeAt: number;
}

/**
 * Finishes a PDF that Chromium printed: sets its metadata, fixes its bookmarks, adds what PDF/UA
 * (ISO 14289-1) requires and Chromium omits, and removes everything that differs between runs, so
 * that the same pages give the same bytes.
 */
export async function finishPdf(
  { pdf, headings, descriptions }: PrintedPage,
  facts: PdfFacts,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(withSteadyIds(pdf), { updateMetadata: false });
  const date = new Date(facts.madeAt * 1000);
  document.setAuthor(settings.shortTitle);
  document.setSubject(facts.subject);
  document.setCreator(settings.title);
  document.setCreationDate(date);
  document.setModificationDate(date);
  const { catalog } = document;
  const kind = { Type: 'Metadata', Subtype: 'XML' };
  const metadata = document.context.stream(new TextEncoder().encode(xmp(facts)), kind);
  catalog.set(PDFName.of('Metadata'), document.context.register(metadata));
  // PDF viewers open with the bookmarks next to the pages.
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
  const bookmarks = catalog.lookup(PDFName.of('Outlines'), PDFDict);
  nameBookmarks(bookmarks, headings);
  closeBookmarks(bookmarks, 0);
  describeLinks(document, descriptions);
  finishStructure(document);
  nameQuotes(document);
  // Object streams halve the size.
  return document.save({ useObjectStreams: true, objectsPerTick: Number.POSITIVE_INFINITY });
}

/** Page numbers of anchors, counted from 1, by id. */
export async function placesIn(pdf: Uint8Array): Promise<ReadonlyMap<string, number>> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const numbers = new Map(document.getPages().map(({ ref }, index) => [ref, index + 1]));
  const destinations = document.catalog.lookupMaybe(PDFName.of('Dests'), PDFDict);
  const places = (destinations?.entries() ?? []).flatMap(([name, value]) => {
    const place = document.context.lookup(value);
    const [page] = place instanceof PDFArray ? place.asArray() : [];
    const number = [...numbers].find(([ref]) => ref === page)?.[1];
    return number === undefined ? [] : [[name.decodeText(), number] as const];
  });
  return new Map(places);
}

/**
 * Makes copied and searched text have the original quotes: Inter draws U+2018 and U+2019 with the
 * glyphs of U+02BB and U+02BC, and Chromium records the lower code points.
 */
function nameQuotes({ context }: PDFDocument): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue;
    const reference = object.get(PDFName.of('ToUnicode'));
    if (!(reference instanceof PDFRef)) continue;
    const stream = context.lookup(reference);
    if (!(stream instanceof PDFRawStream)) continue;
    const map = new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode());
    const named = map.replaceAll('<02BB>', '<2018>').replaceAll('<02BC>', '<2019>');
    if (named !== map) context.assign(reference, context.flateStream(named));
  }
}

/** Descriptive metadata (ISO 16684-1), with the claim of PDF/UA-1. */
function xmp({ title, subject, madeAt }: PdfFacts): string {
  const date = new Date(madeAt * 1000).toISOString().replace('.000', '');
  const language = (words: string): string =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(words)}</rdf:li></rdf:Alt>`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
<dc:title>${language(title)}</dc:title>
<dc:description>${language(subject)}</dc:description>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(settings.shortTitle)}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>en</rdf:li></rdf:Bag></dc:language>
<dc:rights>${language(licenseName)}</dc:rights>
<xmpRights:WebStatement>${settings.license}</xmpRights:WebStatement>
<xmp:CreatorTool>${escapeXml(settings.title)}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

/**
 * Gives each link a description, which screen readers read.
 *
 * @throws RangeError if the target of a link has none
 */
function describeLinks(document: PDFDocument, descriptions: PrintedPage['descriptions']): void {
  for (const page of document.getPages()) {
    for (const reference of page.node.Annots()?.asArray() ?? []) {
      const annotation = document.context.lookup(reference, PDFDict);
      const target = targetOf(annotation);
      const description = descriptions[target];
      if (description === undefined)
        throw new RangeError(`The link to "${target}" has no description.`);
      annotation.set(PDFName.of('Contents'), PDFHexString.fromText(description));
    }
  }
}

/** A named destination in the document, or a URL. */
function targetOf(annotation: PDFDict): string {
  const action = annotation.lookupMaybe(PDFName.of('A'), PDFDict);
  const target: PDFObject | undefined =
    action?.lookup(PDFName.of('URI')) ?? annotation.lookup(PDFName.of('Dest'));
  return target instanceof PDFName || target instanceof PDFString || target instanceof PDFHexString
    ? target.decodeText()
    : '';
}

/**
 * Renumbers the ids of table cells from zero: Chromium continues its count from other pages. Their
 * order, which readers rely on, and their length stay the same.
 */
function withSteadyIds(printed: Uint8Array): Uint8Array {
  const bytes = printed.slice();
  // One character per byte, so that indexes in the text are offsets in the file.
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
 * Gives each bookmark the text of its heading: Chromium joins two words where a heading wraps.
 *
 * @throws RangeError if there are not as many bookmarks as headings
 */
function nameBookmarks(bookmarks: PDFDict, headings: readonly string[]): void {
  const entries = entriesBelow(bookmarks);
  if (entries.length !== headings.length) {
    throw new RangeError(`${headings.length} headings, but ${entries.length} bookmarks.`);
  }
  for (const [place, entry] of entries.entries()) {
    entry.set(PDFName.of('Title'), PDFHexString.fromText(headings[place] ?? ''));
  }
}

function entriesBelow(parent: PDFDict): PDFDict[] {
  return [...childrenOf(parent)].flatMap((child) => [child, ...entriesBelow(child)]);
}

function* childrenOf(parent: PDFDict): Generator<PDFDict> {
  const next = (entry: PDFDict, key: string) => entry.lookupMaybe(PDFName.of(key), PDFDict);
  for (let child = next(parent, 'First'); child !== undefined; child = next(child, 'Next')) {
    yield child;
  }
}

/**
 * Sets the number of visible entries below a bookmark; a negative count means that it is closed
 * (ISO 32000-1, 12.3.3). Returns the number if it is open, otherwise 0.
 */
function closeBookmarks(entry: PDFDict, depth: number): number {
  let count = 0;
  for (const child of childrenOf(entry)) count += 1 + closeBookmarks(child, depth + 1);
  const isOpen = depth <= openDepth;
  if (count > 0) entry.set(PDFName.of('Count'), PDFNumber.of(isOpen ? count : -count));
  return isOpen ? count : 0;
}

const names = {
  kids: PDFName.of('K'),
  kind: PDFName.of('S'),
  parent: PDFName.of('P'),
  alt: PDFName.of('Alt'),
} as const;

/**
 * Converts the tags of a PDF from Chromium for PDF/UA readers (ISO 32000-1, 14.8.4): the content of
 * a list item gets a body, only drawings are figures, and tags that PDF 1.7 doesn't know are mapped
 * to ones that it does.
 */
function finishStructure(document: PDFDocument): void {
  const { catalog, context } = document;
  const root = catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  root.set(PDFName.of('RoleMap'), context.obj({ Strong: 'Span', Em: 'Span' }));
  const [top] = kidsOf(root);
  if (top !== undefined) finishElement(document, top.reference, top.element);
}

interface Kid {
  readonly reference: PDFRef;
  readonly element: PDFDict;
}

function finishElement(document: PDFDocument, reference: PDFRef, element: PDFDict): void {
  const kids = kidsOf(element);
  const kind = kindOf(element);
  if (kind === 'Figure' && !element.has(names.alt)) {
    element.set(names.kind, PDFName.of('Div'));
    // A caption belongs to a figure or a table.
    for (const kid of kids) {
      if (kindOf(kid.element) === 'Caption') kid.element.set(names.kind, PDFName.of('P'));
    }
  }
  if (kind === 'LI') giveBody(document, reference, element, kids);
  for (const kid of kids) finishElement(document, kid.reference, kid.element);
}

/** Moves everything in a list item except its label into a body. */
function giveBody(
  { context }: PDFDocument,
  reference: PDFRef,
  item: PDFDict,
  kids: readonly Kid[],
): void {
  const labels = kids.filter(({ element }) => kindOf(element) === 'Lbl');
  const rest = kids.filter((kid) => !labels.includes(kid));
  const body = context.register(
    context.obj({
      Type: 'StructElem',
      S: 'LBody',
      P: reference,
      K: rest.map((kid) => kid.reference),
    }),
  );
  for (const { element } of rest) element.set(names.parent, body);
  item.set(names.kids, context.obj([...labels.map((label) => label.reference), body]));
}

/** Child elements, without content and annotations. */
function kidsOf(element: PDFDict): Kid[] {
  const direct = element.get(names.kids);
  const kids = element.lookup(names.kids);
  const references = kids instanceof PDFArray ? kids.asArray() : [direct];
  return references.flatMap((reference) => {
    if (!(reference instanceof PDFRef)) return [];
    const kid = element.context.lookup(reference);
    return kid instanceof PDFDict && kid.has(names.kind) ? [{ reference, element: kid }] : [];
  });
}

function kindOf(element: PDFDict): string {
  return element.lookup(names.kind, PDFName).decodeText();
}
