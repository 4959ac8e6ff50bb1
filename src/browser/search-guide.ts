import { countByValue, passes } from '../domain/search/filters.ts';
import type { Translations } from '../domain/search/foreign-words.ts';
import { GuideIndex, type ReadOptions } from '../domain/search/guide-index.ts';
import type { QueryUnit } from '../domain/search/read-query.ts';
import {
  type SearchData,
  type SearchQuestion,
  type SearchTerm,
  type SearchTerms,
  searchDataVersion,
} from '../domain/search/search-data.ts';
import { type SearchPaths, searchPaths } from '../domain/search/search-paths.ts';
import type { SearchRequest } from '../domain/search/search-request.ts';
// Types only: the full text and its code load after the first results.
import type { FullText } from './completed-search.ts';
import { readDataFile } from './data-file.ts';
import { OutdatedPageError } from './outdated-page.ts';
import type { InstantAnswer, SearchAnswer } from './search-answer.ts';

/** Milliseconds without a key after which the full text is searched. */
const typingPause = 120;

/** A file of words; see `search-data.ts`. */
interface Words<Data> {
  readonly words: Data;
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
  static async open(response?: Promise<Response>): Promise<SearchEngine> {
    const paths = searchPaths(import.meta.env.BASE_URL);
    const file = paths.file('data/search/search.json');
    const data = await readDataFile<SearchData>(await (response ?? fetch(file)), searchDataVersion);
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
    type Definitions = { readonly definitions: Readonly<Record<string, string>> };
    const file = this.#file(`definitions-${id.charAt(0)}`) as Promise<Definitions>;
    return file.then(
      ({ definitions }) => definitions[id],
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
    const { query, isExact } = request;
    const how = { isTyping: options.isTyping, isExact };
    if (query === '') {
      yield { ...this.#answer([], [], request), isFinal: true };
      return;
    }
    await this.#prepare(query, how);
    const asked = this.index.asked(query);
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
  #instant(request: SearchRequest, how: ReadOptions, shown: readonly number[] = []): InstantAnswer {
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

  async #withText(instant: InstantAnswer, request: SearchRequest): Promise<SearchAnswer> {
    const { complete, FullText } = await import('./completed-search.ts');
    this.#text ??= FullText.open(this.paths.file('pagefind/'), this.index.questions).catch(
      (error: unknown) => {
        this.#text = undefined;
        throw error;
      },
    );
    const { places, ...rest } = await complete(instant, request, this.index, await this.#text);
    return { ...this.#answer(instant.units, places, request), ...rest, isFinal: true };
  }

  /** Loads the data for typos and other languages, if the query needs it. */
  async #prepare(query: string, how: ReadOptions): Promise<void> {
    if (how.isTyping !== true) await this.#loadTerms();
    if (this.index.knows(query, how)) return;
    await Promise.all([
      this.#loadTerms(),
      this.#add('english', (data: Words<string[]>) => this.index.addEnglish(data.words)),
    ]);
    await Promise.all(
      this.index
        .languagesOf(query)
        .map((id) =>
          this.#add(id, (data: Words<Translations>) => this.index.addLanguage(data.words)),
        ),
    );
  }

  #loadTerms(): Promise<void> {
    return this.#add('terms', (data: SearchTerms) =>
      this.index.addTerms(data, this.paths.glossary),
    );
  }

  readonly #added = new Set<string>();

  /**
   * Loads a file into the index, once. If it fails, search continues without it; the next search
   * retries. A file of another version is reported.
   */
  async #add<Data>(name: string, use: (data: Data) => void): Promise<void> {
    const data = await this.#file(name).catch((error: unknown) => {
      if (error instanceof OutdatedPageError) throw error;
      return undefined;
    });
    if (data === undefined || this.#added.has(name)) return;
    this.#added.add(name);
    use(data as Data);
  }

  #file(name: string): Promise<unknown> {
    const known = this.#files.get(name);
    if (known !== undefined) return known;
    const response = fetch(this.paths.file(`data/search/${name}.json`));
    const loading = response.then((file) => readDataFile<unknown>(file, searchDataVersion));
    this.#files.set(name, loading);
    // Failures aren't cached: the next try may work.
    loading.catch(() => this.#files.delete(name));
    return loading;
  }
}
