import type { DefaultTreeAdapterTypes } from 'parse5';
import type { AnyPartId } from '../guide/parts.ts';
import { attributeOf, type MarkedParts, writeParts } from './marked-parts.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const blockTags = new Set(
  'p h3 h4 ol ul div section table thead tbody tr dl dt dd figure figcaption caption blockquote'.split(
    ' ',
  ),
);

/** The text of a page's parts; only those that the page has. */
export type PartTexts = Partial<Readonly<Record<AnyPartId, string>>>;

/** The parts of a page as plain text. */
export function readParts(marked: MarkedParts): PartTexts {
  return writeParts(marked, (part) => blocks(part).join('\n'));
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
      case 'figure':
      case 'figcaption':
      case 'table':
      case 'thead':
      case 'tbody':
      case 'dl':
        return hasBlocks(node) ? blocks(node) : [inline(node)];
      case 'tr':
        return [cells(node).join(' | ')];
      default:
        return [inline(node)].filter((line) => line !== '');
    }
  });
}

function hasBlocks(element: Element): boolean {
  return element.childNodes.some((node) => 'tagName' in node && blockTags.has(node.tagName));
}

function cells(row: Element): string[] {
  return row.childNodes.flatMap((node) => ('tagName' in node ? [inline(node)] : []));
}

function listLines(list: Element): string[] {
  const start = Number(attributeOf(list, 'start') ?? 1);
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
  // The number of a source is no part of the text, nor are the words in a drawing.
  if (
    'tagName' in node &&
    (node.tagName === 'svg' || attributeOf(node, 'class')?.startsWith('cite'))
  )
    return '';
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(rawText).join('') : '';
}
