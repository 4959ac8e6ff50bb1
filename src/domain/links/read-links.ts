import { Parser } from 'htmlparser2';

/**
 * A URL in one of the site's files. It is either followed by readers or other programs, loaded by
 * the browser, or completed by a script that appends to it.
 */
export interface Link {
  readonly address: string;
  readonly kind: 'followed' | 'loaded' | 'completed';
}

type Attributes = Readonly<Record<string, string>>;

/** `<link>` relations that browsers don't load. */
const namingRelations = new Set(['canonical', 'alternate', 'license', 'author']);

const followed = ['href', 'xlink:href', 'action', 'formaction', 'cite'];
const loaded = ['src', 'poster', 'data'];

/** Names of `<meta>` tags that contain a URL (https://ogp.me/). */
const metaAddress = /^(og:(url|image|audio|video)(:secure_url)?|twitter:(image|player))$/;

/**
 * @param origin the site's origin in the page's data
 * @throws SyntaxError if the data in the page isn't valid JSON
 */
export function readLinks(html: string, origin: string) {
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
  // Scripts read their URLs from these attributes.
  const isForScript = attribute.startsWith('data-') && value.startsWith('/');
  return isForScript ? linkTo(value, 'completed') : [];
}

function linkTo(address: string, kind: Link['kind']): Link[] {
  return [{ address, kind }];
}

function addressesOfMeta({ property, name, content = '', ...more }: Attributes): Link[] {
  if (metaAddress.test(property ?? name ?? '')) return linkTo(content, 'followed');
  if (more['http-equiv']?.toLowerCase() !== 'refresh') return [];
  const [, next] = /^\s*\d+\s*[;,]\s*url\s*=\s*['"]?([^'"]+)/i.exec(content) ?? [];
  return next === undefined ? [] : linkTo(next, 'followed');
}

function linksOfStyles(css: string): Link[] {
  const named = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^"'()\s]+))\s*\)|@import\s*["']([^"']+)["']/g;
  return [...css.matchAll(named)].map((found) => ({
    address: found.slice(1).find((group) => group !== undefined) ?? '',
    kind: 'loaded',
  }));
}

/** Keys whose value is a URL, which may be relative. */
const addressKey = /^(url|\w+Url|src|href|start_url)$/;

/** Keys whose URL is only an identifier, as in JSON-LD. */
const nameKey = /^[@$]?id$/;

/**
 * Returns the URLs in JSON: all URLs under known keys, and the site's own URLs under any other key
 * except an id.
 * @param origin the site's origin in its files
 */
function linksOfData(data: unknown, origin: string, key = ''): Link[] {
  if (typeof data === 'string') {
    const isAddress = addressKey.test(key) || isOwn(data, origin);
    return isAddress && !nameKey.test(key) ? [{ address: data, kind: 'followed' }] : [];
  }
  if (Array.isArray(data)) return data.flatMap((item) => linksOfData(item, origin, key));
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) => linksOfData(value, origin, name));
}

/** True if the text is one of the site's URLs and not a sentence that starts with one. */
function isOwn(text: string, origin: string): boolean {
  return text.startsWith(`${origin}/`) && !/\s/.test(text);
}

export function holdsLinks(file: string): boolean {
  return /\.(?:css|xml|json|webmanifest|txt|md|csv)$|^_astro\/.*\.js$/.test(file);
}

/**
 * Reads the links in a file according to its extension.
 *
 * @param origin the site's origin in its files
 * @throws SyntaxError if a .json or .webmanifest file isn't valid JSON
 */
export function readFileLinks(file: string, text: string, origin: string): readonly Link[] {
  const [, end = ''] = /\.(\w+)$/.exec(file) ?? [];
  if (end === 'css') return linksOfStyles(text);
  // The only other scripts are Pagefind's and the service worker, which imports nothing.
  if (end === 'js') return file.startsWith('_astro/') ? linksOfScript(text) : [];
  if (end === 'xml') return linksOfXml(text, origin);
  if (end === 'json' || end === 'webmanifest') return linksOfData(JSON.parse(text), origin);
  return ['txt', 'md', 'csv'].includes(end) ? linksOfText(text, origin) : [];
}

/** Returns the files that a script imports, statically or dynamically. */
function linksOfScript(script: string): Link[] {
  return [...script.matchAll(/["'`](\.\/[\w.-]+\.(?:js|css))["'`]/g)].map(([, address = '']) => ({
    address,
    kind: 'loaded',
  }));
}

/** Returns the URLs in a feed, including those in its HTML, or in a sitemap. */
function linksOfXml(xml: string, origin: string): Link[] {
  const html = xml
    // An id only identifies an entry and isn't a link.
    .replace(/<id>[^<]*<\/id>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  const hrefs = [...html.matchAll(/ href="([^"]*)"/g)].map(([, address = '']) => address);
  return [...hrefs.flatMap((address) => linkTo(address, 'followed')), ...linksOfText(html, origin)];
}

/** Returns the site's URLs in text, such as Markdown, CSV, or a feed. */
function linksOfText(text: string, origin: string): Link[] {
  const url = /(?<=^|[\s"'<>()[\]|,])https?:\/\/[^\s"'<>()[\]|,]+/g;
  return [...text.matchAll(url)]
    .map(([address]) => address.replace(/[.:;!?]+$/, ''))
    .filter((address) => address.startsWith(`${origin}/`))
    .flatMap((address) => linkTo(address, 'followed'));
}
