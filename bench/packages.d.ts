/**
 * Types for packages that only the benchmarks install. They cover only what we use, so that type
 * checks pass without the install.
 */

declare module '@orama/orama' {
  export function create(options: object): object;
  export function insert(index: object, entry: object): Promise<string>;
  export function search(
    index: object,
    options: object,
  ): Promise<{ hits: { document: { code: string } }[] }>;
}

declare module 'flexsearch' {
  interface Index {
    add(entry: object): void;
    search(query: string, options: object): unknown[];
  }
  const FlexSearch: { Document: new (options: object) => Index };
  export default FlexSearch;
}
