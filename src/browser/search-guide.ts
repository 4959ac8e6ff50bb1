import { combineResults } from '../domain/search/combine-results.ts';
import { subjectWords } from '../domain/search/query-words.ts';
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

/** With this many complete results, pages with only some of the words are not looked for. */
const enough = 5;

/**
 * Searches the guide. Pages with all words come first; if there are few, pages with some of
 * the words follow. Without a query, all pages that pass the filters, in guide order.
 *
 * @param bundle address of the folder with the index
 */
export async function searchGuide(request: SearchRequest, bundle: string): Promise<SearchAnswer> {
  const engine = await loadPagefind(bundle);
  const whole = await find(engine, request, request.query === '' ? null : request.query);
  const words = subjectWords(request.query);
  if (request.query === '' || words.length < 2 || whole.results.length >= enough) {
    const unknownWords = whole.results.length === 0 ? words : [];
    return { ...whole, complete: whole.results.length, unknownWords, counts: whole.filters };
  }
  const byWord = await Promise.all(
    words.map(async (word) => ({ word, results: (await find(engine, request, word)).results })),
  );
  const combined = combineResults(whole.results, byWord, engine.pageCount);
  return { ...combined, counts: whole.filters };
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
