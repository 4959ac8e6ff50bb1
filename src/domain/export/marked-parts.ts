import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { type AnyPartId, pageOrder } from '../guide/parts.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** The parts of a built page by their `data-part` marks, in page order. */
export type MarkedParts = ReadonlyMap<AnyPartId, Element>;

/**
 * Finds the parts of a built page. A part inside another one (the ten-second answer in the model
 * answer) is removed from it. Parsing is the expensive step, so do it once per page.
 */
export function markedParts(html: string): MarkedParts {
  const found = new Map<string, Element>();
  for (const element of [...elements(parse(mainOf(html)).childNodes)]) {
    const id = attributeOf(element, 'data-part');
    if (id === undefined) continue;
    detach(element);
    if (!found.has(id)) found.set(id, element);
  }
  return new Map(
    pageOrder.flatMap((id) => {
      const element = found.get(id);
      return element === undefined ? [] : [[id, element] as const];
    }),
  );
}

function detach(element: Element): void {
  const { parentNode } = element;
  if (parentNode === null) return;
  parentNode.childNodes = parentNode.childNodes.filter((node) => node !== element);
  element.parentNode = null;
}

/** The main text of the page; the stylesheet alone is a quarter of the file. */
function mainOf(html: string): string {
  const start = html.indexOf('<main');
  const end = html.lastIndexOf('</main>');
  return start === -1 || end < start ? html : html.slice(start, end);
}

export function writeParts<Form>(
  marked: MarkedParts,
  write: (part: Element) => Form,
): Partial<Readonly<Record<AnyPartId, Form>>> {
  const written = [...marked].map(([id, element]) => [id, write(element)]);
  return Object.fromEntries(written) as Partial<Record<AnyPartId, Form>>;
}

export function attributeOf(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

export function plainText(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(plainText).join('') : '';
}

export function isCitation(element: Element): boolean {
  return attributeOf(element, 'class')?.split(' ').includes('cite') ?? false;
}

/** Elements that only work on the page: scripts, controls, labs, definitions that open. */
export function isOnlyForPage(element: Element): boolean {
  return pageOnly.has(element.tagName) || attributeOf(element, 'popover') !== undefined;
}

const pageOnly = new Set([
  'script',
  'style',
  'template',
  'guide-lab',
  'review-note',
  'noscript',
  'form',
]);

function* elements(nodes: readonly Node[]): Generator<Element> {
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    yield node;
    yield* elements(node.childNodes);
  }
}
