import MiniSearch, { type Query } from 'minisearch';
import { GlossaryNames } from './glossary-names.ts';
import { KnownWords } from './known-words.ts';
import { PageIndex } from './page-index.ts';
import {
  mayBecome,
  type QueryUnit,
  type ReadOptions,
  type ReadQuery,
  readQuery,
} from './read-query.ts';
import {
  type SearchData,
  type SearchQuestion,
  type SearchTerms,
  termWords,
} from './search-data.ts';
import { keysIn } from './words.ts';

/**
 * Field weights. Titles and aliases count more because they are about the question itself. The
 * names of its terms are broader.
 */
const boost = { title: 2, label: 2, aliases: 2, summary: 1, terms: 1 };

/** Weight of a corrected word. It is below 1 because the typed word may have been right. */
const correctedBoost = 0.7;

/** Minimum score of a result, as a share of the best result's score. */
const minScore = 0.2;

export interface NameMatches {
  /** Indexes of questions in the guide, best match first. */
  readonly ranking: readonly number[];
  /** True if a question has all the words in one of the unit's names. */
  has(question: number, unit: QueryUnit): boolean;
}

/** Searches the subjects of questions and the names of other pages, but not the full text. */
export class GuideIndex {
  readonly questions: readonly SearchQuestion[];
  readonly pages: PageIndex;
  readonly #index = new MiniSearch({
    fields: Object.keys(boost),
    tokenize: keysIn,
    processTerm: (key) => key,
    searchOptions: { boost, tokenize: (key) => [key] },
  });
  readonly #knownWords = new KnownWords();
  #glossary = new GlossaryNames([]);

  constructor({ questions, pages }: SearchData) {
    this.questions = questions;
    this.#index.addAll(questions.map((question, id) => ({ ...question, id })));
    for (const { title, label } of questions) this.#knownWords.add(`${title}. ${label}`, 2);
    for (const { summary } of questions) this.#knownWords.add(summary, 1);
    // A word keeps its first rank, so the questions come before the pages.
    this.pages = new PageIndex(pages, this.#knownWords);
  }

  /**
   * Adds the labs, the questions' other names, and the glossary.
   * @param glossary the glossary's URL
   */
  addTerms({ labs, terms, questions }: SearchTerms, glossary: string): void {
    this.#glossary = new GlossaryNames(terms);
    this.#index.removeAll();
    for (const [id, question] of this.questions.entries()) {
      const { about = [], aliases = '', code = '' } = questions[question.slug] ?? {};
      const itsTerms = about.flatMap((index) => terms[index] ?? []);
      const words = termWords(question, aliases, itsTerms);
      const others = `${aliases}, ${code}`;
      this.#index.add({ ...question, id, aliases: others, terms: words });
      this.#knownWords.add(others, 2);
      this.#knownWords.add(words, 1);
    }
    this.pages.add(labs);
    this.pages.addTerms(terms, glossary);
  }

  addEnglish(words: readonly string[]): void {
    this.#knownWords.addEnglish(words);
  }

  /** True if search would treat a word as a typo, or as two words. */
  corrects(word: string): boolean {
    return this.read(word).units.some(({ used }) => used !== word);
  }

  /** True if the index knows every word of a query as typed. */
  knows(query: string, options: ReadOptions): boolean {
    return this.read(query, options).units.every(
      ({ how, typed, used }) => how === 'as-typed' && used.length <= typed.length,
    );
  }

  read(query: string, options: ReadOptions = {}): ReadQuery {
    return readQuery(query, {
      ...options,
      knownWords: this.#knownWords,
      glossary: this.#glossary,
    });
  }

  /**
   * Returns the index of the question that a query asks for by number, as in `number 12` or `#12`.
   */
  numbered(query: string): number | undefined {
    const [, number] = /^(?:(?:question|number|no\.?|#)\s*)+(\d{1,3})$/i.exec(query) ?? [];
    const index = Number(number) - 1;
    return this.questions[index] === undefined ? undefined : index;
  }

  search(units: readonly QueryUnit[]): NameMatches {
    const ask = (isWhole: boolean) =>
      this.#index.search({
        combineWith: 'OR',
        queries: units.flatMap((unit) => queriesOf(unit, isWhole)),
      });
    const whole = units.length === 1 ? ask(true) : [];
    const results = whole.length > 0 ? whole : ask(false);
    const matched = new Map(results.map(({ id, terms }) => [Number(id), terms]));
    const has: NameMatches['has'] = (question, { names, completion }) => {
      const keys = matched.get(question) ?? [];
      const isIn = (key: string) => keys.includes(key) || keys.some(mayBecome(completion));
      return names.some((name) => name.every(isIn));
    };
    const ranking = results
      .filter(({ score }) => score >= minScore * (results[0]?.score ?? 0))
      .map(({ id }) => Number(id));
    const [first, ...others] = units;
    // If the query is a single name, leave out questions that have only some of its words, because
    // they are about something else.
    const named =
      first === undefined || others.length > 0
        ? []
        : ranking.filter((question) => has(question, first));
    return { ranking: named.length > 0 ? named : ranking, has };
  }
}

/**
 * Returns the queries for a unit. If the unit is the whole query and names a term, they search for
 * the term, so that all of the term's names give the same results.
 */
function queriesOf(unit: QueryUnit, isWhole: boolean): Query[] {
  const [typed = [], ...others] = unit.names;
  const boostTerm = () => (unit.how === 'corrected' ? correctedBoost : 1);
  const isTermName =
    unit.terms.some(({ searchAs }) => searchAs !== undefined) ||
    others.some((name) => name.join() === typed.join());
  return [
    ...(isWhole && isTermName
      ? []
      : [{ combineWith: 'OR' as const, queries: [...typed, ...completionsOf(unit)], boostTerm }]),
    ...(isWhole ? others : []).map((name) => ({ combineWith: 'AND' as const, queries: [...name] })),
  ];
}

function completionsOf({ completion }: QueryUnit): Query[] {
  return completion === undefined
    ? []
    : [{ queries: [completion.start], prefix: true }, ...completion.stems];
}
