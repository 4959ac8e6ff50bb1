import type { Excerpt } from '../domain/search/excerpt.ts';
import { countByValue, type FilterCounts, passes } from '../domain/search/filters.ts';
import type { Translations } from '../domain/search/foreign-words.ts';
import {
  type Found,
  type FoundPage,
  GuideIndex,
  fullText as inText,
  type ReadOptions,
} from '../domain/search/guide-index.ts';
import { ReadText } from '../domain/search/mark-words.ts';
import type { QueryUnit } from '../domain/search/read-query.ts';
import type {
  SearchData,
  SearchQuestion,
  SearchTerm,
  SearchTerms,
} from '../domain/search/search-data.ts';
import type { SearchPaths } from '../domain/search/search-paths.ts';
import type { SearchRequest } from '../domain/search/search-request.ts';
// Types only: the full text and its code load after the first results.
import type { FullText } from './full-text.ts';

/** Milliseconds without a key after which the full text is searched. */
const typingPause = 120;

/** How many of the best questions of the index the full text confirms or rejects. */
const maxJudged = 5;

/** How many more questions are searched for the words. */
const maxLookedThrough = 20;

/** Questions that are shown for a query that the guide has nothing about. */
const maxNearest = 5;

export interface SearchAnswer {
  readonly units: readonly QueryUnit[];
  /** Places of questions in the guide, counted from 0, best first. */
  readonly places: readonly number[];
  readonly pages: readonly FoundPage[];
  /** Whether a question answers the query; if not, those above are the nearest. */
  readonly isAnswer: boolean;
  /** Words of the query that neither the index nor the text has; search ignored them. */
  readonly missing: readonly string[];
  /** Whether the full text has answered too, so that nothing will be added. */
  readonly isFinal: boolean;
  readonly counts: FilterCounts;
  /**
   * The sentence of a question's text that matches the query; undefined if its summary already
   * does.
   */
  excerpt(place: number): Promise<Excerpt | undefined>;
}

interface Instant extends SearchAnswer {
  readonly found: Found;
}

export interface SearchOptions {
  readonly isTyping: boolean;
  isStale(): boolean;
}

export class SearchEngine {
  readonly index: GuideIndex;
  readonly paths: SearchPaths;
  readonly #files = new Map<string, Promise<unknown>>();
  #text: Promise<FullText> | undefined;

  private constructor(index: GuideIndex, paths: SearchPaths) {
    this.index = index;
    this.paths = paths;
  }

  /**
   * @param response the response for `search.json`, if it was requested already
   * @throws {Error} if the index can't be loaded
   */
  static async open(paths: SearchPaths, response?: Promise<Response>): Promise<SearchEngine> {
    const data = await json<SearchData>(paths.file('data/search/search.json'), response);
    return new SearchEngine(new GuideIndex(data), paths);
  }

  question(place: number): SearchQuestion {
    const question = this.index.questions[place];
    if (question === undefined) throw new RangeError(`The guide has no question ${place}.`);
    return question;
  }

  labelOf({ level, topics }: SearchQuestion): string {
    const nameOf = (kind: string, id: string) =>
      this.index.pages.find((page) => page.kind === kind && page.url.endsWith(`/${id}/`))?.title;
    const names = topics.flatMap((id) => nameOf('Topic', id) ?? []).join(', ');
    return [nameOf('Level', level), names].filter(Boolean).join(' · ');
  }

  /** The definition of a glossary term; undefined if it can't be loaded. */
  async definition({ id }: SearchTerm): Promise<string | undefined> {
    const file = this.#file(`definitions-${id.charAt(0)}`) as Promise<Record<string, string>>;
    return file.then(
      (definitions) => definitions[id],
      () => undefined,
    );
  }

  /**
   * Searches the guide. The first answer comes from the index, if it is certain; the final one adds
   * the full text. Results of the first keep their positions.
   *
   * @throws {Error} if the full text can't be searched, after the answer from the index alone
   */
  async *search(request: SearchRequest, options: SearchOptions): AsyncGenerator<SearchAnswer> {
    const { index } = this;
    const { query, isExact } = request;
    const how = { isTyping: options.isTyping, isExact };
    if (query === '') {
      yield { ...this.#answer([], [], request), isFinal: true };
      return;
    }
    await this.#prepare(query, how);
    const asked = index.asked(query);
    if (asked !== undefined) {
      yield { ...this.#answer([], [asked], request), isFinal: true };
      return;
    }
    const instant = this.#instant(request, how);
    if (instant.isAnswer || instant.pages.some(({ isNamed }) => isNamed)) yield instant;
    const hadTerms = this.index.hasTerms;
    await this.#loadTerms();
    // The full text is searched only when the reader stops typing for a moment.
    if (options.isTyping) await new Promise((resolve) => setTimeout(resolve, typingPause));
    if (options.isStale()) return;
    const known = hadTerms ? instant : this.#instant(request, how, instant.found.places);
    try {
      yield await this.#withText(known, request);
    } catch (error) {
      // Results from the index alone are better than none.
      yield known;
      throw error;
    }
  }

  /** Results from the index. @param shown places that are already on the screen */
  #instant(request: SearchRequest, how: ReadOptions, shown: readonly number[] = []): Instant {
    const units = this.index.read(request.query, how);
    const { places, has } = this.index.search(units);
    const all = [...new Set([...shown, ...places])];
    const isAnswer = all
      .slice(0, 1)
      .some((place) => this.index.isAnswer(units, (unit) => has(place, unit)));
    return { ...this.#answer(units, all, request), isAnswer, found: { places: all, has } };
  }

  #answer(
    units: readonly QueryUnit[],
    all: readonly number[],
    { query, chosen }: SearchRequest,
  ): SearchAnswer {
    const { questions } = this.index;
    const places = query === '' ? [...questions.keys()] : all;
    return {
      units,
      places: places.filter((place) => passes(questions[place], chosen)),
      pages: this.index.searchPages(units),
      isAnswer: true,
      missing: [],
      isFinal: false,
      counts: countByValue(
        places.map((place) => this.question(place)),
        chosen,
      ),
      excerpt: () => Promise.resolve(undefined),
    };
  }

  async #withText(instant: Instant, request: SearchRequest): Promise<SearchAnswer> {
    const { units, found } = instant;
    const text = await this.#fullText();
    const first = found.places;
    const hits = await Promise.all([...textQueries(units)].map((query) => text.search(query)));
    const further = [...new Set(hits.flat())].filter((place) => !first.includes(place));
    // Pagefind also matches longer words, and shorter ones if it doesn't know the word. Candidates
    // that the index doesn't have are checked, those that match the filters first.
    const isKnown = (place: number) => units.every((unit) => found.has(place, unit) === 1);
    const isShown = (place: number) => passes(this.question(place), request.chosen);
    const unknown = further.filter((place) => !isKnown(place));
    const looked = [
      ...unknown.filter(isShown),
      ...unknown.filter((place) => !isShown(place)),
    ].slice(0, maxLookedThrough);
    const judged = [...first.slice(0, maxJudged), ...looked];
    const texts = new Map(
      await Promise.all(judged.map(async (place) => [place, await text.text(place)] as const)),
    );
    const has = (place: number, unit: QueryUnit): number =>
      Math.max(found.has(place, unit), texts.get(place)?.has(unit) === true ? inText : 0);
    const isFull = (place: number) =>
      units.every((unit) => found.has(place, unit) === 1 || texts.get(place)?.has(unit) === true);
    const isPartial = (place: number) =>
      !instant.isAnswer && units.some((unit) => unit.how === 'unknown' && has(place, unit) > 0);
    const added = further.filter((place) => isFull(place) || isPartial(place));
    const isAnswer =
      instant.isAnswer ||
      judged.some((place) => this.index.isAnswer(units, (unit) => has(place, unit)));
    // If the index has only part of a name, the full text knows better.
    const isFirst = !instant.isAnswer && units.length === 1;
    const places = isFirst ? [...added, ...first] : [...first, ...added];
    const answer = this.#answer(units, isAnswer ? places : places.slice(0, maxNearest), request);
    return {
      ...answer,
      isAnswer,
      missing: isAnswer
        ? units
            .filter((unit) => !judged.some((place) => has(place, unit) > 0))
            .map((unit) => unit.typed)
        : [],
      isFinal: true,
      excerpt: async (place) => {
        const { title } = this.question(place);
        if (units.every((unit) => new ReadText(title).matches([unit]).length > 0)) return undefined;
        return (await text.text(place)).excerpt(units);
      },
    };
  }

  /** Loads the data for typos and other languages, if the query needs it. */
  async #prepare(query: string, how: ReadOptions): Promise<void> {
    if (how.isTyping !== true) await this.#loadTerms();
    if (this.index.knows(query, how)) return;
    await Promise.all([
      this.#loadTerms(),
      this.#add('english', (words: string[]) => this.index.addEnglish(words)),
    ]);
    await Promise.all(
      this.index
        .languagesOf(query)
        .map((id) => this.#add(id, (words: Translations) => this.index.addLanguage(words))),
    );
  }

  #loadTerms(): Promise<void> {
    return this.#add('terms', (data: SearchTerms) =>
      this.index.addTerms(data, this.paths.glossary),
    );
  }

  readonly #added = new Map<string, Promise<void>>();

  /**
   * Loads a file into the index, once. If it fails, search continues without it; the next search
   * retries.
   */
  #add<Data>(name: string, use: (data: Data) => void): Promise<void> {
    const known = this.#added.get(name);
    if (known !== undefined) return known;
    const adding = this.#file(name).then(
      (data) => use(data as Data),
      () => {
        this.#added.delete(name);
      },
    );
    this.#added.set(name, adding);
    return adding;
  }

  #file(name: string): Promise<unknown> {
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    const loading: Promise<unknown> = json(this.paths.file(`data/search/${name}.json`));
    this.#files.set(name, loading);
    // Failures aren't cached: the next try may work.
    loading.catch(() => this.#files.delete(name));
    return loading;
  }

  #fullText(): Promise<FullText> {
    this.#text ??= openFullText(this.paths.file('pagefind/')).catch((error: unknown) => {
      this.#text = undefined;
      throw error;
    });
    return this.#text;
  }
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

async function openFullText(bundle: string): Promise<FullText> {
  const { FullText } = await import('./full-text.ts');
  return FullText.open(bundle);
}

/** A file of this build, so its format is known. */
async function json<Data>(address: string, response = fetch(address)): Promise<Data> {
  const answer = await response;
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json() as Promise<Data>;
}
