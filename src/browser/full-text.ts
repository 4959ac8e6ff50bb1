import { combineResults } from '../domain/search/combine-results.ts';
import type { FilterCounts } from '../domain/search/filter-lists.ts';
import type { Ranked } from '../domain/search/rank.ts';
import { isRealMatch } from '../domain/search/real-match.ts';
import { type FilterKey, filters, type SearchRequest } from '../domain/search/search-request.ts';
import {
  type Engine,
  loadPagefind,
  type PagefindAnswer,
  type PagefindPage,
  type PagefindResult,
} from './pagefind.ts';

/** What the whole text of the questions says to a query. */
export interface FullText {
  /** Best first. */
  readonly ranked: readonly Ranked[];
  /** The words that no question has. */
  readonly unknown: readonly string[];
  /** Questions that have all the others, by filter and value, each filter without its own choice. */
  readonly counts: FilterCounts;
  /** Where the query stands in a question; its beginning if it does not. */
  excerpt(doc: number): Promise<PagefindPage | undefined>;
}

/** Addresses that full-text search needs. */
export interface FullTextAddresses {
  /** Folder of Pagefind's index. */
  readonly bundle: string;
  /** Folder of the instant index. */
  readonly index: string;
}

/**
 * Searches the whole text: each word by itself, then ranked together, so that a word too many
 * does not leave the reader with nothing.
 */
export async function searchFullText(
  words: readonly string[],
  chosen: SearchRequest['chosen'],
  addresses: FullTextAddresses,
): Promise<FullText> {
  const [engine, ids] = await Promise.all([
    loadPagefind(addresses.bundle),
    fragmentIds(addresses.index),
  ]);
  const byWord = await Promise.all(
    words.map(async (word) => ({
      word,
      results: await realResults(word, (await find(engine, chosen, word)).results),
    })),
  );
  const known = byWord.filter(({ results }) => results.length > 0);
  const whole = known.map(({ word }) => word).join(' ');
  const answer = await find(engine, chosen, whole);
  const ranked = combineResults(byWord, engine.pageCount);
  const rarest = [...known].sort((a, b) => a.results.length - b.results.length);
  const pages = resultsById([answer.results, ...rarest.map(({ results }) => results)]);
  const places = new Map(ids.map((id, place) => [id, place]));
  return {
    ranked: ranked.flatMap(({ id, score, words: matched }) => {
      const doc = places.get(id);
      return doc === undefined ? [] : [{ doc, score, words: matched }];
    }),
    unknown: byWord.filter(({ results }) => results.length === 0).map(({ word }) => word),
    counts: whole === '' ? {} : await countsOf(engine, chosen, whole, answer),
    excerpt: async (doc) => {
      const id = ids[doc] ?? '';
      const result = pages.get(id) ?? (await everyPage(engine)).get(id);
      return result?.data();
    },
  };
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
  chosen: SearchRequest['chosen'],
  query: string,
): Promise<PagefindAnswer> {
  const active = filters.filter(({ key }) => chosen[key].length > 0);
  return engine.search(query, {
    filters: Object.fromEntries(active.map(({ key }) => [key, { any: chosen[key] }])),
  });
}

/** What each value of a filter would find: beside a choice, the other values still have theirs. */
async function countsOf(
  engine: Engine,
  chosen: SearchRequest['chosen'],
  query: string,
  answer: PagefindAnswer,
): Promise<FilterCounts> {
  const counts = await Promise.all(
    filters.map(async ({ key }): Promise<[FilterKey, Readonly<Record<string, number>>]> => {
      if (chosen[key].length === 0) return [key, answer.filters[key] ?? {}];
      const others = await find(engine, { ...chosen, [key]: [] }, query);
      return [key, others.filters[key] ?? {}];
    }),
  );
  return Object.fromEntries(counts);
}

/** The first result for each page wins. */
function resultsById(lists: readonly (readonly PagefindResult[])[]): Map<string, PagefindResult> {
  return new Map([...lists].reverse().flatMap((list) => list.map((result) => [result.id, result])));
}

let every: Promise<Map<string, PagefindResult>> | undefined;

function everyPage(engine: Engine): Promise<Map<string, PagefindResult>> {
  every ??= engine.search(null, { filters: {} }).then(({ results }) => resultsById([results]));
  return every;
}

let fragments: Promise<readonly string[]> | undefined;

/** The ids that Pagefind gave the pages of the questions, in guide order. */
function fragmentIds(index: string): Promise<readonly string[]> {
  fragments ??= fetch(`${index}fragments.json`).then(
    (response) => response.json() as Promise<readonly string[]>,
  );
  fragments.catch(() => {
    fragments = undefined;
  });
  return fragments;
}
