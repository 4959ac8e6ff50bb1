import type { SearchEngine } from '../../browser/search-guide.ts';

/** The search engine and its code. */
export interface Loaded {
  readonly app: typeof import('./search-app.ts');
  readonly engine: SearchEngine;
}

/** Loads the search engine's code and its index at the same time. */
export async function loadSearch(): Promise<Loaded> {
  const [app, data] = await Promise.all([
    import('./search-app.ts'),
    fetch(`${import.meta.env.BASE_URL}data/search/search.json`),
  ]);
  return { app, engine: await app.SearchEngine.open(data) };
}
