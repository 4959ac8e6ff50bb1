import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root as MarkdownRoot, Nodes } from 'mdast';
import { type State, toHast } from 'mdast-util-to-hast';
import { escapeXml } from '../../lib/text.ts';
import { type AnyNode, attributeOf } from '../content-checks/node.ts';
import { mapParts, type PartTrees, withLinks } from '../guide/part-tree.ts';
import type { AnyPartId } from '../guide/parts.ts';
import { drawnFigure } from './drawing-look.ts';
import { type Inserts, sourceNumber, workedExample } from './part-markdown.ts';

export type PartHtml = Partial<Readonly<Record<AnyPartId, string>>>;

export interface PartRule {
  /**
   * Returns a link's target in the output, given its target on the page. If it returns undefined,
   * the link is removed, but its words stay.
   */
  readonly href: (href: string) => string | undefined;
  readonly lowerHeadings?: number;
}

/**
 * Returns the parts as XHTML that every e-reader supports, without anything that works only on the
 * website.
 */
export function partHtml(parts: PartTrees, inserts: Inserts, rule: PartRule): PartHtml {
  const { href, lowerHeadings = 0 } = rule;
  const insert = (_: State, node: AnyNode) => insertOf(node, inserts, href);
  const handlers = {
    mdxJsxFlowElement: insert,
    mdxJsxTextElement: insert,
    heading: (state: State, node: { depth: number }): Element => ({
      type: 'element',
      tagName: `h${node.depth + lowerHeadings}`,
      properties: {},
      children: state.all(node as Nodes),
    }),
  };
  return mapParts(parts, (blocks) => {
    const tree = { type: 'root', children: withLinks(blocks, href) } as MarkdownRoot;
    const html = toHtml(toHast(tree, { handlers, allowDangerousHtml: true }) as Root, {
      allowDangerousHtml: true,
      closeSelfClosing: true,
    });
    // An empty cell in the first row, such as the top-left one, isn't a header.
    return html.replaceAll('<th></th>', '<td></td>');
  });
}

function insertOf(node: AnyNode, inserts: Inserts, href: PartRule['href']): ElementContent {
  const id = attributeOf(node, 'id') ?? '';
  if (node.name === 'Cite') return citation(sourceNumber(id, inserts), href);
  const figure = inserts.figures.get(id);
  const value = node.name === 'Worked' ? workedTable(id) : figure && drawnFigure(figure);
  if (value === undefined) throw new Error(`No output can show <${node.name} id="${id}">.`);
  return { type: 'raw', value } as ElementContent;
}

function citation(number: number, href: PartRule['href']): Element {
  const target = href(`#source-${number}`);
  const words: ElementContent = { type: 'text', value: `${number}` };
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: target, ariaLabel: `Source ${number}` },
    children: [words],
  };
  return {
    type: 'element',
    tagName: 'sup',
    properties: { className: ['cite'] },
    children: [target === undefined ? words : link],
  };
}

function workedTable(id: string): string {
  const { caption, columns, rows, formula } = workedExample(id);
  return `<figure class="worked">${tableHtml([columns, ...rows], { caption })}<figcaption>${escapeXml(formula)}</figcaption></figure>`;
}

/** Returns a table whose first row and first column are headers. */
export function tableHtml(
  [columns = [], ...rows]: readonly (readonly string[])[],
  { caption, name }: { readonly caption?: string; readonly name?: string },
): string {
  const head = columns.map((column) =>
    column === '' ? '<td></td>' : `<th scope="col">${escapeXml(column)}</th>`,
  );
  const body = rows.map(
    ([first = '', ...cells]) =>
      `<tr><th scope="row">${escapeXml(first)}</th>${cells.map((cell) => `<td>${escapeXml(cell)}</td>`).join('')}</tr>`,
  );
  return [
    name === undefined ? '<table>' : `<table class="${name}">`,
    caption === undefined ? '' : `<caption>${escapeXml(caption)}</caption>`,
    `<thead><tr>${head.join('')}</tr></thead>`,
    `<tbody>${body.join('')}</tbody></table>`,
  ].join('');
}
