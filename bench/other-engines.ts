import { create, insert, search } from '@orama/orama';
import FlexSearch from 'flexsearch';
import MiniSearch from 'minisearch';

/** A question in the form that every engine indexes. */
export interface Page {
  readonly code: string;
  readonly title: string;
  readonly aliases: string;
  readonly summary: string;
  readonly topics: string;
  /** The hint, outline, answer, going deeper, rubric, and probes. */
  readonly text: string;
}

/** Returns the codes of the questions that an engine finds for a query, best first. */
export type Engine = (query: string) => Promise<readonly string[]>;

const fields = ['title', 'aliases', 'summary', 'topics', 'text'] as const;

/** Number of results requested from an engine. */
const most = 20;

/**
 * MiniSearch with the settings that its documentation recommends for search as you type: fuzzy 0.2,
 * prefixes, and boosts.
 */
export function miniSearch(pages: readonly Page[]): Engine {
  const index = new MiniSearch<Page>({
    idField: 'code',
    fields: [...fields],
    searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, aliases: 4, summary: 2 } },
  });
  index.addAll(pages);
  return (query) => Promise.resolve(index.search(query).map(({ id }) => String(id)));
}

/** FlexSearch as a document index with forward tokens and suggestions. */
export function flexSearch(pages: readonly Page[]): Engine {
  const index = new FlexSearch.Document({
    document: { id: 'code', index: [...fields] },
    tokenize: 'forward',
  });
  for (const page of pages) index.add({ ...page });
  return (query) => {
    const byField = index.search(query, { limit: most, suggest: true }) as {
      field?: string;
      result: readonly (string | number)[];
    }[];
    // The engine returns one list per field. A page gets its best rank; earlier fields win ties.
    const ranks = new Map<string, number>();
    for (const { result } of byField) {
      for (const [rank, code] of result.entries()) {
        ranks.set(String(code), Math.min(ranks.get(String(code)) ?? most, rank));
      }
    }
    return Promise.resolve([...ranks].sort((a, b) => a[1] - b[1]).map(([code]) => code));
  };
}

/** Orama, which ranks with BM25, with boosts and one typo per word allowed. */
export async function orama(pages: readonly Page[]): Promise<Engine> {
  const index = create({
    schema: {
      code: 'string',
      title: 'string',
      aliases: 'string',
      summary: 'string',
      topics: 'string',
      text: 'string',
    },
    components: { tokenizer: { language: 'english', stemming: false } },
  });
  for (const page of pages) await insert(index, { ...page });
  return async (term) => {
    const { hits } = await search(index, {
      term,
      properties: [...fields],
      tolerance: 1,
      threshold: 1,
      limit: most,
      boost: { title: 4, aliases: 4, summary: 2 },
    });
    return hits.map(({ document }) => document.code);
  };
}
