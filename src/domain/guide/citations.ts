const citation = /<Cite\s+id="([^"]*)"(?:\s+history)?\s*\/>/g;

/** The sources of a page, each once, in the order of first citation: their numbers on the page. */
export function sourcesIn(body: string): string[] {
  return [...new Set([...body.matchAll(citation)].map(([, id = '']) => id))];
}

export function withoutCitations(body: string): string {
  return body.replace(new RegExp(`\\s*${citation.source}`, 'g'), '');
}
