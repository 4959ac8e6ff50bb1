/** URLs that search needs. */
export interface SearchAddresses {
  /** Folder of Pagefind's index. */
  readonly bundle: string;
  /** Folder of the search data, see `search-data.ts`. */
  readonly data: string;
  readonly page: string;
  readonly glossary: string;
  readonly questions: string;
  readonly topics: string;
}

/**
 * URLs of a site at the base path `base`. Separate from all other URLs (`links/paths.ts`), because
 * code that loads before the first results has to be small; a test checks that both agree.
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
