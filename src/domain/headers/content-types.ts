/**
 * MIME types of the site's files by extension (https://www.iana.org/assignments/media-types/). Text
 * types include the encoding, except for JSON, XML, and SVG, which have their own rules.
 * `deploy/nginx.conf` has the same list.
 */
const contentTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  md: 'text/markdown; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  xml: 'application/xml',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
};

/**
 * Returns the type that a host should send for a file. The only files without a type in the list
 * are Pagefind's index and Anki decks.
 */
export function contentTypeOf(path: string): string {
  return contentTypes[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

/** Files that browsers don't use properly unless they have the right type. */
const strict = /\.(html|css|js|svg)$/;

/**
 * True if a response with this `Content-Type` can be the file and not, say, an error page. Hosts
 * use different types for data, but never HTML. Scripts have several valid types
 * (https://mimesniff.spec.whatwg.org/#javascript-mime-type).
 */
export function canHaveType(path: string, contentType: string | null): boolean {
  const [type = ''] = (contentType ?? '').toLowerCase().split(';');
  const [expected] = contentTypeOf(path).split(';');
  if (path.endsWith('.js')) return /^(text|application)\/(x-)?(java|ecma)script$/.test(type.trim());
  return strict.test(path) ? type.trim() === expected : type.trim() !== 'text/html';
}
