/**
 * All of the site's URLs are built here. They start with the base path, and page URLs end with a
 * slash, so they work on any static host.
 */

/** Returns the base path with one slash at each end: `/` or `/guide/`. */
export function normalizeBase(base: string): string {
  const trimmed = base.replace(/^\/+|\/+$/g, '');
  return trimmed === '' ? '/' : `/${trimmed}/`;
}

export interface Site {
  /** The origin of the site's host, such as `https://example.org`. */
  readonly origin: string;
  readonly paths: Paths;
}

export function pathsBelow(base: string) {
  const root = normalizeBase(base);
  return {
    home: root,
    questions: `${root}questions/`,
    topics: `${root}topics/`,
    search: `${root}search/`,
    glossary: `${root}glossary/`,
    sources: `${root}sources/`,
    learningPaths: `${root}paths/`,
    changes: `${root}what-changed/`,
    practice: `${root}practice/`,
    mock: `${root}mock/`,
    kit: `${root}kit/`,
    set: `${root}set/`,
    progress: `${root}progress/`,
    saved: `${root}saved/`,
    downloads: `${root}downloads/`,
    labs: `${root}labs/`,
    /** The whole guide on one page, for paper and PDF. */
    print: `${root}print/`,
    offline: `${root}offline/`,
    question: (slug: string, part?: string) => `${root}questions/${slug}/${part ? `#${part}` : ''}`,
    level: (id: string) => `${root}levels/${id}/`,
    topic: (id: string) => `${root}topics/${id}/`,
    term: (id: string) => `${root}glossary/#${id}`,
    source: (id: string) => `${root}sources/#${id}`,
    learningPath: (id: string) => `${root}paths/${id}/`,
    lab: (id: string) => `${root}labs/${id}/`,
    /** A companion page. The id is its file name in `content/docs`. */
    companion: (id: string) => `${root}${id}/`,
    printLevel: (id: string) => `${root}print/${id}/`,
    /** The permanent short URL of a question. */
    code: (code: string) => `${root}q/${code}/`,
    /** A file that isn't a page, such as `data/questions.json`. */
    file: (name: string) => root + name,
  };
}

export type Paths = Readonly<ReturnType<typeof pathsBelow>>;
