/** URLs in the files of the site that aren't pages. */
import { Parser } from 'htmlparser2';
import { type Link, linksOfData, linksOfStyles, readLinks } from './read-links.ts';

export function holdsLinks(file: string): boolean {
  return /\.(?:css|xml|json|webmanifest|txt|md|csv)$|^_astro\/.*\.js$/.test(file);
}

/**
 * Reads the links of a file, by its extension.
 *
 * @param origin of the site, as its files name it
 * @throws SyntaxError if a .json file isn't valid JSON
 */
export function readFileLinks(file: string, text: string, origin: string): readonly Link[] {
  const [, end = ''] = /\.(\w+)$/.exec(file) ?? [];
  if (end === 'css') return linksOfStyles(text);
  // All other scripts are Pagefind's, and the worker, whose files are only in its list.
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

/** Sitemaps (https://www.sitemaps.org/protocol.html) and Atom feeds, with the HTML in them. */
function linksOfXml(xml: string, origin: string): Link[] {
  const links: Link[] = [];
  let text = '';
  const parser = new Parser(
    {
      onopentag: (_, { href }) => {
        text = '';
        if (href !== undefined) links.push({ address: href, kind: 'followed' });
      },
      ontext: (part) => {
        text += part;
      },
      onclosetag: (name) => {
        if (name === 'loc') links.push({ address: text.trim(), kind: 'followed' });
        if (name === 'content') links.push(...readLinks(text, origin).links);
        text = '';
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return links;
}

/** Characters that end a URL in plain text, Markdown, and tables. */
const ending = /[\s"'<>()[\]|,]/;

/** URLs of the site in plain text, Markdown, and tables. */
function linksOfText(text: string, origin: string): Link[] {
  const links: Link[] = [];
  // Not split into words: the text of all questions has ten million.
  const start = `${origin}/`;
  for (let at = text.indexOf(start); at !== -1; at = text.indexOf(start, at + 1)) {
    if (at > 0 && !ending.test(text.charAt(at - 1))) continue;
    let end = at + start.length;
    while (end < text.length && !ending.test(text.charAt(end))) end += 1;
    links.push({ address: text.slice(at, end).replace(/[.:;!?]+$/, ''), kind: 'followed' });
  }
  return links;
}
