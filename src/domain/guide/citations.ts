/** A self-closing citation with its attributes in any order and either kind of quotes. */
const citation = /<Cite\s(?:[^>]*\s)?id=["']([^"']*)["'][^>]*\/>/g;

/**
 * Returns the ids of the sources that a page cites, without duplicates, in the order of their first
 * citations. Pages number their sources in this order.
 */
export function sourcesIn(body: string): string[] {
  return [...new Set([...body.matchAll(citation)].map(([, id = '']) => id))];
}

export function withoutCitations(body: string): string {
  return body.replace(new RegExp(`\\s*${citation.source}`, 'g'), '');
}
