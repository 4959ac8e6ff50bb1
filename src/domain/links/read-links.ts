import { Parser } from 'htmlparser2';
import { linksOfData } from './data-links.ts';
import type { Link, LinkKind } from './link.ts';
import { linksOfStyles } from './style-links.ts';

/** Links and anchors of a page. */
export interface PageLinks {
  /** All URLs on the page. */
  readonly links: readonly Link[];
  /** All ids on the page. */
  readonly ids: ReadonlySet<string>;
}

type Attributes = Readonly<Record<string, string>>;

/** `<link>` relations that only name a URL. */
const namingRelations = new Set(['canonical', 'alternate', 'license', 'author']);

/** Attributes with a URL for readers, and those that the browser loads. */
const followed = ['href', 'xlink:href', 'action', 'formaction', 'cite'];
const loaded = ['src', 'poster', 'data'];

/** Names of `<meta>` tags with a URL (https://ogp.me/). */
const metaAddress = /^(og:(url|image|audio|video)(:secure_url)?|twitter:(image|player))$/;

/**
 * Reads the links and ids of a page.
 *
 * @param origin of the site, as pages name it in their data
 * @throws SyntaxError if the data in the page isn't valid JSON
 */
export function readLinks(html: string, origin: string): PageLinks {
  const links: Link[] = [];
  const ids = new Set<string>();
  let into: 'data' | 'style' | undefined;
  let text = '';
  const parser = new Parser({
    onopentag: (name, attributes) => {
      links.push(...addressesOf(name, attributes));
      const { id, type } = attributes;
      if (id !== undefined) ids.add(id);
      if (name === 'style') into = 'style';
      if (name === 'script' && type === 'application/ld+json') into = 'data';
    },
    ontext: (part) => {
      if (into !== undefined) text += part;
    },
    onclosetag: () => {
      if (into === 'data') links.push(...linksOfData(JSON.parse(text), origin));
      if (into === 'style') links.push(...linksOfStyles(text));
      into = undefined;
      text = '';
    },
  });
  parser.end(html);
  return { links, ids };
}

function addressesOf(name: string, attributes: Attributes): Link[] {
  const links = Object.entries(attributes).flatMap(([attribute, value]) => {
    // Browsers load stylesheets and icons; the other relations only name a URL.
    if (name === 'link' && attribute === 'href') {
      return linkTo(value, namingRelations.has(attributes['rel'] ?? '') ? 'followed' : 'loaded');
    }
    return linksOfAttribute(attribute, value);
  });
  return name === 'meta' ? [...links, ...addressesOfMeta(attributes)] : links;
}

function linksOfAttribute(attribute: string, value: string): Link[] {
  if (followed.includes(attribute)) return linkTo(value, 'followed');
  if (loaded.includes(attribute)) return linkTo(value, 'loaded');
  if (attribute === 'style') return linksOfStyles(value);
  if (attribute === 'srcset' || attribute === 'imagesrcset') {
    return candidatesOf(value).flatMap((address) => linkTo(address, 'loaded'));
  }
  // Scripts read their URLs from these.
  const isForScript = attribute.startsWith('data-') && value.startsWith('/');
  return isForScript ? linkTo(value, 'completed') : [];
}

function linkTo(address: string, kind: LinkKind): Link[] {
  return [{ address, kind }];
}

/** Addresses in a `srcset`: https://html.spec.whatwg.org/multipage/images.html#srcset-attribute. */
function candidatesOf(srcset: string): string[] {
  const candidate = /([^\s,]\S*[^\s,])(?:\s+[^,]+)?(?:,|$)/g;
  return [...srcset.matchAll(candidate)].map(([, address = '']) => address);
}

function addressesOfMeta({ property, name, content = '', ...more }: Attributes): Link[] {
  if (metaAddress.test(property ?? name ?? '')) return linkTo(content, 'followed');
  const [, next] = /^\s*\d+\s*[;,]\s*url\s*=\s*['"]?([^'"]+)/i.exec(content) ?? [];
  const leadsOn = more['http-equiv']?.toLowerCase() === 'refresh' && next !== undefined;
  return leadsOn ? linkTo(next, 'followed') : [];
}
