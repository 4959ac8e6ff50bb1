/** Addresses that search needs. */
export interface SearchAddresses {
  /** Folder of Pagefind's index. */
  readonly bundle: string;
  /** Folder of what search loads, see `search-data.ts`. */
  readonly data: string;
  /** The search page. */
  readonly page: string;
  /** The glossary page. */
  readonly glossary: string;
  /** Folder of the questions' pages. */
  readonly questions: string;
  /** The list of topics. */
  readonly topics: string;
}

/**
 * Those of a site that lives below `base`. Apart from all other addresses (`links/paths.ts`), because
 * what is loaded before the first results has to be small; a test holds them together.
 */
export function searchAddresses(base: string): SearchAddresses {
  return {
    bundle: `${base}pagefind/`,
    data: `${base}data/search/`,
    page: `${base}search/`,
    glossary: `${base}glossary/`,
    questions: `${base}questions/`,
    topics: `${base}topics/`,
  };
}
