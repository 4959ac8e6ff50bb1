import { combineResults } from '../domain/search/combine-results.ts';
import { searchableText, subjectWords } from '../domain/search/query-words.ts';
import { isRealMatch } from '../domain/search/real-match.ts';
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
  /** How many of them have all words that any page has. */
  readonly complete: number;
  /** Words that no page has. */
  readonly unknownWords: readonly string[];
  /** Pages that have all those words, by filter value. */
  readonly counts: FilterCounts;
}

/**
 * Searches the guide: each word by itself, then ranked together, so that a word too many does
 * not leave the reader with nothing. Without a query, all pages that pass the filters, in guide
 * order.
 *
 * @param bundle address of the folder with the index
 */
export async function searchGuide(request: SearchRequest, bundle: string): Promise<SearchAnswer> {
  const text = searchableText(request.query);
  if (request.query !== '' && text === '') {
    return { results: [], complete: 0, unknownWords: [], counts: {} };
  }
  const engine = await loadPagefind(bundle);
  const byWord = await Promise.all(
    subjectWords(text).map(async (word) => ({
      word,
      results: await realResults(word, (await find(engine, request, word)).results),
    })),
  );
  if (text === '') {
    const { results, filters: counts } = await find(engine, request, null);
    return { results, complete: results.length, unknownWords: [], counts };
  }
  const combined = combineResults(byWord, engine.pageCount);
  const known = byWord.filter(({ results }) => results.length > 0).map(({ word }) => word);
  const counts = known.length === 0 ? {} : (await find(engine, request, known.join(' '))).filters;
  return { ...combined, counts };
}

/** The results, or none if even the best of them does not hold the word. */
async function realResults(
  word: string,
  results: readonly PagefindResult[],
): Promise<readonly PagefindResult[]> {
  const best = await results[0]?.data();
  if (best === undefined) return [];
  const marked = [...best.excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map(([, text = '']) => text);
  return isRealMatch(word, [...marked, ...Object.values(best.meta)]) ? results : [];
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
