import type { Correction } from '../domain/search/answer-message.ts';
import {
  countByValue,
  type FilterCounts,
  isFiltered,
  passing,
} from '../domain/search/filter-lists.ts';
import type { TermEntry } from '../domain/search/instant-format.ts';
import { extend, join, worthListing } from '../domain/search/merge-results.ts';
import { type Ranked, rankQuestions } from '../domain/search/rank.ts';
import {
  keysAround,
  keysToLoad,
  queryWords,
  readQuery,
  type Unit,
} from '../domain/search/read-query.ts';
import type { SearchRequest } from '../domain/search/search-request.ts';
import type { FullText, FullTextAddresses } from './full-text.ts';
import type { InstantIndex } from './instant-index.ts';
import type { PagefindPage } from './pagefind.ts';

/** Milliseconds without a key after which the full text is searched. */
const typingPause = 120;

/** What was found for a search. */
export interface SearchAnswer {
  /** Best first; of a first answer the later ones may still be missing. */
  readonly results: readonly Ranked[];
  /** How many of them have all words that were searched. */
  readonly complete: number;
  /** Words that no question has. */
  readonly dropped: readonly string[];
  /** What was searched instead of what was typed. */
  readonly corrections: readonly Correction[];
  /** The terms that the whole query names. */
  readonly terms: readonly TermEntry[];
  /** Terms of which the reader may mean only one, by what was typed. */
  readonly ambiguous: readonly TermEntry[];
  /** Keys of the words that were searched, to be marked. */
  readonly keys: ReadonlySet<string>;
  /** Whether the full text has answered too: nothing will be added. */
  readonly isFinal: boolean;
  /** Questions by filter value; only in a final answer. */
  readonly counts: FilterCounts;
  /** Where the query stands in a question; without a query its summary; only in a final answer. */
  excerpt(doc: number): Promise<PagefindPage | string | undefined>;
}

/** A search and how to answer it. */
export interface Search {
  readonly request: SearchRequest;
  readonly index: InstantIndex;
  readonly addresses: FullTextAddresses;
  /** Whether the reader is still typing the last word. */
  readonly isTyping: boolean;
  /** Whether a later search has taken its place. */
  isStale(): boolean;
}

/**
 * Searches the guide. The first answer comes from the instant index, if that knows all the words;
 * the final one has the full text too. Results of the first answer keep their places.
 *
 * @throws {Error} if the full text can't be searched, after an answer from the index alone
 */
export async function* searchGuide(search: Search): AsyncGenerator<SearchAnswer> {
  const words = queryWords(search.request.query);
  if (words.length === 0) {
    const isEmpty = search.request.query === '';
    const { index, request } = search;
    yield isEmpty ? await listQuestions(index, request.chosen) : answerOf([], [], noText);
    return;
  }
  let first = await searchInstant(search, words);
  if (!first.isSure && !search.index.hasTerms) {
    await search.index.loadTerms();
    first = await searchInstant(search, words);
  }
  if (first.isSure) yield { ...answerOf(first.units, first.ranked, noText), isFinal: false };
  if (!search.index.hasTerms) await search.index.loadTerms();
  // The full text is not searched for every letter, but when the reader stops for a moment.
  if (search.isTyping) await pause();
  if (search.isStale()) return;
  const units = unitsOf(search, words);
  const fullText = await wholeText(search, wordsForFullText(units)).catch(() => undefined);
  if (fullText === undefined) {
    // What the index has is better than nothing, and the reader is told that it is not all.
    if (!first.isSure) yield { ...answerOf(units, first.ranked, noText), isFinal: false };
    throw new Error('The full text could not be searched.');
  }
  const ranked = first.isSure
    ? extend(first.ranked, listed(fullText.ranked, units))
    : listed(join(first.ranked, fullText.ranked), units);
  yield answerOf(units, ranked, fullText);
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, typingPause));
}

const noFilters: SearchRequest['chosen'] = { level: [], topic: [], jurisdiction: [] };

/**
 * All questions that pass the filters, in guide order, from the index alone.
 *
 * @throws {Error} if what the filters need can't be loaded
 */
export async function listQuestions(
  index: InstantIndex,
  chosen: SearchRequest['chosen'] = noFilters,
): Promise<SearchAnswer> {
  const lists = await index.filters();
  const found = passing(lists, chosen, index.count);
  return {
    ...answerOf(
      [],
      found.map((doc) => ({ doc, score: 1, words: 0 })),
      noText,
    ),
    counts: countByValue(lists, chosen, index.count),
    excerpt: (doc) => index.summary(doc),
  };
}

/** The full text is far larger than the index: its code and data come after the first results. */
async function wholeText(
  { request, addresses }: Search,
  words: readonly string[],
): Promise<FullText> {
  const { searchFullText } = await import('./full-text.ts');
  return searchFullText(words, request.chosen, addresses);
}

const noText: FullText = {
  ranked: [],
  unknown: [],
  counts: {},
  excerpt: () => Promise.resolve(undefined),
};

interface Instant {
  readonly units: readonly Unit[];
  readonly ranked: readonly Ranked[];
  /** Whether the index knows all words and has a question with all of them. */
  readonly isSure: boolean;
}

async function searchInstant(search: Search, words: readonly string[]): Promise<Instant> {
  const { index } = search;
  await index.loadWords(keysToLoad(words));
  let units = unitsOf(search, words);
  const unknown = units.flatMap((unit) => unit.words).filter(({ keys }) => keys.size === 0);
  if (unknown.length > 0) {
    await index.loadWords(unknown.flatMap(({ typed }) => keysAround(typed)));
    units = unitsOf(search, words);
  }
  const byWords = listed(rankQuestions(units, index.vocabulary, index.count), units);
  const all = extend(byCode(search), byWords);
  const ranked = await filtered(all, search);
  const total = units.reduce((sum, unit) => sum + unit.words.length, 0);
  return { units, ranked, isSure: (ranked[0]?.words ?? 0) >= total && total > 0 };
}

/** The question of which the query is the code. */
function byCode({ index, request }: Search): Ranked[] {
  const doc = index.placeOfCode(request.query.toLowerCase());
  return doc === undefined ? [] : [{ doc, score: 1, words: 1 }];
}

function unitsOf({ index, request, isTyping }: Search, words: readonly string[]): Unit[] {
  return readQuery(words, { vocabulary: index.vocabulary, isTyping, isExact: request.isExact });
}

function listed(ranked: readonly Ranked[], units: readonly Unit[]): Ranked[] {
  const known = units.flatMap(({ words }) => words).filter(({ keys }) => keys.size > 0);
  return worthListing(ranked, Math.max(1, known.length));
}

/** Those that pass the filters. */
async function filtered(
  ranked: readonly Ranked[],
  { index, request: { chosen } }: Search,
): Promise<readonly Ranked[]> {
  if (!isFiltered(chosen)) return ranked;
  const docs = new Set(passing(await index.filters(), chosen, index.count));
  return ranked.filter(({ doc }) => docs.has(doc));
}

function wordsForFullText(units: readonly Unit[]): string[] {
  const words = units.flatMap((unit) => unit.words);
  return [...new Set(words.map(({ typed, correction }) => correction ?? typed))];
}

function answerOf(
  units: readonly Unit[],
  results: readonly Ranked[],
  fullText: FullText,
): SearchAnswer {
  const words = units.flatMap((unit) => unit.words);
  const isKnown = ({ typed, keys }: (typeof words)[number]) =>
    keys.size > 0 || (fullText !== noText && !fullText.unknown.includes(typed));
  const known = words.filter(isKnown);
  const isWhole = units.length === 1;
  return {
    results,
    complete: results.filter((one) => one.words >= known.length).length,
    dropped:
      results.length === 0 ? [] : words.filter((word) => !isKnown(word)).map(({ typed }) => typed),
    corrections: correctionsOf(units),
    terms: isWhole ? (units[0]?.terms ?? []) : [],
    ambiguous: units.map(({ terms }) => terms).find((terms) => terms.length > 1) ?? [],
    keys: new Set([
      ...words.flatMap(({ keys }) => [...keys.keys()]),
      ...units.flatMap(({ names }) => names.flat()),
    ]),
    isFinal: true,
    counts: fullText.counts,
    excerpt: fullText.excerpt,
  };
}

function correctionsOf(units: readonly Unit[]): Correction[] {
  return units.flatMap(({ words }) => {
    const [first] = words;
    const sameName = words.every(({ correction }) => correction === first?.correction);
    // A misspelled name is corrected as a whole, other words one by one.
    if (first?.correction !== undefined && sameName) {
      return [{ typed: words.map(({ typed }) => typed).join(' '), used: first.correction }];
    }
    return words.flatMap(({ typed, correction }) =>
      correction === undefined ? [] : [{ typed, used: correction }],
    );
  });
}
