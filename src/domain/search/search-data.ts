/**
 * What search loads, made with the pages, below `/data/search/`:
 * - `search.json`: what each question is about, and the other pages of the guide
 * - `terms.json`: what the glossary calls things
 * - `definitions-<first letter of the id>.json`: definitions by the id of the term
 * - `de.json`, `es.json`, `fr.json`, `pt.json`: words of other languages, with the English ones
 * - `english.json`: common words that look like typing errors of a word of the guide
 * - `fragments.json`: Pagefind's ids of the questions, in guide order (`scripts/index-search.ts`)
 */
import { jurisdictions, levels, topics } from '../../guide.ts';
import { type Term, termFinder } from '../glossary/find-terms.ts';
import type { Guide, Question } from '../guide/build-guide.ts';
import { languages } from './languages.ts';
import type { SitePage } from './site-pages.ts';
import { nameKey, newWords } from './words.ts';

/** `search.json`. */
export interface SearchData {
  /** In guide order. */
  readonly questions: readonly SearchQuestion[];
  readonly pages: readonly SitePage[];
  /** By language the beginnings of its words, with spaces between: it is loaded for such a word. */
  readonly languages: Readonly<Record<string, string>>;
}

/** A question as search knows it. */
export interface SearchQuestion {
  readonly code: string;
  readonly slug: string;
  readonly title: string;
  /** Ids, for the filters. */
  readonly level: string;
  readonly topics: readonly string[];
  readonly jurisdictions: readonly string[];
  /** Its label and its aliases. */
  readonly aliases: string;
  readonly summary: string;
  /** Names of its terms: the words that are not above, once each. */
  readonly terms: string;
}

/** A glossary term as search knows it. */
export interface SearchTerm {
  readonly id: string;
  readonly term: string;
  readonly expansion?: string | undefined;
  /** Its names that have other words than those above. */
  readonly aliases: readonly string[];
  /** The term whose questions are found for this one too, by id. */
  readonly searchAs?: string | undefined;
}

/** Letters of a word by which its language is told. */
export const languagePrefix = 4;

/** Makes `search.json`. Pure. */
export function searchData(guide: Guide, pages: readonly SitePage[]): SearchData {
  const terms = [...guide.terms.values()];
  const find = termFinder(terms);
  return {
    questions: guide.questions.map((question) => searchQuestion(question, terms, find)),
    pages,
    languages: Object.fromEntries(
      Object.entries(languages).map(([id, words]) => [id, beginnings(Object.keys(words))]),
    ),
  };
}

function searchQuestion(
  question: Question,
  terms: readonly Term[],
  find: ReturnType<typeof termFinder>,
): SearchQuestion {
  const { code, slug, title, level, summary } = question;
  const aliases = [question.label, ...question.aliases].join(', ');
  const text = [title, aliases, summary].join('. ');
  const about = new Set(find(text).map(({ id }) => id));
  const names = terms
    .filter(({ id, searchAs }) => about.has(id) || about.has(searchAs ?? ''))
    .flatMap(({ term, expansion, aliases: others }) => [term, expansion ?? '', ...others]);
  return {
    code,
    slug,
    title,
    level,
    topics: question.topics,
    jurisdictions: question.jurisdictions,
    aliases,
    summary,
    terms: newWords(names.join('. '), text),
  };
}

/** Makes `terms.json`: the names of the glossary. Pure. */
export function searchTerms(terms: readonly Term[]): SearchTerm[] {
  return terms.map(({ id, term, expansion, aliases, searchAs }) => {
    const known = new Set([term, expansion ?? ''].map(nameKey));
    return {
      id,
      term,
      expansion,
      aliases: aliases.filter((name) => {
        const key = nameKey(name);
        return !known.has(key) && known.add(key);
      }),
      searchAs,
    };
  });
}

function beginnings(names: readonly string[]): string {
  const words = names.flatMap((name) => name.split(/[\s-]/));
  return [...new Set(words.map((word) => word.slice(0, languagePrefix)))].join(' ');
}
