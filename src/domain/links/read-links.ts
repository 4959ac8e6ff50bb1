import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

/** What a page links to and can be linked to. */
export interface PageLinks {
  /** Every address on the page; `loads` if the browser asks for it by itself. */
  readonly links: readonly { readonly address: string; readonly loads: boolean }[];
  /** All ids on the page. */
  readonly ids: ReadonlySet<string>;
  /** Ids that stand there more than once. */
  readonly repeatedIds: readonly string[];
}

/** Relations of `<link>` that only name an address. */
const namingRelations = new Set(['canonical', 'alternate', 'license', 'author']);

/** Reads the links and ids of a page. */
export function readLinks(html: string): PageLinks {
  const all = [...elements(parse(html).childNodes)];
  const ids = all.flatMap(({ attributes }) => attributes.get('id') ?? []);
  return {
    links: all.flatMap(addresses),
    ids: new Set(ids),
    repeatedIds: [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))],
  };
}

interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

function* elements(nodes: readonly Node[]): Generator<Tag> {
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    yield {
      name: node.tagName,
      attributes: new Map(node.attrs.map(({ name, value }) => [name, value])),
    };
    yield* elements(node.childNodes);
  }
}

function addresses({ name, attributes }: Tag): PageLinks['links'][number][] {
  // A canonical address names the public host, which is not this build's to check.
  if (namingRelations.has(attributes.get('rel') ?? '')) return [];
  return ['href', 'src', 'action', 'poster'].flatMap((attribute) => {
    const address = attributes.get(attribute);
    if (address === undefined) return [];
    return { address, loads: name === 'link' || attribute === 'src' || attribute === 'poster' };
  });
}
