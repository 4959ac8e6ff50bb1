import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html as spec } from 'parse5';

type Parent = DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/**
 * Puts each table that Markdown made into a region that scrolls by itself, by finger and by key,
 * so that a wide table does not widen the page on a phone. Tables in such a region are left alone.
 */
export function wrapTables(parent: Parent): void {
  for (const child of [...parent.childNodes]) {
    if (!('tagName' in child) || isRegion(child)) continue;
    if (child.tagName === 'table') wrap(parent, child);
    else wrapTables(child);
  }
}

function isRegion({ attrs }: Element): boolean {
  return attrs.some(({ name, value }) => name === 'class' && value.split(' ').includes('scroll'));
}

function wrap(parent: Parent, table: Element): void {
  const region = defaultTreeAdapter.createElement('div', spec.NS.HTML, [
    { name: 'class', value: 'scroll' },
    { name: 'role', value: 'region' },
    { name: 'aria-label', value: `Table: ${columnsOf(table).join(', ')}` },
    { name: 'tabindex', value: '0' },
  ]);
  defaultTreeAdapter.insertBefore(parent, region, table);
  defaultTreeAdapter.detachNode(table);
  defaultTreeAdapter.appendChild(region, table);
}

function columnsOf(node: Node): string[] {
  if (!('tagName' in node)) return [];
  if (node.tagName === 'th') return [textOf(node).trim()].filter((text) => text !== '');
  return node.tagName === 'tbody' ? [] : node.childNodes.flatMap(columnsOf);
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
