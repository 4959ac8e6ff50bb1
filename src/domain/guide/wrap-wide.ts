import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html as spec } from 'parse5';

type Parent = DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

/**
 * Wraps each Markdown table and listing in a region that scrolls by touch and keyboard, so that it
 * doesn't widen the page on a phone. Content that is already in such a region stays unchanged.
 */
export function wrapWide(parent: Parent): void {
  for (const child of [...parent.childNodes]) {
    if (!('tagName' in child) || isRegion(child)) continue;
    if (child.tagName === 'table') {
      wrap(parent, child, 'div', 'scroll', `Table: ${columnsOf(child).join(', ')}`);
    } else if (child.tagName === 'pre') {
      const language = child.attrs.find(({ name }) => name === 'data-language')?.value ?? 'text';
      wrap(parent, child, 'figure', 'listing scroll', `Code: ${language}`);
    } else wrapWide(child);
  }
}

function isRegion({ attrs }: Element): boolean {
  return attrs.some(({ name, value }) => name === 'class' && value.split(' ').includes('scroll'));
}

function wrap(parent: Parent, wide: Element, tag: string, name: string, label: string): void {
  const region = defaultTreeAdapter.createElement(tag, spec.NS.HTML, [
    { name: 'class', value: name },
    { name: 'role', value: 'region' },
    { name: 'aria-label', value: label },
    { name: 'tabindex', value: '0' },
  ]);
  defaultTreeAdapter.insertBefore(parent, region, wide);
  defaultTreeAdapter.detachNode(wide);
  defaultTreeAdapter.appendChild(region, wide);
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
