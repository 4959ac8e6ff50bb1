import type { DefaultTreeAdapterTypes } from 'parse5';
import type { AnyPartId } from '../guide/parts.ts';
import {
  attributeOf,
  isCitation,
  isOnlyForPage,
  type MarkedParts,
  writeParts,
} from './marked-parts.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

export type PartTexts = Partial<Readonly<Record<AnyPartId, string>>>;

/**
 * Whether the text is to be read, with numbers of sources in brackets and code in fences, or to be
 * searched and compared, with neither.
 */
type Citations = 'numbered' | 'omitted';

export function readParts(marked: MarkedParts, citations: Citations): PartTexts {
  return writeParts(marked, (part) => blockLines(part, citations).join('\n'));
}

/** Elements that are one line, or if they contain blocks, a line for each. */
const wrappers = new Set(
  'div section details blockquote figure figcaption table thead tbody dl'.split(' '),
);

/** Headings and summaries name the part and are omitted; each other block becomes a line. */
function blockLines(element: Element, citations: Citations): string[] {
  return childrenOf(element).flatMap((node): string[] => {
    const { tagName } = node;
    if (isOnlyForPage(node) || tagName === 'summary' || tagName === 'h2') return [];
    if (tagName === 'ol' || tagName === 'ul') return listLines(node, citations);
    if (tagName === 'pre') return codeLines(node, citations);
    if (tagName === 'tr') {
      return [
        childrenOf(node)
          .map((cell) => inline(cell, citations))
          .join(' | '),
      ];
    }
    const hasBlocks = childrenOf(node).some((child) => blockTags.has(child.tagName));
    if (wrappers.has(tagName) && hasBlocks) return blockLines(node, citations);
    return [inline(node, citations)].filter((line) => line !== '');
  });
}

function childrenOf(element: Element): Element[] {
  return element.childNodes.filter((node) => 'tagName' in node);
}

function listLines(list: Element, citations: Citations): string[] {
  const start = Number(attributeOf(list, 'start') ?? 1);
  const items = childrenOf(list).filter(({ tagName }) => tagName === 'li');
  return items.map((item, index) => {
    const mark = list.tagName === 'ol' ? `${start + index}.` : '-';
    return `${mark} ${inline(item, citations)}`;
  });
}

/** In fences, so that readers can tell code from prose. Search ignores its words. */
function codeLines(code: Element, citations: Citations): string[] {
  if (citations === 'omitted') return [];
  return ['```', ...rawText(code).replace(/\n$/, '').split('\n'), '```'];
}

function inline(element: Element, citations: Citations): string {
  const number = citations === 'numbered' ? ' [$1]' : '';
  return rawText(element).replace(citation, number).replace(/\s+/g, ' ').trim();
}

const blockTags = new Set(
  'p h3 h4 ol ul div section table thead tbody tr dl dt dd figure figcaption caption blockquote pre details'.split(
    ' ',
  ),
);

/** A citation in raw text, between private-use characters, with the space before it. */
const citation = /\s*\uE000(\d+)\uE001/g;

function rawText(node: Node): string {
  if ('value' in node) return node.value;
  if (!('childNodes' in node)) return '';
  // The words in a drawing aren't part of the text.
  if ('tagName' in node && (node.tagName === 'svg' || isOnlyForPage(node))) return '';
  const text = node.childNodes.map(rawText).join('');
  return 'tagName' in node && isCitation(node) ? `\uE000${text.trim()}\uE001` : text;
}
