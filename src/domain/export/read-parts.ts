import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { type PartId, parts } from '../guide/parts.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** The text of a page's parts; only those that the page has. */
export type PartTexts = Partial<Readonly<Record<PartId, string>>>;

/** Takes the parts from a built page as plain text, by their `data-part` marks. */
export function readParts(html: string): PartTexts {
  const found = new Map<string, string>();
  for (const element of elements(parse(html).childNodes)) {
    const id = attribute(element, 'data-part');
    if (id !== undefined && !found.has(id)) found.set(id, blocks(element).join('\n'));
  }
  return Object.fromEntries(
    parts.flatMap(({ id }) => (found.has(id) ? [[id, found.get(id)]] : [])),
  ) as PartTexts;
}

function* elements(nodes: readonly Node[]): Generator<Element> {
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    yield node;
    yield* elements(node.childNodes);
  }
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((candidate) => candidate.name === name)?.value;
}

/** Headings and summaries name the part and are left out; each other block becomes a line. */
function blocks(element: Element): string[] {
  return element.childNodes.flatMap((node): string[] => {
    if (!('tagName' in node)) return [];
    switch (node.tagName) {
      case 'summary':
      case 'h2':
        return [];
      case 'ol':
      case 'ul':
        return listLines(node);
      case 'div':
      case 'section':
      case 'blockquote':
        return blocks(node);
      default:
        return [inline(node)].filter((line) => line !== '');
    }
  });
}

function listLines(list: Element): string[] {
  const start = Number(attribute(list, 'start') ?? 1);
  const items = list.childNodes.filter((node) => 'tagName' in node && node.tagName === 'li');
  return items.map((item, index) => {
    const mark = list.tagName === 'ol' ? `${start + index}.` : '-';
    return `${mark} ${'tagName' in item ? inline(item) : ''}`;
  });
}

function inline(element: Element): string {
  return rawText(element).replace(/\s+/g, ' ').trim();
}

function rawText(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(rawText).join('') : '';
}
