/** The text of built pages, for comparison with printed text. */
import { readFileSync } from 'node:fs';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { withoutSpace } from './read-pdf.ts';

/**
 * Replaces characters that PDFs encode with other code points: the quotes U+2018 and U+2019, and
 * the micro sign.
 */
export function straight(text: string): string {
  return text.normalize('NFKC').replace(/[\u02BB\u02BC\u2018\u2019]/g, "'");
}

type Node = DefaultTreeAdapterTypes.Node;

/**
 * Returns the paragraphs, list items, terms, and definitions in a built page's parts, in reading
 * order and without white space. Those in figures and tables are left out.
 */
export function blocksOf(slug: string, dist = 'dist'): string[] {
  const html = readFileSync(`${dist}/questions/${slug}/index.html`, 'utf8');
  return (['listening', 'hint', 'outline', 'answer', 'deeper', 'flags', 'probes'] as const)
    .flatMap((id) => elementsIn(parse(html)).filter((element) => partOf(element) === id))
    .flatMap(blocksIn)
    .map(withoutSpace);
}

function elementsIn(node: Node): DefaultTreeAdapterTypes.Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsIn) : [];
  return 'tagName' in node ? [node, ...children] : children;
}

function partOf({ attrs }: DefaultTreeAdapterTypes.Element): string | undefined {
  return attrs.find(({ name }) => name === 'data-part')?.value;
}

function blocksIn(node: Node): string[] {
  const name = node.nodeName;
  if (name === 'figure' || name === 'table') return [];
  // Leave out definitions in popovers, and the ten-second answer, which has its own test.
  if (
    'attrs' in node &&
    node.attrs.some(({ name, value }) => name === 'popover' || value === 'short')
  )
    return [];
  if (['p', 'li', 'dt', 'dd'].includes(name)) return [textOf(node)];
  return 'childNodes' in node ? node.childNodes.flatMap(blocksIn) : [];
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
