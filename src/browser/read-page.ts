/**
 * Parses a fetched page without its head: the content security policy of this page would report the
 * inline styles, although they would have no effect here.
 */
export function readPage(html: string): Document {
  return new DOMParser().parseFromString(html.slice(html.indexOf('<body')), 'text/html');
}
