/**
 * The instant index, format 1: what the first results of a search are made from. It is small
 * because it holds what questions are *about* (titles, aliases, topics, the moves of a hint); the whole text is Pagefind's.
 *
 * `data/search/index.json` is an `IndexRoot`. Shards are files of their own below the folder that
 * the root names (its name is a hash of the content, so that files of two deploys never mix):
 * `w<number>.json` is a `WordShard`, `d<number>.json` a `DocShard`, `s<number>.json` a
 * `SummaryShard`, and `filters.json` a `FiltersFile`. A search loads the shards of its words and of
 * the questions that it shows, however many there are. Up to `inlineQuestions` questions, words and
 * questions stand in the root, and no file for the filters is needed.
 */

/** Version of the format; it rises when a field is renamed, removed or redefined. */
export const indexVersion = 1;

/** Up to this many questions, words and questions stand in the root. */
export const inlineQuestions = 250;

/** Questions in one `DocShard` or `SummaryShard`. */
export const docsPerShard = 32;

/** Postings that are kept of a word, the highest impacts first. */
export const mostPostings = 512;

/** Highest impact of a word on a question. */
export const mostImpact = 10;

/** Entry of the index. */
export interface IndexRoot {
  readonly version: typeof indexVersion;
  /** Number of questions. */
  readonly count: number;
  /** Ids and names of what `Doc` has numbers for. */
  readonly levels: readonly Label[];
  readonly topics: readonly Label[];
  readonly jurisdictions: readonly Label[];
  /** Key of the first word in each word shard, in order. */
  readonly starts: readonly string[];
  /** Folder of the shards, next to the root. */
  readonly folder: string;
  readonly words?: readonly WordShard[];
  readonly docs?: readonly DocShard[];
}

/** Id and name of a level, a topic or a jurisdiction. */
export type Label = readonly [id: string, label: string];

/** Words whose keys lie in one range. */
export interface WordShard {
  /** The words as usually written, in the order of their postings, with a space between. */
  readonly words: string;
  /** For each word its `encodePostings`, with a space between. */
  readonly postings: string;
}

/** Questions in guide order. */
export type DocShard = readonly Doc[];

/** A question as results show it; levels, topics and jurisdictions by their place in the root. */
export type Doc = readonly [
  code: string,
  slug: string,
  title: string,
  level: number,
  topics: readonly number[],
  jurisdictions: readonly number[],
];

/** Summaries of questions by their codes: what a list shows of a question without a query. */
export type SummaryShard = Readonly<Record<string, string>>;

/** For each filter the questions that have a value, by its id, as `encodeRuns` writes them. */
export interface FiltersFile {
  readonly level: Readonly<Record<string, string>>;
  readonly topic: Readonly<Record<string, string>>;
  readonly jurisdiction: Readonly<Record<string, string>>;
}

/** `data/search/terms.json`: the names of the glossary. */
export interface TermsFile {
  readonly version: typeof indexVersion;
  readonly terms: readonly TermEntry[];
}

/**
 * A glossary term: id, term, expansion (or empty), its other names (usual misspellings begin with
 * `~`), and the id of the term that it is searched as (or empty).
 */
export type TermEntry = readonly [
  id: string,
  term: string,
  expansion: string,
  names: readonly string[],
  searchAs: string,
];

/** `data/search/definitions-<first letter of the id>.json`: definitions by term id. */
export interface DefinitionsFile {
  readonly version: typeof indexVersion;
  readonly definitions: Readonly<Record<string, string>>;
}

/** A question that a word belongs to. */
export interface Posting {
  /** Place of the question in the guide, counted from 0. */
  readonly doc: number;
  /** How much the question is about it, 1 to `mostImpact`. */
  readonly impact: number;
}

/** What a word belongs to. */
export interface Postings {
  /** In guide order. */
  readonly list: readonly Posting[];
  /** In how many questions it is, also those that were cut from the list. */
  readonly total: number;
}

/** Letters for impacts: `a` is 1. */
const letters = 'abcdefghijklmno';

/**
 * Writes postings as text: for each the distance to the question before it and the letter of its
 * impact, so `2c1a` is impact 3 on question 1 and impact 1 on question 2 (the first distance is
 * from -1). A list that was cut begins with its full length and `=`.
 */
export function encodePostings(postings: readonly Posting[]): string {
  const kept = [...postings]
    .sort((a, b) => b.impact - a.impact || a.doc - b.doc)
    .slice(0, mostPostings)
    .sort((a, b) => a.doc - b.doc);
  const cut = kept.length < postings.length ? `${postings.length}=` : '';
  let before = -1;
  const parts = kept.map(({ doc, impact }) => {
    const distance = doc - before;
    before = doc;
    return distance + (letters[impact - 1] ?? '');
  });
  return cut + parts.join('');
}

/** Reads what `encodePostings` wrote. */
export function decodePostings(text: string): Postings {
  const [cut, rest] = text.includes('=') ? text.split('=') : ['', text];
  let doc = -1;
  const list = [...(rest ?? '').matchAll(/(\d+)([a-o])/g)].map(([, distance, letter = 'a']) => {
    doc += Number(distance);
    return { doc, impact: letters.indexOf(letter) + 1 };
  });
  return { list, total: cut === '' ? list.length : Number(cut) };
}

/**
 * Writes places of questions, in guide order, as text: in turn how many are left out and how many
 * follow, so `0 2 3 1` is the first, the second and the sixth. Those of a level are one run.
 */
export function encodeRuns(places: readonly number[]): string {
  const runs: number[] = [];
  let next = 0;
  for (const place of places) {
    if (place === next && runs.length > 0) runs.push((runs.pop() ?? 0) + 1);
    else runs.push(place - next, 1);
    next = place + 1;
  }
  return runs.join(' ');
}

/** Reads what `encodeRuns` wrote. */
export function decodeRuns(text: string): number[] {
  const places: number[] = [];
  let next = 0;
  for (const [, skipped, taken] of text.matchAll(/(\d+) (\d+)/g)) {
    next += Number(skipped);
    for (let left = Number(taken); left > 0; left -= 1) places.push(next++);
  }
  return places;
}

/** Place of the shard whose range holds the key. */
export function shardOf(starts: readonly string[], key: string): number {
  const after = starts.findIndex((start) => start > key);
  return Math.max(0, (after === -1 ? starts.length : after) - 1);
}
