import type { SearchEngine } from '../../browser/search-guide.ts';

export interface Loaded {
  readonly app: typeof import('./search-app.ts');
  readonly engine: SearchEngine;
}

export function fetchIndex(): Promise<Response> {
  return fetch(`${import.meta.env.BASE_URL}data/search/search.json`);
}

export async function loadSearch(index = fetchIndex()): Promise<Loaded> {
  const [app, data] = await Promise.all([import('./search-app.ts'), index]);
  return { app, engine: await app.SearchEngine.open(data) };
}
