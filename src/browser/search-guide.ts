import { type Paths, pathsBelow } from '../domain/links/paths.ts';
import { isCrisis } from '../domain/search/crisis-words.ts';
import { type Excerpt, excerptOf } from '../domain/search/excerpt.ts';
import { GuideIndex } from '../domain/search/guide-index.ts';
import { ReadText } from '../domain/search/mark-words.ts';
import type { FoundPage } from '../domain/search/page-index.ts';
import { rank, type TextMatches, type Verdict } from '../domain/search/rank.ts';
import type { QueryUnit, ReadOptions, ReadQuery } from '../domain/search/read-query.ts';
import {
  type CrisisAnswer,
  type SearchData,
  type SearchQuestion,
  type SearchTerm,
  type SearchTerms,
  type SearchText,
  searchDataVersion,
} from '../domain/search/search-data.ts';
import { passes, type SearchRequest } from '../domain/search/search-request.ts';
import { readDataFile } from './data-file.ts';
import { OutdatedPageError } from './outdated-page.ts';

/**
 * How long the first results wait for the full text, in milliseconds. With this limit, they appear
 * within 50 ms.
 */
const maxWait = 20;

/**
 * How long a reader must pause before the full text is searched, in milliseconds. Each search loads
 * part of the index.
 */
const typingPause = 120;

interface TextSearch {
  search(units: readonly QueryUnit[]): Promise<TextMatches>;
}

export interface SearchOptions {
  readonly isTyping: boolean;
  isStale(): boolean;
}

export interface SearchAnswer {
  readonly units: readonly QueryUnit[];
  readonly corrected: string | undefined;
  readonly questions: readonly number[];
  readonly pages: readonly FoundPage[];
  readonly verdict: Verdict;
  readonly missing: readonly string[];
  /** True if no other answer follows. */
  readonly isFinal: boolean;
  readonly crisis: CrisisAnswer | undefined;
  /** Returns the sentence that fits the query best, or undefined if the summary says more. */
  excerpt(question: number): Promise<Excerpt | undefined>;
}

export class SearchEngine {
  readonly index: GuideIndex;
  readonly paths: Paths;
  readonly #crisis: CrisisAnswer | undefined;
  readonly #order: string;
  readonly #files = new Map<string, Promise<unknown>>();
  #text: Promise<TextSearch> | undefined;

  private constructor(data: SearchData, paths: Paths) {
    this.index = new GuideIndex(data);
    this.paths = paths;
    this.#crisis = data.crisis;
    this.#order = data.order;
    // Both load while the reader types.
    this.#loadTerms().catch(() => undefined);
    this.#openText().catch(() => undefined);
  }

  /**
   * @param response the response for `search.json`
   * @throws {Error} if the index can't be loaded
   */
  static async open(response: Response): Promise<SearchEngine> {
    const data = await readDataFile<SearchData>(response, searchDataVersion);
    return new SearchEngine(data, pathsBelow(import.meta.env.BASE_URL));
  }

  question(index: number): SearchQuestion {
    const question = this.index.questions[index];
    if (question === undefined) throw new RangeError(`The guide has no question ${index}.`);
    return question;
  }

  /** Returns undefined if the definition can't be loaded. */
  async definition({ id }: SearchTerm): Promise<string | undefined> {
    type Definitions = { readonly definitions: Readonly<Record<string, string>> };
    const file = this.#file<Definitions>(`definitions-${id.charAt(0)}`);
    return file.then(
      ({ definitions }) => definitions[id],
      () => undefined,
    );
  }

  /**
   * Searches the guide. If names and text can both be searched quickly, there is one answer. If the
   * text takes too long, an answer from the names comes first, and the final one replaces it.
   * @throws {Error} if the full text can't be searched; an answer from the names comes first
   */
  async *search(request: SearchRequest, options: SearchOptions): AsyncGenerator<SearchAnswer> {
    const { query, isExact } = request;
    if (query === '') {
      yield this.#listed([...this.index.questions.keys()], request);
      return;
    }
    const asked = this.index.numbered(query);
    if (asked !== undefined) {
      yield this.#listed([asked], request);
      return;
    }
    const how = { isTyping: options.isTyping, isExact };
    const final = this.#complete(request, how, options);
    const settled = Promise.allSettled([final]);
    const isReady = await Promise.race([settled, after(maxWait, undefined)]);
    if (options.isStale()) return;
    const names = () => this.#answer(request, this.index.read(query, how));
    if (isReady === undefined) yield names();
    try {
      const answer = await final;
      if (answer !== undefined) yield answer;
    } catch (error) {
      // If the text can't be searched, the answer from the names is final.
      yield { ...names(), isFinal: true };
      throw error;
    }
  }

  /** Returns the answer from names and text, or undefined if the reader has kept typing. */
  async #complete(
    request: SearchRequest,
    how: ReadOptions,
    { isTyping, isStale }: SearchOptions,
  ): Promise<SearchAnswer | undefined> {
    await this.#loadTerms();
    if (!this.index.knows(request.query, how)) await this.#loadEnglish();
    if (isTyping) await after(typingPause, undefined);
    if (isStale()) return undefined;
    const parsed = this.index.read(request.query, how);
    const text = await (await this.#openText()).search(parsed.units);
    return this.#answer(request, parsed, text);
  }

  #answer(
    request: SearchRequest,
    { units, corrected }: ReadQuery,
    text?: TextMatches,
  ): SearchAnswer {
    const names = this.index.search(units);
    const ranked = rank(units, names, text, this.index.questions.length);
    const crisis = isCrisis(request.query) ? this.#crisis : undefined;
    const first = this.index.questions.findIndex(({ slug }) => slug === crisis?.slug);
    const ranking = first < 0 ? ranked.ranking : [...new Set([first, ...ranked.ranking])];
    return {
      ...this.#listed(ranking, request),
      units,
      corrected,
      pages: this.index.pages.search(units),
      verdict: crisis === undefined ? ranked.verdict : 'found',
      missing: ranked.missing.map(({ typed }) => typed),
      isFinal: text !== undefined,
      crisis,
      excerpt: async (question) => {
        const { slug, title } = this.question(question);
        const text = new ReadText(title);
        // If the title matches the whole query, the summary says more than another sentence.
        if (units.every((unit) => text.matches([unit]).length > 0)) return undefined;
        return excerptOf(await this.#textOf(slug), units, ranked.weightOf);
      },
    };
  }

  #listed(all: readonly number[], { chosen }: SearchRequest): SearchAnswer {
    const { questions } = this.index;
    return {
      units: [],
      corrected: undefined,
      questions: all.filter((index) => passes(questions[index], chosen)),
      pages: [],
      verdict: 'found',
      missing: [],
      isFinal: true,
      crisis: undefined,
      excerpt: () => Promise.resolve(undefined),
    };
  }

  /**
   * Loads Pagefind or, if that fails and there is a service worker, the stored sentences. A failure
   * isn't cached.
   */
  #openText(): Promise<TextSearch> {
    this.#text ??= import('./full-text.ts')
      .then((module) => module.FullText.open(this.paths.file('pagefind/'), this.#order))
      .catch((error: unknown) => this.#openStored(error))
      .catch((error: unknown) => {
        this.#text = undefined;
        throw error;
      });
    return this.#text;
  }

  async #openStored(error: unknown): Promise<TextSearch> {
    const hasWorker = Boolean(navigator.serviceWorker?.controller);
    if (!hasWorker || error instanceof OutdatedPageError) throw error;
    const { StoredText } = await import('./stored-text.ts');
    const files = this.index.questions.map(({ slug }) => this.#textOf(slug));
    return StoredText.open(Promise.all(files));
  }

  #textOf(slug: string): Promise<SearchText> {
    return this.#file<SearchText>(`text-${slug}`);
  }

  #loadTerms(): Promise<void> {
    return this.#add<SearchTerms>('terms', (terms) =>
      this.index.addTerms(terms, this.paths.glossary),
    );
  }

  #loadEnglish(): Promise<void> {
    return this.#add<{ readonly words: readonly string[] }>('english', ({ words }) =>
      this.index.addEnglish(words),
    );
  }

  readonly #added = new Set<string>();

  /**
   * Loads a file into the index once. If that fails, search goes on without it, and the next search
   * tries again. If the file is from another version, throws.
   */
  async #add<Data>(name: string, use: (data: Data) => void): Promise<void> {
    const data = await this.#file<Data>(name).catch((error: unknown) => {
      if (error instanceof OutdatedPageError) throw error;
      return undefined;
    });
    if (data === undefined || this.#added.has(name)) return;
    this.#added.add(name);
    use(data);
  }

  /** Loads a file once. Failures aren't cached, because the next try may work. */
  #file<Data>(name: string): Promise<Data> {
    const known = this.#files.get(name) as Promise<Data> | undefined;
    if (known !== undefined) return known;
    const response = fetch(this.paths.file(`data/search/${name}.json`));
    const loading = response.then((file) => readDataFile<Data>(file, searchDataVersion));
    this.#files.set(name, loading);
    loading.catch(() => this.#files.delete(name));
    return loading;
  }
}

function after<Value>(milliseconds: number, value: Value): Promise<Value> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, value));
}
