const citation = /<Cite\s+id="([^"]*)"(?:\s+history)?\s*\/>/g;

/**
 * Returns the sources of a page, each once, in the order of first citation, which gives their
 * numbers.
 */
export function sourcesIn(body: string): string[] {
  return [...new Set([...body.matchAll(citation)].map(([, id = '']) => id))];
}

export function withoutCitations(body: string): string {
  return body.replace(new RegExp(`\\s*${citation.source}`, 'g'), '');
}
