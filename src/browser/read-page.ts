/**
 * Reads a page that was fetched, without its head: its styles would be held against the content
 * security policy of the page that reads, although they style nothing there.
 */
export function readPage(html: string): Document {
  return new DOMParser().parseFromString(html.slice(html.indexOf('<body')), 'text/html');
}
