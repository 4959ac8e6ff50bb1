import { Parser } from 'htmlparser2';

/**
 * A URL in a file of the site, and who follows it: a reader or another program, the browser itself,
 * or a script that appends to it.
 */
export interface Link {
  readonly address: string;
  readonly kind: 'followed' | 'loaded' | 'completed';
}

type Attributes = Readonly<Record<string, string>>;

/** `<link>` relations that only name a URL. */
const namingRelations = new Set(['canonical', 'alternate', 'license', 'author']);

const followed = ['href', 'xlink:href', 'action', 'formaction', 'cite'];
const loaded = ['src', 'poster', 'data'];

/** Names of `<meta>` tags whose content is a URL (https://ogp.me/). */
const metaAddress = /^(og:(url|image|audio|video)(:secure_url)?|twitter:(image|player))$/;

/**
 * Reads the links and ids of a page.
 *
 * @param origin the site's origin, as pages name it in their data
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
    // Browsers load stylesheets and icons. All other relations only name a URL.
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

/** Keys whose value is a URL, even if it has no host. */
const addressKey = /^(url|\w+Url|src|href|start_url)$/;

/** Keys whose URL is only an identifier, as in JSON-LD. */
const nameKey = /^[@$]?id$/;

/**
 * Returns the URLs in JSON: URLs of the site itself under any key, and all URLs under known keys.
 * @param origin the site's origin, as its files name it
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

/** True if a text is a URL of the site, and not a sentence that starts with one. */
function isOwn(text: string, origin: string): boolean {
  return text.startsWith(`${origin}/`) && !/\s/.test(text);
}

export function holdsLinks(file: string): boolean {
  return /\.(?:css|xml|json|webmanifest|txt|md|csv)$|^_astro\/.*\.js$/.test(file);
}

/**
 * Reads the links of a file, by its extension.
 *
 * @param origin the site's origin, as its files name it
 * @throws SyntaxError if a .json file isn't valid JSON
 */
export function readFileLinks(file: string, text: string, origin: string): readonly Link[] {
  const [, end = ''] = /\.(\w+)$/.exec(file) ?? [];
  if (end === 'css') return linksOfStyles(text);
  // All other scripts belong to Pagefind, or are the worker, whose files are only in its list.
  if (end === 'js') return file.startsWith('_astro/') ? linksOfScript(text) : [];
  if (end === 'xml') return linksOfXml(text, origin);
  if (end === 'json' || end === 'webmanifest') return linksOfData(JSON.parse(text), origin);
  return ['txt', 'md', 'csv'].includes(end) ? linksOfText(text, origin) : [];
}

/** Files that a script imports, statically or dynamically. */
function linksOfScript(script: string): Link[] {
  return [...script.matchAll(/["'`](\.\/[\w.-]+\.(?:js|css))["'`]/g)].map(([, address = '']) => ({
    address,
    kind: 'loaded',
  }));
}

/** Returns the URLs in feeds, including the HTML in them, and in sitemaps. */
function linksOfXml(xml: string, origin: string): Link[] {
  const html = xml
    // An id is a name, not a link.
    .replace(/<id>[^<]*<\/id>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  const hrefs = [...html.matchAll(/ href="([^"]*)"/g)].map(([, address = '']) => address);
  return [...hrefs.flatMap((address) => linkTo(address, 'followed')), ...linksOfText(html, origin)];
}

/** Returns the site's URLs in plain text, Markdown, and tables. */
function linksOfText(text: string, origin: string): Link[] {
  const url = /(?<=^|[\s"'<>()[\]|,])https?:\/\/[^\s"'<>()[\]|,]+/g;
  return [...text.matchAll(url)]
    .map(([address]) => address.replace(/[.:;!?]+$/, ''))
    .filter((address) => address.startsWith(`${origin}/`))
    .flatMap((address) => linkTo(address, 'followed'));
}
