import MiniSearch, { type Query } from 'minisearch';
import { foreignWords, type Translations } from './foreign-words.ts';
import { GlossaryNames } from './glossary-names.ts';
import { type QueryUnit, readQuery } from './read-query.ts';
import {
  languagePrefix,
  type SearchData,
  type SearchQuestion,
  type SearchTerm,
  type SearchTerms,
  termWords,
} from './search-data.ts';
import type { SitePage } from './site-pages.ts';
import { Vocabulary } from './vocabulary.ts';
import { foldWord, isFiller, keyOf, keysIn, partKeysIn, wordsIn } from './words.ts';

/** Weights: titles and aliases are about the question itself; names of its terms are broader. */
const boost = { title: 2, aliases: 2, summary: 1, terms: 1 };

/** Weight of a corrected word: the typed one may have been right. */
const correctedBoost = 0.7;

/** Minimum score, as a share of the best result's. */
const minScore = 0.2;

/** Minimum share of the query that a result must match. */
const minCoverage = 0.61;

/** Bonus for a word of the field, which queries about other subjects hardly have. */
const fieldBonus = 0.15;

/** Share of the titles that have a word of the field: AI, clinical, patient. */
const minTitles = 0.08;

/** Relative weight of a word that could be part of any question. */
const fillerWeight = 0.1;

/** Weight of a word that a question has only in its text. */
export const fullText = 0.5;

/** Minimum share of a page's title in a query that isn't exactly one of its names. */
const minNamed = 0.5;

/** Rank of a term that is the whole query: before partial matches. */
const maxShare = 2;

/** Maximum pages and terms for a query. */
const maxPages = 4;

/** How to read a query. */
export interface ReadOptions {
  /** Whether the last word may be unfinished. */
  readonly isTyping?: boolean;
  /** Whether words are searched as typed, even if they look misspelled. */
  readonly isExact?: boolean;
}

/** Matching questions. */
export interface Found {
  /** Places of questions in the guide, counted from 0, best first. */
  readonly places: readonly number[];
  /** How well a question matches a unit of the query, from 0 to 1. */
  has(place: number, unit: QueryUnit): number;
}

/** A page, or a term, which has a definition. */
interface PageEntry extends SitePage {
  readonly term?: SearchTerm;
}

/** A matching page or term. */
export interface FoundPage extends PageEntry {
  /**
   * Whether the query is the name of a page or of a kind of page, so that the reader probably wants
   * it.
   */
  readonly isNamed: boolean;
}

/** Search over the subjects of questions, and over the names of all other pages. */
export class GuideIndex {
  /** In guide order. */
  readonly questions: readonly SearchQuestion[];
  readonly pages: readonly SitePage[];
  #languages: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  readonly #index = new MiniSearch({
    fields: Object.keys(boost),
    tokenize: keysIn,
    processTerm: (key) => key,
    searchOptions: { boost, tokenize: (key) => [key] },
  });
  readonly #pageIndex = new MiniSearch({
    fields: ['title', 'names', 'kind'],
    extractField: (page, field) => [page[field] ?? ''].flat().join('. '),
    tokenize: keysIn,
    processTerm: (key) => key,
    searchOptions: { boost: { title: 2 }, combineWith: 'AND', tokenize: (key) => [key] },
  });
  readonly #pages: PageEntry[] = [];
  readonly #vocabulary = new Vocabulary();
  readonly #translations = new Map<string, string>();
  /** Keys of words that many titles have. */
  readonly #field: ReadonlySet<string>;
  #glossary = new GlossaryNames([]);
  #hasTerms = false;
  /** Slugs by code. */
  #codes: ReadonlyMap<string, string> = new Map();

  constructor({ questions, pages }: SearchData) {
    this.questions = questions;
    this.pages = pages;
    this.#index.addAll(questions.map((question, id) => ({ ...question, id })));
    const titles = questions.map(({ title }) => new Set(keysIn(title)));
    const min = Math.max(3, minTitles * titles.length);
    const isCommon = (key: string) => titles.filter((keys) => keys.has(key)).length >= min;
    const inTitles = new Set(titles.flatMap((keys) => [...keys]));
    this.#field = new Set([...inTitles].filter((key) => !isFiller(key) && isCommon(key)));
    for (const { title, aliases } of questions) this.#vocabulary.add(`${title}. ${aliases}`, 2);
    for (const { summary } of questions) this.#vocabulary.add(summary, 1);
    this.#addPages(pages);
  }

  #addPages(pages: readonly PageEntry[]): void {
    this.#pageIndex.addAll(
      pages.map((page, place) => ({ ...page, id: this.#pages.length + place })),
    );
    this.#pages.push(...pages);
    for (const { title, names = [] } of pages)
      this.#vocabulary.add([title, ...names].join('. '), 0);
  }

  /** Whether the names of the glossary are loaded. */
  get hasTerms(): boolean {
    return this.#hasTerms;
  }

  /** Adds the labs, and the names of the glossary; their entries are under that URL. */
  addTerms({ labs, terms, questions, languages }: SearchTerms, glossary: string): void {
    this.#hasTerms = true;
    this.#codes = new Map(Object.entries(questions).map(([slug, { code }]) => [code, slug]));
    this.#glossary = new GlossaryNames(terms);
    this.#languages = new Map(
      Object.entries(languages).map(([id, beginnings]) => [id, new Set(beginnings.split(' '))]),
    );
    this.#index.removeAll();
    for (const [id, question] of this.questions.entries()) {
      const own = (questions[question.slug]?.about ?? []).flatMap((place) => terms[place] ?? []);
      const words = termWords(question, own);
      this.#index.add({ ...question, id, terms: words });
      this.#vocabulary.add(words, 1);
    }
    this.#addPages([
      ...labs,
      ...terms.map(
        (term): PageEntry => ({
          kind: 'Term',
          title: term.term,
          url: `${glossary}#${term.id}`,
          names: [term.expansion ?? '', ...term.aliases].filter((name) => name !== ''),
          term,
        }),
      ),
    ]);
  }

  /** Adds common English words that look like typos of words in the guide. */
  addEnglish(words: readonly string[]): void {
    this.#vocabulary.addEnglish(words);
  }

  /** Adds the words of another language. */
  addLanguage(words: Translations): void {
    for (const [phrase, english] of Object.entries(words)) this.#translations.set(phrase, english);
  }

  /** Whether a word would count as a typo, or as two words. */
  corrects(word: string): boolean {
    return this.read(word).some(({ used }) => used !== word);
  }

  /** Whether all words of a query are known as typed; one read as two is longer by a space. */
  knows(query: string, options: ReadOptions): boolean {
    return this.read(query, options).every(
      ({ how, typed, used }) => how === 'as-typed' && used.length <= typed.length,
    );
  }

  /** The most likely languages of the words that search doesn't know, by their prefixes. */
  languagesOf(query: string): string[] {
    const unknown = this.#unknownIn(query).map((word) => foldWord(word).slice(0, languagePrefix));
    const votes = [...this.#languages].map(([id, known]) => ({
      id,
      count: unknown.filter((beginning) => known.has(beginning)).length,
    }));
    const max = Math.max(1, ...votes.map(({ count }) => count));
    return votes.flatMap(({ id, count }) => (count === max ? [id] : []));
  }

  #unknownIn(query: string): string[] {
    return [...wordsIn(query), ...foreignWords(query)]
      .flatMap((word) => (this.#vocabulary.has(word) ? [] : word.split('-')))
      .filter((word) => !this.#vocabulary.has(word));
  }

  /** Units of a query. */
  read(query: string, { isTyping = false, isExact = false }: ReadOptions = {}): QueryUnit[] {
    return readQuery(query, {
      vocabulary: this.#vocabulary,
      glossary: this.#glossary,
      translations: this.#translations,
      isTyping,
      isExact,
    });
  }

  /** The question whose number or code is the query: `number 12`; `z7s` once terms are loaded. */
  asked(query: string): number | undefined {
    const number = /^(?:(?:question|number|no\.?|nr\.?|#)\s*)+(\d{1,3})$/i.exec(query)?.[1];
    const place =
      number === undefined
        ? this.questions.findIndex(({ slug }) => slug === this.#codes.get(query.toLowerCase()))
        : Number(number) - 1;
    return this.questions[place] === undefined ? undefined : place;
  }

  /** The questions that match part of the query. */
  search(units: readonly QueryUnit[]): Found {
    const ask = (isWhole: boolean) =>
      this.#index.search({
        combineWith: 'OR',
        queries: units.flatMap((unit) => queriesOf(unit, isWhole)),
      });
    const whole = units.length === 1 ? ask(true) : [];
    const results = whole.length > 0 ? whole : ask(false);
    const listed = results.filter(({ score }) => score >= minScore * (results[0]?.score ?? 0));
    const matched = new Map(results.map(({ id, terms }) => [Number(id), terms]));
    const has: Found['has'] = (place, { names, completion }) => {
      const keys = matched.get(place) ?? [];
      const isIn = (key: string) => keys.includes(key) || keys.some(mayBecome(completion));
      if (names.some((name) => name.every(isIn))) return 1;
      const [own = []] = names;
      return own.filter(isIn).length / own.length;
    };
    const places = listed.map(({ id }) => Number(id));
    const [first, ...rest] = units;
    // A name is a phrase: a question with one of its words is about something else.
    const named =
      first !== undefined && rest.length === 0
        ? places.filter((place) => has(place, first) === 1)
        : [];
    return { places: named.length > 0 ? named : places, has };
  }

  /** The pages and terms whose names have the whole query and little else. */
  searchPages(units: readonly QueryUnit[]): FoundPage[] {
    if (units.length === 0) return [];
    const results = this.#pageIndex.search({
      combineWith: 'AND',
      queries: units.map(
        (unit): Query => ({
          combineWith: 'OR',
          queries: [
            ...unit.names.map((name) => ({ combineWith: 'AND' as const, queries: [...name] })),
            ...completionsOf(unit),
          ],
        }),
      ),
    });
    const found = results.map(({ id, match }) => {
      const page = this.#pages[Number(id)] as PageEntry;
      const hasName = (page.names ?? []).some((name) => shareOf(units, name) === 1);
      const isTerm = units.length === 1 && units[0]?.terms.some(({ id }) => id === page.term?.id);
      const share = isTerm ? maxShare : hasName ? 1 : shareOf(units, page.title);
      const namesKind = Object.values(match).some((fields) => fields.includes('kind'));
      // A query that names the subject of a lab may not be about the lab.
      const named = page.kind === 'Page' ? share : shareOf(units, page.title);
      const isPage = ['Page', 'Lab', 'Path'].includes(page.kind);
      return { ...page, share, isNamed: namesKind || (isPage && named >= 1) };
    });
    const min = found.some(({ share, isNamed }) => share >= 1 || isNamed) ? 1 : minNamed;
    return found
      .filter(({ share, isNamed }) => share >= min || isNamed)
      .sort((a, b) => Number(b.isNamed) - Number(a.isNamed) || b.share - a.share)
      .slice(0, maxPages);
  }

  /**
   * Whether a question answers a query: whether it has most of its words, with rare words weighted
   * more. A word of the field is a sign that it does.
   *
   * @param has how well it matches a unit, from 0 to 1
   */
  isAnswer(units: readonly QueryUnit[], has: (unit: QueryUnit) => number): boolean {
    let found = 0;
    let total = 0;
    let isOfField = false;
    for (const unit of units) {
      const share = has(unit);
      for (const key of unit.names[0] ?? []) {
        const weight = this.#weightOf(key, unit);
        found += weight * share;
        total += weight;
        isOfField ||= share > 0 && this.#field.has(key);
      }
    }
    return found > 0 && found / total + (isOfField ? fieldBonus : 0) >= minCoverage;
  }

  #weightOf(key: string, unit: QueryUnit): number {
    const queries = [key, ...completionsOf(unit)];
    const { length } = this.#index.search({ combineWith: 'OR', queries });
    const weight = Math.log(1 + this.questions.length / Math.max(1, length));
    return isFiller(key) ? fillerWeight * weight : weight;
  }
}

/**
 * A word, or the words of a name. If the whole query is a name, its term is searched, so that all
 * its names have the same results.
 */
function queriesOf(unit: QueryUnit, isWhole: boolean): Query[] {
  const [own = [], ...others] = unit.names;
  const boostTerm = () => (unit.how === 'corrected' ? correctedBoost : 1);
  const isTermName =
    unit.terms.some(({ searchAs }) => searchAs !== undefined) ||
    others.some((name) => name.join() === own.join());
  return [
    ...(isWhole && isTermName
      ? []
      : [{ combineWith: 'OR' as const, queries: [...own, ...completionsOf(unit)], boostTerm }]),
    ...(isWhole ? others : []).map((name) => ({ combineWith: 'AND' as const, queries: [...name] })),
  ];
}

function completionsOf({ completion }: QueryUnit): Query[] {
  return completion === undefined
    ? []
    : [{ queries: [completion.start], prefix: true }, ...completion.stems];
}

function mayBecome(completion: QueryUnit['completion']): (key: string) => boolean {
  return (key) =>
    completion !== undefined &&
    (key.startsWith(completion.start) || completion.stems.includes(key));
}

/** Share of a name in a query. */
function shareOf(units: readonly QueryUnit[], name: string): number {
  const keys = units.flatMap(({ names: [own = []] }) => own);
  if (keys.includes(keyOf(name.replace(/[\s-]/g, '')))) return 1;
  const own = partKeysIn(name);
  const found = own.filter((key) => keys.includes(key) || mayBecome(units.at(-1)?.completion)(key));
  return own.length === 0 ? 0 : found.length / own.length;
}
