/**
 * The one place that knows Pagefind's interface (https://pagefind.app/docs/api/): only what is
 * used of it is typed here.
 */
import type { FilterCounts } from '../domain/search/filter-lists.ts';

/** The text and data of a page that was found. */
export interface PagefindPage {
  readonly url: string;
  /** Text around the match, as HTML with `<mark>`. */
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  /** Its sections that hold the words; the part before the first heading has the page's address. */
  readonly sub_results: readonly PagefindSection[];
}

/** A section of a page that was found. */
export interface PagefindSection {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  readonly weighted_locations: readonly { readonly balanced_score: number }[];
}

/** A page that was found, before its text is loaded. */
export interface PagefindResult {
  readonly id: string;
  readonly score: number;
  data(): Promise<PagefindPage>;
}

/** The answer to one search. */
export interface PagefindAnswer {
  readonly results: readonly PagefindResult[];
  /** Pages among the results, by filter value. */
  readonly filters: FilterCounts;
}

interface PagefindModule {
  options(options: Readonly<Record<string, unknown>>): Promise<void>;
  search(
    query: string | null,
    options: {
      readonly filters: Readonly<Record<string, { readonly any: readonly string[] }>>;
    },
  ): Promise<PagefindAnswer>;
  filters(): Promise<FilterCounts>;
}

/** Searches the index for pages that have all words of the query; `null` finds all pages. */
export type PagefindSearch = PagefindModule['search'];

/** Pagefind, ready to search. */
export interface Engine {
  readonly search: PagefindSearch;
  /** Number of pages in the index. */
  readonly pageCount: number;
}

let loading: Promise<Engine> | undefined;

/** Loads Pagefind when it is first wanted. A failure is not remembered: the next try may work. */
export function loadPagefind(bundle: string): Promise<Engine> {
  loading ??= load(bundle).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(bundle: string): Promise<Engine> {
  const address = `${bundle}pagefind.js`;
  const pagefind = (await import(/* @vite-ignore */ address)) as PagefindModule;
  await pagefind.options({
    excerptLength: 24,
    ranking: {
      // Titles and aliases say what a page is for; its length says nothing.
      metaWeights: { title: 6, aliases: 5, terms: 2, label: 3, topics: 1, summary: 2 },
      pageLength: 0.1,
      termFrequency: 0.4,
    },
  });
  const counts = await pagefind.filters();
  const pageCount = Object.values(counts.level ?? {}).reduce((sum, count) => sum + count, 0);
  return { search: pagefind.search, pageCount };
}
