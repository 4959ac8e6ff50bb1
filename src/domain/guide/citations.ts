export interface Citation {
  readonly id: string;
  /** Whether it is cited as history: how things were. */
  readonly history: boolean;
}

const citation = /<Cite\s+id="([^"]*)"(\s+history)?\s*\/>/g;

/** The citations in the text of a page, in page order. */
export function citationsIn(body: string): Citation[] {
  return [...body.matchAll(citation)].map(([, id = '', history]) => ({
    id,
    history: history !== undefined,
  }));
}

/** The sources of a page, each once, in the order of first citation: their numbers on the page. */
export function sourcesIn(body: string): string[] {
  return [...new Set(citationsIn(body).map(({ id }) => id))];
}

/** The text of a page without its citations and the spaces before them. */
export function withoutCitations(body: string): string {
  return body.replace(new RegExp(`\\s*${citation.source}`, 'g'), '');
}
