/**
 * Types of packages that only the benchmarks install, as far as they use them, so that type checks
 * work without the install.
 */

declare module 'chrome-launcher' {
  export function launch(options: {
    chromePath: string;
    chromeFlags: string[];
  }): Promise<{ port: number; kill(): void }>;
}

declare module 'lighthouse' {
  interface Report {
    lhr: {
      runtimeError?: { message: string };
      audits: Record<string, { numericValue?: number } | undefined>;
      categories: Record<string, { score: number | null } | undefined>;
    };
  }
  export default function lighthouse(
    url: string,
    options: { port: number; logLevel: 'error' },
  ): Promise<Report | undefined>;
}

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
