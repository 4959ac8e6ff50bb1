import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRef } from 'pdf-lib';

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
export function finishStructure(document: PDFDocument): void {
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
