import { Parser } from 'htmlparser2';

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
  const links: PageLinks['links'][number][] = [];
  const ids = new Set<string>();
  const repeated = new Set<string>();
  const parser = new Parser({
    onopentag: (name, attributes) => {
      links.push(...addresses(name, attributes));
      const { id } = attributes;
      if (id === undefined) return;
      (ids.has(id) ? repeated : ids).add(id);
    },
  });
  parser.end(html);
  return { links, ids, repeatedIds: [...repeated] };
}

function addresses(
  name: string,
  attributes: Readonly<Record<string, string>>,
): PageLinks['links'][number][] {
  // A canonical address names the public host, which is not this build's to check.
  if (namingRelations.has(attributes['rel'] ?? '')) return [];
  return ['href', 'src', 'action', 'poster'].flatMap((attribute) => {
    const address = attributes[attribute];
    if (address === undefined) return [];
    return { address, loads: name === 'link' || attribute === 'src' || attribute === 'poster' };
  });
}
