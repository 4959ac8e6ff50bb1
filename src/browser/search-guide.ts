import { combineResults } from '../domain/search/combine-results.ts';
import { searchableText, subjectWords } from '../domain/search/query-words.ts';
import { filters, type SearchRequest } from '../domain/search/search-request.ts';
import {
  type Engine,
  type FilterCounts,
  loadPagefind,
  type PagefindAnswer,
  type PagefindResult,
} from './pagefind.ts';

/** What was found for a search. */
export interface SearchAnswer {
  /** Best first. */
  readonly results: readonly PagefindResult[];
  /** How many of them, from the first, have all words of the query. */
  readonly complete: number;
  /** Words that no page has. */
  readonly unknownWords: readonly string[];
  /** Pages among the complete results, by filter value. */
  readonly counts: FilterCounts;
}

/** With this many complete results, pages with only some of the words are left out. */
const enough = 5;

const nothing: SearchAnswer = { results: [], complete: 0, unknownWords: [], counts: {} };

/**
 * Searches the guide. Pages with all words come first; if there are few, pages with some of
 * the words follow. Without a query, all pages that pass the filters, in guide order.
 *
 * @param bundle address of the folder with the index
 */
export async function searchGuide(request: SearchRequest, bundle: string): Promise<SearchAnswer> {
  const text = searchableText(request.query);
  if (request.query !== '' && text === '') return nothing;
  const engine = await loadPagefind(bundle);
  const words = subjectWords(text);
  const [whole, byWord] = await Promise.all([
    find(engine, request, text === '' ? null : words.join(' ')),
    Promise.all(
      words.map(async (word) => ({
        word,
        results: (await find(engine, request, word)).results,
      })),
    ),
  ]);
  const combined = combineResults(whole.results, byWord, engine.pageCount);
  const results = combined.complete >= enough ? whole.results : combined.results;
  return { ...combined, results, counts: whole.filters };
}

function find(
  engine: Engine,
  { chosen }: SearchRequest,
  query: string | null,
): Promise<PagefindAnswer> {
  const active = filters.filter(({ key }) => chosen[key].length > 0);
  return engine.search(query, {
    filters: Object.fromEntries(active.map(({ key }) => [key, { any: chosen[key] }])),
    ...(query === null ? { sort: { number: 'asc' as const } } : {}),
  });
}
