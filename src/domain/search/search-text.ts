import type { PhrasingContent, RootContent } from 'mdast';
import { type AnyPartId, partById } from '../guide/parts.ts';
import { type SearchText, searchDataVersion } from './search-data.ts';
import { sentencesIn } from './sentences.ts';

/** Parts that speak for the guide, the plainest first. Other parts have words of weak answers. */
const speaking = ['answer', 'hint', 'outline', 'deeper'] as const satisfies readonly AnyPartId[];

type Parts = Partial<Readonly<Record<AnyPartId, readonly RootContent[]>>>;

/**
 * Returns the sentences of a question that may be shown in results, without tables, code, or
 * drawings.
 */
export function searchText(parts: Parts, short: string): SearchText {
  return {
    version: searchDataVersion,
    parts: speaking.map((id) => ({
      id,
      label: partById(id).label,
      sentences: [
        ...(id === 'answer' ? sentencesIn(short) : []),
        ...(parts[id] ?? []).flatMap(paragraphsIn).flatMap(sentencesIn),
      ],
    })),
  };
}

function paragraphsIn(block: RootContent): string[] {
  if (block.type === 'paragraph') {
    const text = textOf(block.children)
      .replace(/\s+/g, ' ')
      .replace(/ (?=[.,;:?!])/g, '');
    return block.data?.isDrawing ? [] : [text.trim()];
  }
  return block.type === 'list' || block.type === 'listItem' || block.type === 'blockquote'
    ? block.children.flatMap(paragraphsIn)
    : [];
}

/** Returns the text without citations. */
function textOf(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'linkReference') return '';
      if ('value' in node) return node.value;
      return 'children' in node ? textOf(node.children) : '';
    })
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}
