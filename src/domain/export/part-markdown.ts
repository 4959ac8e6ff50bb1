import type { Heading, List, Paragraph, PhrasingContent, RootContent, TableRow } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import type { AnyPartId } from '../guide/parts.ts';
import {
  attributeOf,
  isCitation,
  isOnlyForPage,
  type MarkedParts,
  plainText,
  writeParts,
} from './marked-parts.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

declare module 'mdast' {
  interface ParagraphData {
    /** Whether it describes a drawing in place of it, in words that aren't on the page. */
    readonly isDrawing?: boolean;
  }
}

/** The parts of a page as the blocks of a Markdown document; missing ones are omitted. */
export type PartMarkdown = Partial<Readonly<Record<AnyPartId, readonly RootContent[]>>>;

/** Target of a link; undefined removes the link and keeps its words. */
export type MarkdownHref = (href: string) => string | undefined;

/** The parts of a page as Markdown (CommonMark with tables of GitHub). */
export function markdownParts(marked: MarkedParts, href: MarkdownHref): PartMarkdown {
  return writeParts(marked, (part) => blocksIn(part.childNodes, href));
}

/** HTML of an output as blocks, with its links as they are. */
export function blocksOf(html: string): RootContent[] {
  return blocksIn(parseFragment(html).childNodes, (href) => href);
}

export function writeMarkdown(children: readonly RootContent[]): string {
  return toMarkdown(
    { type: 'root', children: [...children] },
    {
      bullet: '-',
      emphasis: '_',
      fences: true,
      listItemIndent: 'one',
      tightDefinitions: true,
      extensions: [gfmTableToMarkdown({ tablePipeAlign: false })],
    },
  );
}

/** The same blocks with headings shifted down by that many levels. */
export function lowerHeadings(blocks: readonly RootContent[], levels: number): RootContent[] {
  return blocks.map((block) =>
    block.type === 'heading' ? { ...block, depth: depthOf(block.depth + levels) } : block,
  );
}

export function headingOf(depth: number, words: string): Heading {
  return { type: 'heading', depth: depthOf(depth), children: [textOf(words)] };
}

export function paragraphOf(words: string, bold?: string): Paragraph {
  const children: PhrasingContent[] = [textOf(words)];
  if (bold !== undefined) {
    children.unshift({ type: 'strong', children: [textOf(bold)] }, textOf(' '));
  }
  return { type: 'paragraph', children };
}

export function listOf(items: readonly PhrasingContent[][], ordered: boolean): List {
  return {
    type: 'list',
    ordered,
    spread: false,
    children: items.map((children) => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children }],
    })),
  };
}

/** Plain text; Markdown syntax in it is escaped on output. */
export function textOf(value: string): PhrasingContent {
  return { type: 'text', value };
}

type Depth = 1 | 2 | 3 | 4 | 5 | 6;

function depthOf(level: number): Depth {
  return Math.min(level, 6) as Depth;
}

const headings = /^h[3-6]$/;
const wrappers = new Set('div section details figure dl tbody'.split(' '));
const blockNames = new Set(
  'p ul ol blockquote pre table figcaption dt dd h2 h3 h4 h5 h6 summary svg'.split(' '),
);

/** Blocks of nodes; words between blocks become paragraphs. */
function blocksIn(nodes: readonly Node[], href: MarkdownHref): RootContent[] {
  const blocks: RootContent[] = [];
  let loose: Node[] = [];
  const endParagraph = (): void => {
    blocks.push(...paragraphIn(loose, href));
    loose = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) {
      loose.push(node);
      continue;
    }
    endParagraph();
    blocks.push(...blockOf(node, href));
  }
  endParagraph();
  return blocks;
}

function blockOf(element: Element, href: MarkdownHref): RootContent[] {
  const { tagName, childNodes } = element;
  if (isOnlyForPage(element) || tagName === 'h2' || tagName === 'summary') return [];
  if (wrappers.has(tagName)) return blocksIn(childNodes, href);
  if (headings.test(tagName)) {
    return [
      { type: 'heading', depth: depthOf(Number(tagName[1])), children: wordsIn(childNodes, href) },
    ];
  }
  switch (tagName) {
    case 'ul':
    case 'ol':
      return [listIn(element, href)];
    case 'blockquote':
      return [{ type: 'blockquote', children: blocksIn(childNodes, href) as [] }];
    case 'pre':
      return [codeOf(element)];
    case 'table':
      return tableIn(element, href);
    case 'svg':
      return [drawingIn(element)];
    case 'dt':
      return [boldIn(element, href)];
    default:
      return paragraphIn(childNodes, href);
  }
}

function drawingIn(svg: Element): Paragraph {
  const label = attributeOf(svg, 'aria-label') ?? '';
  return { ...paragraphOf(label, 'Figure.'), data: { isDrawing: true } };
}

function paragraphIn(nodes: readonly Node[], href: MarkdownHref): RootContent[] {
  const children = wordsIn(nodes, href);
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

function boldIn({ childNodes }: Element, href: MarkdownHref): Paragraph {
  return { type: 'paragraph', children: [{ type: 'strong', children: wordsIn(childNodes, href) }] };
}

function listIn(list: Element, href: MarkdownHref): RootContent {
  const items = childrenNamed(list, 'li');
  return {
    type: 'list',
    ordered: list.tagName === 'ol',
    start: list.tagName === 'ol' ? Number(attributeOf(list, 'start') ?? 1) : null,
    spread: false,
    children: items.map((item) => ({
      type: 'listItem',
      spread: false,
      children: blocksIn(item.childNodes, href) as [],
    })),
  };
}

function tableIn(table: Element, href: MarkdownHref): RootContent[] {
  const captions = childrenNamed(table, 'caption');
  const rows = [table, ...childrenNamed(table, 'thead'), ...childrenNamed(table, 'tbody')]
    .flatMap((group) => childrenNamed(group, 'tr'))
    .map((row): TableRow => {
      const cells = row.childNodes.filter((node) => 'tagName' in node) as Element[];
      return {
        type: 'tableRow',
        children: cells.map(({ childNodes }) => ({
          type: 'tableCell',
          children: wordsIn(childNodes, href),
        })),
      };
    });
  return [...captions.map((caption) => boldIn(caption, href)), { type: 'table', children: rows }];
}

/** Words within a block, without white space at their ends and with one space before a citation. */
function wordsIn(nodes: readonly Node[], href: MarkdownHref): PhrasingContent[] {
  const words: PhrasingContent[] = [];
  for (const word of nodes.flatMap((node) => phraseOf(node, href))) {
    const last = words.at(-1);
    if (word.type === 'linkReference') {
      if (last?.type === 'text') last.value = `${last.value.trimEnd()} `;
      else words.push(textOf(' '));
    }
    if (word.type === 'text' && last?.type === 'text') {
      last.value = (last.value + word.value).replace(/ {2,}/g, ' ');
    } else words.push(word);
  }
  const [first] = words;
  if (first?.type === 'text') first.value = first.value.trimStart();
  const end = words.at(-1);
  if (end?.type === 'text') end.value = end.value.trimEnd();
  return words.filter((word) => word.type !== 'text' || word.value !== '');
}

function phraseOf(node: Node, href: MarkdownHref): PhrasingContent[] {
  if ('value' in node) return [textOf(node.value.replace(/\s+/g, ' '))];
  if (!('tagName' in node) || isOnlyForPage(node)) return [];
  if (isCitation(node)) return [citationOf(plainText(node).trim())];
  const { tagName, childNodes } = node;
  switch (tagName) {
    case 'strong':
      return [{ type: 'strong', children: phrasesIn(childNodes, href) }];
    case 'em':
      return [{ type: 'emphasis', children: phrasesIn(childNodes, href) }];
    case 'code':
      return [{ type: 'inlineCode', value: plainText(node).replace(/\s+/g, ' ') }];
    case 'br':
      return [{ type: 'break' }];
    case 'sup':
    case 'sub':
      return [
        { type: 'html', value: `<${tagName}>` },
        ...phrasesIn(childNodes, href),
        { type: 'html', value: `</${tagName}>` },
      ];
    case 'svg':
      return [];
    case 'a': {
      const url = href(attributeOf(node, 'href') ?? '');
      const children = phrasesIn(childNodes, href);
      return url === undefined ? children : [{ type: 'link', url, children: children as [] }];
    }
    default:
      return phrasesIn(childNodes, href);
  }
}

function phrasesIn(nodes: readonly Node[], href: MarkdownHref): PhrasingContent[] {
  return nodes.flatMap((node) => phraseOf(node, href));
}

function isBlock(node: Node): node is Element {
  return 'tagName' in node && (blockNames.has(node.tagName) || wrappers.has(node.tagName));
}

/** `[1]`: a link to the source if the document defines it, otherwise plain text. */
function citationOf(number: string): PhrasingContent {
  const names = { identifier: number, label: number };
  return { type: 'linkReference', ...names, referenceType: 'shortcut', children: [textOf(number)] };
}

function codeOf(pre: Element): RootContent {
  const lang = attributeOf(pre, 'data-language') ?? null;
  return { type: 'code', lang, value: plainText(pre).replace(/\n$/, '') };
}

function childrenNamed(element: Element, name: string): Element[] {
  return element.childNodes.filter(
    (node): node is Element => 'tagName' in node && node.tagName === name,
  );
}
