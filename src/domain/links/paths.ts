/**
 * All URLs of the site are built here. They start with the base path and end in a slash, so that
 * they work on any static host.
 */

/** The base path with one slash at each end: `/` or `/guide/`. */
export function normalizeBase(base: string): string {
  const trimmed = base.replace(/^\/+|\/+$/g, '');
  return trimmed === '' ? '/' : `/${trimmed}/`;
}

/** Builds URLs with one base path. */
export interface Paths {
  readonly home: string;
  readonly questions: string;
  readonly topics: string;
  readonly search: string;
  readonly glossary: string;
  readonly sources: string;
  readonly paths: string;
  readonly changes: string;
  readonly practice: string;
  readonly mock: string;
  readonly set: string;
  readonly progress: string;
  readonly saved: string;
  readonly downloads: string;
  readonly labs: string;
  /** The whole guide on one page, for paper and PDF. */
  readonly print: string;
  readonly offline: string;
  question(slug: string, part?: string): string;
  level(id: string): string;
  topic(id: string): string;
  /** Where the glossary explains a term. */
  term(id: string): string;
  /** The record of a source. */
  source(id: string): string;
  /** A learning path. */
  path(id: string): string;
  /** A lab on its own page. */
  lab(id: string): string;
  /** A companion page, by its file in `content/docs`. */
  companion(id: string): string;
  /** A level on one page, for paper and PDF. */
  printLevel(id: string): string;
  /** Permanent short URL of the question with that code. */
  code(code: string): string;
  /** A file served unchanged or made by the build, such as `data/questions.json`. */
  file(name: string): string;
}

/** Location of a site, for URLs that must work elsewhere. */
export interface Site {
  /** Address of its host, without a path: `https://example.org`. */
  readonly origin: string;
  readonly paths: Paths;
}

/** The URLs of a site at the base path `base`. */
export function pathsBelow(base: string): Paths {
  const root = normalizeBase(base);
  return {
    home: root,
    questions: `${root}questions/`,
    topics: `${root}topics/`,
    search: `${root}search/`,
    glossary: `${root}glossary/`,
    sources: `${root}sources/`,
    paths: `${root}paths/`,
    changes: `${root}what-changed/`,
    practice: `${root}practice/`,
    mock: `${root}mock/`,
    set: `${root}set/`,
    progress: `${root}progress/`,
    saved: `${root}saved/`,
    downloads: `${root}downloads/`,
    labs: `${root}labs/`,
    print: `${root}print/`,
    offline: `${root}offline/`,
    question: (slug, part) => `${root}questions/${slug}/${part ? `#${part}` : ''}`,
    level: (id) => `${root}levels/${id}/`,
    topic: (id) => `${root}topics/${id}/`,
    term: (id) => `${root}glossary/#${id}`,
    source: (id) => `${root}sources/#${id}`,
    path: (id) => `${root}paths/${id}/`,
    lab: (id) => `${root}labs/${id}/`,
    companion: (id) => `${root}${id}/`,
    printLevel: (id) => `${root}print/${id}/`,
    code: (code) => `${root}q/${code}/`,
    file: (name) => root + name,
  };
}
