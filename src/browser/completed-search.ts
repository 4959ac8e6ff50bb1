import { passes } from '../domain/search/filters.ts';
import { type GuideIndex, fullText as inText } from '../domain/search/guide-index.ts';
import { ReadText } from '../domain/search/mark-words.ts';
import type { QueryUnit } from '../domain/search/read-query.ts';
import type { SearchRequest } from '../domain/search/search-request.ts';
import type { FullText } from './full-text.ts';
import type { InstantAnswer, SearchAnswer } from './search-answer.ts';

export { FullText } from './full-text.ts';

/** How many of the best questions of the index the full text confirms or rejects. */
const maxJudged = 5;

/** How many more questions are searched for the words. */
const maxLookedThrough = 20;

/** Questions that are shown for a query that the guide has nothing about. */
const maxNearest = 5;

/**
 * Completes an answer of the index with the full text: its questions keep their places, and those
 * that only the text has come after them.
 */
export async function complete(
  instant: InstantAnswer,
  { chosen }: SearchRequest,
  index: GuideIndex,
  fullText: FullText,
): Promise<Pick<SearchAnswer, 'places' | 'isAnswer' | 'missing' | 'excerpt'>> {
  const { units, found } = instant;
  const first = found.places;
  const hits = await Promise.all([...textQueries(units)].map((query) => fullText.search(query)));
  const further = [...new Set(hits.flat())].filter((place) => !first.includes(place));
  // Pagefind also matches longer words, and shorter ones if it doesn't know the word. Candidates
  // that the index doesn't have are checked, those that match the filters first.
  const isKnown = (place: number) => units.every((unit) => found.has(place, unit) === 1);
  const isShown = (place: number) => passes(index.questions[place], chosen);
  const unknown = further.filter((place) => !isKnown(place));
  const looked = [...unknown.filter(isShown), ...unknown.filter((place) => !isShown(place))].slice(
    0,
    maxLookedThrough,
  );
  const judged = [...first.slice(0, maxJudged), ...looked];
  const texts = new Map(
    await Promise.all(judged.map(async (place) => [place, await fullText.text(place)] as const)),
  );
  const has = (place: number, unit: QueryUnit): number =>
    Math.max(found.has(place, unit), texts.get(place)?.has(unit) === true ? inText : 0);
  const isFull = (place: number) =>
    units.every((unit) => found.has(place, unit) === 1 || texts.get(place)?.has(unit) === true);
  const isPartial = (place: number) =>
    !instant.isAnswer && units.some((unit) => unit.how === 'unknown' && has(place, unit) > 0);
  const added = further.filter((place) => isFull(place) || isPartial(place));
  const isAnswer =
    instant.isAnswer || judged.some((place) => index.isAnswer(units, (unit) => has(place, unit)));
  // If the index has only part of a name, the full text knows better.
  const isFirst = !instant.isAnswer && units.length === 1;
  const places = isFirst ? [...added, ...first] : [...first, ...added];
  return {
    places: isAnswer ? places : places.slice(0, maxNearest),
    isAnswer,
    missing: isAnswer
      ? units
          .filter((unit) => !judged.some((place) => has(place, unit) > 0))
          .map((unit) => unit.typed)
      : [],
    excerpt: async (place) => {
      const title = new ReadText(index.questions[place]?.title ?? '');
      if (units.every((unit) => title.matches([unit]).length > 0)) return undefined;
      return (await fullText.text(place)).excerpt(units);
    },
  };
}

/**
 * The full-text queries: the query as parsed and as typed, the names of the things that it
 * mentions, and each word that the index doesn't know.
 */
function textQueries(units: readonly QueryUnit[]): Set<string> {
  const terms = units.length === 1 ? units.flatMap((unit) => unit.terms) : [];
  const unknown = units.filter(({ how }) => how === 'unknown');
  return new Set([
    units.map(({ used }) => used).join(' '),
    units.map(({ typed }) => typed).join(' '),
    ...terms.flatMap(({ term, expansion = term }) => [term, expansion]),
    ...unknown.map(({ typed }) => typed),
  ]);
}
