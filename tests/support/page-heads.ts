/** Reads the `head` elements of a built site's pages with parse5. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'parse5';

export interface PageHead {
  /** The page's path from the site's root, without `index.html` or `.html`. */
  readonly path: string;
  /** The contents of the page's `meta` elements, by name or property. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly canonical: readonly string[];
  /** The structured data (JSON-LD). */
  readonly data: readonly Record<string, unknown>[];
}

export function pageHeads(dist: string): PageHead[] {
  return globSync('**/*.html', { cwd: dist })
    .filter((file) => !file.startsWith('pagefind'))
    .map((file) => {
      const [head = ''] = readFileSync(join(dist, file), 'utf8').split('<body');
      return { path: file.replace(/(index)?\.html$/, ''), ...readHead(head) };
    });
}

function readHead(html: string): Omit<PageHead, 'path'> {
  const meta = new Map<string, string[]>();
  const canonical: string[] = [];
  const data: Record<string, unknown>[] = [];
  for (const { name, attributes, text } of elementsOfHead(html)) {
    const key = attributes.get('property') ?? attributes.get('name');
    if (name === 'meta' && key !== undefined) {
      meta.set(key, [...(meta.get(key) ?? []), attributes.get('content') ?? '']);
    }
    if (attributes.get('rel') === 'canonical') canonical.push(attributes.get('href') ?? '');
    if (attributes.get('type') === 'application/ld+json') {
      data.push(JSON.parse(text) as Record<string, unknown>);
    }
  }
  return { meta, canonical, data };
}

function elementsOfHead(html: string) {
  const root = parse(html).childNodes.find((node) => node.nodeName === 'html');
  const head =
    root && 'childNodes' in root
      ? root.childNodes.find(({ nodeName }) => nodeName === 'head')
      : undefined;
  const nodes = head && 'childNodes' in head ? head.childNodes : [];
  return nodes.flatMap((node) => {
    if (!('tagName' in node)) return [];
    const attributes = new Map(node.attrs.map(({ name, value }) => [name, value]));
    const text = node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
    return { name: node.tagName, attributes, text };
  });
}
