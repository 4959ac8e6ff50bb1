import type { Nodes, RootContent } from 'mdast';
import type { AnyPartId } from '../guide/parts.ts';
import type { PartMarkdown } from './part-markdown.ts';

export type PartTexts = Partial<Readonly<Record<AnyPartId, string>>>;

/** Returns a page's parts as plain text, with numbered citations and fences around code. */
export function readParts(parts: PartMarkdown): PartTexts {
  const texts = Object.entries(parts).map(([id, blocks]) => [
    id,
    blocks.flatMap(blockLines).join('\n'),
  ]);
  return Object.fromEntries(texts) as PartTexts;
}

/**
 * Returns one line for each paragraph, heading, list item, and table row, and the lines of each
 * block of code between two fences. Drawings are left out.
 */
function blockLines(block: RootContent): string[] {
  switch (block.type) {
    case 'list':
      return block.children.map((item, index) => {
        const mark = block.ordered ? `${(block.start ?? 1) + index}.` : '-';
        return `${mark} ${inline(item, ' [$1]')}`;
      });
    case 'code':
      return ['```', ...block.value.split('\n'), '```'];
    case 'table':
      return block.children.map(({ children }) =>
        children.map((cell) => inline(cell, ' [$1]')).join(' | '),
      );
    case 'blockquote':
      return block.children.flatMap(blockLines);
    default:
      if (block.type === 'paragraph' && block.data?.isDrawing) return [];
      return [inline(block, ' [$1]')].filter((line) => line !== '');
  }
}

/** Returns a node's text on one line, without citations. */
export function plainText(node: Nodes): string {
  return inline(node, '');
}

/** @param number the replacement for a citation; `$1` is its number */
function inline(node: Nodes, number: string): string {
  return rawText(node).replace(citation, number).replace(/\s+/g, ' ').trim();
}

/**
 * Matches a citation in raw text, with the space before it. Private-use characters surround its
 * number.
 */
const citation = /\s*\uE000(\d+)\uE001/g;

/** Nodes that contain blocks. The blocks' text is joined with spaces. */
const containers = new Set(['list', 'listItem', 'blockquote']);

function rawText(node: Nodes): string {
  // HTML nodes contain only tags. The words between the tags are text nodes.
  if (node.type === 'html') return '';
  if (node.type === 'linkReference') return `\uE000${node.label}\uE001`;
  if ('value' in node) return node.value;
  if (!('children' in node)) return '';
  return node.children.map(rawText).join(containers.has(node.type) ? ' ' : '');
}
