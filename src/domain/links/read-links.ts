import { Parser } from 'htmlparser2';

/** A URL on a page, and who follows it: a reader or another program, or the browser itself. */
export interface Link {
  readonly address: string;
  readonly kind: 'followed' | 'loaded';
}

type Attributes = Readonly<Record<string, string>>;

/** `<link>` relations that only name a URL. */
const namingRelations = new Set(['canonical', 'alternate', 'license', 'author']);

const followed = ['href', 'xlink:href', 'action', 'formaction', 'cite'];
const loaded = ['src', 'poster', 'data'];

/** Names of `<meta>` tags with a URL (https://ogp.me/). */
const metaAddress = /^(og:(url|image|audio|video)(:secure_url)?|twitter:(image|player))$/;

export function readLinks(html: string) {
  const links: Link[] = [];
  const ids = new Set<string>();
  const parser = new Parser({
    onopentag: (name, attributes) => {
      links.push(...linksOfTag(name, attributes));
      const { id } = attributes;
      if (id !== undefined) ids.add(id);
    },
  });
  parser.end(html);
  return { links, ids };
}

function linksOfTag(name: string, attributes: Attributes): Link[] {
  if (name === 'meta') return linksOfMeta(attributes);
  const { rel = '' } = attributes;
  return Object.entries(attributes).flatMap(([attribute, address]): Link[] => {
    // Browsers load stylesheets and icons; the other relations only name a URL.
    const isLoaded = name === 'link' && attribute === 'href' && !namingRelations.has(rel);
    if (isLoaded || loaded.includes(attribute)) return [{ address, kind: 'loaded' }];
    return followed.includes(attribute) ? [{ address, kind: 'followed' }] : [];
  });
}

function linksOfMeta({ property, name, content = '', ...more }: Attributes): Link[] {
  if (metaAddress.test(property ?? name ?? '')) return [{ address: content, kind: 'followed' }];
  if (more['http-equiv']?.toLowerCase() !== 'refresh') return [];
  const [, address] = /^\s*\d+\s*[;,]\s*url\s*=\s*['"]?([^'"]+)/i.exec(content) ?? [];
  return address === undefined ? [] : [{ address, kind: 'followed' }];
}
