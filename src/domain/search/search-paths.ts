import type { Paths } from '../links/paths.ts';

/**
 * URLs that search needs. Separate from `links/paths.ts`, because code that loads before the first
 * results has to be small; a test checks that both agree.
 */
export type SearchPaths = Pick<Paths, 'file' | 'glossary' | 'question' | 'search' | 'topics'>;

export function searchPaths(base: string): SearchPaths {
  return {
    file: (name) => base + name,
    glossary: `${base}glossary/`,
    question: (slug) => `${base}questions/${slug}/`,
    search: `${base}search/`,
    topics: `${base}topics/`,
  };
}
