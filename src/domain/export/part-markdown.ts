import type {
  Definition,
  Heading,
  Link,
  List,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { defaultHandlers, type Handle, toMarkdown } from 'mdast-util-to-markdown';
import { type AnyNode, attributeOf } from '../content-checks/node.ts';
import { mapParts, type PartTrees, withLinks } from '../guide/part-tree.ts';
import type { AnyPartId } from '../guide/parts.ts';
import { workedExamples } from '../worked/examples.ts';
import type { Drawing } from './drawing-look.ts';

declare module 'mdast' {
  interface ParagraphData {
    /**
     * True if the paragraph replaces a drawing and describes it. Its words aren't visible on the
     * page.
     */
    readonly isDrawing?: boolean;
  }
}

/** What citations and figures in a question's text refer to. */
export interface Inserts {
  /** Ids of the question's sources in citation order. */
  readonly sources: readonly string[];
  readonly figures: ReadonlyMap<string, Drawing>;
}

/** Missing parts are left out. */
export type PartMarkdown = Partial<Readonly<Record<AnyPartId, readonly RootContent[]>>>;

/**
 * Returns the parts as Markdown (CommonMark with GitHub's tables). A citation becomes `[1]`, a
 * figure becomes its description and caption, and a worked example becomes a table.
 *
 * @param href returns the new target of a link, or undefined to remove the link and keep its words
 */
export function markdownParts(
  parts: PartTrees,
  inserts: Inserts,
  href: (href: string) => string | undefined,
): PartMarkdown {
  return mapParts(parts, (blocks) => blocksIn(withLinks(blocks, href), inserts));
}

function blocksIn(nodes: readonly AnyNode[], inserts: Inserts): RootContent[] {
  return nodes.flatMap((node, index): RootContent[] => {
    const id = attributeOf(node, 'id') ?? '';
    switch (node.name) {
      case 'Cite': {
        const citation = citationOf(sourceNumber(id, inserts));
        // Without a space, Markdown would read `[5][6]` as one link.
        return nodes[index - 1]?.name === 'Cite' ? [textOf(' '), citation] : [citation];
      }
      case 'Figure':
        return drawingBlocks(inserts.figures.get(id));
      case 'Worked':
        return workedBlocks(id);
      default:
        return [
          (node.children
            ? { ...node, children: blocksIn(node.children, inserts) }
            : node) as RootContent,
        ];
    }
  });
}

/**
 * Returns a citation such as `[1]`. It is a link if the document defines a URL for `[1]`.
 * Otherwise, it is plain text.
 */
function citationOf(number: number): PhrasingContent {
  const names = { identifier: `${number}`, label: `${number}` };
  const children = [textOf(`${number}`)];
  return { type: 'linkReference', ...names, referenceType: 'shortcut', children };
}

function drawingBlocks(figure: Drawing | undefined): RootContent[] {
  if (figure === undefined) return [];
  return [
    { ...paragraphOf(figure.description, 'Figure.'), data: { isDrawing: true } },
    paragraphOf(figure.caption),
  ];
}

function workedBlocks(id: string): RootContent[] {
  const { caption, columns, rows, formula } = workedExample(id);
  return [
    { type: 'paragraph', children: [boldOf(caption)] },
    tableOf([columns, ...rows]),
    paragraphOf(formula),
  ];
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
      handlers: {
        link: withPlainUrl(defaultHandlers.link),
        definition: withPlainUrl(defaultHandlers.definition),
      },
    },
  );
}

/** A temporary URL without any characters that Markdown escapes. */
const standIn = 'https://url.invalid/';

/**
 * Writes URLs in angle brackets if they contain characters that Markdown would escape with a
 * backslash, because escaped URLs don't work when someone copies them.
 */
function withPlainUrl(handle: Handle): Handle {
  return (node: Link | Definition, ...rest) => {
    if (!/[&()]/.test(node.url)) return handle(node, ...rest);
    // Escape only angle brackets and anything that looks like a character reference.
    const url = node.url.replace(/[<>]|&(?=#?\w+;)/g, '\\$&');
    return handle({ ...node, url: standIn }, ...rest).replace(standIn, () => `<${url}>`);
  };
}

export function lowerHeadings(blocks: readonly RootContent[], levels: number): RootContent[] {
  return blocks.map((block) =>
    block.type === 'heading' ? { ...block, depth: depthOf(block.depth + levels) } : block,
  );
}

export function headingOf(depth: number, words: string): Heading {
  return { type: 'heading', depth: depthOf(depth), children: [textOf(words)] };
}

export function paragraphOf(words: string, bold?: string): Paragraph {
  const start = bold === undefined ? [] : [boldOf(bold), textOf(' ')];
  return { type: 'paragraph', children: [...start, textOf(words)] };
}

export function markdownList(items: readonly PhrasingContent[][], ordered: boolean): List {
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

/** Returns a table whose first row has the column headers. */
export function tableOf(rows: readonly (readonly string[])[]): Table {
  return {
    type: 'table',
    children: rows.map((cells) => ({
      type: 'tableRow',
      children: cells.map((cell) => ({ type: 'tableCell', children: [textOf(cell)] })),
    })),
  };
}

export function boldOf(words: string): PhrasingContent {
  return { type: 'strong', children: [textOf(words)] };
}

/** Returns plain text. Markdown syntax in it is escaped in the output. */
export function textOf(value: string): PhrasingContent {
  return { type: 'text', value };
}

function depthOf(level: number): Heading['depth'] {
  return Math.min(level, 6) as Heading['depth'];
}

/** Returns a source's number on the question's page, counted from 1. */
export function sourceNumber(id: string, { sources }: Inserts): number {
  return sources.indexOf(id) + 1;
}

/** @throws Error if there is no worked example with this id */
export function workedExample(id: string) {
  const example = workedExamples.get(id);
  if (example === undefined) throw new Error(`There is no worked example "${id}".`);
  return example;
}
