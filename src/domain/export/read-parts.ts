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

/** The text of a page's parts; missing ones are omitted. */
export type PartTexts = Partial<Readonly<Record<AnyPartId, string>>>;

/**
 * Whether the text is to be read, with numbers of sources in brackets and code in fences, or to be
 * searched and compared, with neither.
 */
export type Citations = 'numbered' | 'omitted';

/** The parts of a page as plain text. */
export function readParts(marked: MarkedParts, citations: Citations): PartTexts {
  const writer = new TextWriter(citations);
  return writeParts(marked, (part) => writer.blocks(part).join('\n'));
}

class TextWriter {
  readonly #citations: Citations;

  constructor(citations: Citations) {
    this.#citations = citations;
  }

  /** Headings and summaries name the part and are omitted; each other block becomes a line. */
  blocks(element: Element): string[] {
    return element.childNodes.flatMap((node): string[] => {
      if (!('tagName' in node) || isOnlyForPage(node)) return [];
      switch (node.tagName) {
        case 'summary':
        case 'h2':
          return [];
        case 'ol':
        case 'ul':
          return this.#listLines(node);
        case 'pre':
          return this.#codeLines(node);
        case 'div':
        case 'section':
        case 'details':
        case 'blockquote':
        case 'figure':
        case 'figcaption':
        case 'table':
        case 'thead':
        case 'tbody':
        case 'dl':
          return hasBlocks(node) ? this.blocks(node) : this.#line(node);
        case 'tr':
          return [this.#cells(node).join(' | ')];
        default:
          return this.#line(node);
      }
    });
  }

  #line(element: Element): string[] {
    return [this.#inline(element)].filter((line) => line !== '');
  }

  #cells(row: Element): string[] {
    return row.childNodes.flatMap((node) => ('tagName' in node ? [this.#inline(node)] : []));
  }

  #listLines(list: Element): string[] {
    const start = Number(attributeOf(list, 'start') ?? 1);
    const items = list.childNodes.filter((node) => 'tagName' in node && node.tagName === 'li');
    return items.map((item, index) => {
      const mark = list.tagName === 'ol' ? `${start + index}.` : '-';
      return `${mark} ${'tagName' in item ? this.#inline(item) : ''}`;
    });
  }

  /** In fences, so that readers can tell code from prose. Search ignores its words. */
  #codeLines(code: Element): string[] {
    if (this.#citations === 'omitted') return [];
    return ['```', ...rawText(code).replace(/\n$/, '').split('\n'), '```'];
  }

  #inline(element: Element): string {
    const number = this.#citations === 'numbered' ? ' [$1]' : '';
    return rawText(element).replace(citation, number).replace(/\s+/g, ' ').trim();
  }
}

const blockTags = new Set(
  'p h3 h4 ol ul div section table thead tbody tr dl dt dd figure figcaption caption blockquote pre details'.split(
    ' ',
  ),
);

function hasBlocks(element: Element): boolean {
  return element.childNodes.some((node) => 'tagName' in node && blockTags.has(node.tagName));
}

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
