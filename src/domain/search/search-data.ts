/**
 * Search data, format 1, built with the pages, in `/data/search/`. Each file has its `version`, which
 * rises with every change that the code of an open page can't read. Files may be of different
 * builds, because a page can be open during an update, so they refer to questions by their slugs.
 * - `search.json`: the subjects of each question, and the other pages of the guide
 * - `terms.json`: the names of glossary terms, the labs, and the codes of questions
 * - `definitions-<first letter of the id>.json`: definitions by the id of the term
 * - `de.json`, `es.json`, `fr.json`, `pt.json`: words of other languages, with the English ones
 * - `english.json`: common words that look like typos of a word of the guide
 */
import type { SitePage } from './site-pages.ts';
import { newWords } from './words.ts';

export const searchDataVersion = 1;

/** `search.json`. */
export interface SearchData {
  /** In guide order. */
  readonly questions: readonly SearchQuestion[];
  readonly pages: readonly SitePage[];
}

/** `terms.json`. */
export interface SearchTerms {
  readonly labs: readonly SitePage[];
  readonly terms: readonly SearchTerm[];
  /** By slug, the code of a question and the indexes of its terms in the list above. */
  readonly questions: Readonly<Record<string, QuestionTerms>>;
  /** Prefixes of words by language, separated by spaces; a matching word loads the language. */
  readonly languages: Readonly<Record<string, string>>;
}

export interface QuestionTerms {
  readonly code: string;
  readonly about: readonly number[];
}

export interface SearchQuestion {
  readonly slug: string;
  readonly title: string;
  /** Ids, for the filters. */
  readonly level: string;
  readonly topics: readonly string[];
  readonly jurisdictions: readonly string[];
  /** Its label and its aliases. */
  readonly aliases: string;
  readonly summary: string;
}

export interface SearchTerm {
  readonly id: string;
  readonly term: string;
  readonly expansion?: string | undefined;
  /** Its names with words that the others don't have. */
  readonly aliases: readonly string[];
  /** Id of the term whose results this one shows. */
  readonly searchAs?: string | undefined;
}

/** Letter sequences that identify the language of a word. */
export const languagePrefix = 6;

export function subjectText({ title, aliases, summary }: SearchQuestion): string {
  return `${title}. ${aliases}. ${summary}`;
}

/** The words of its terms' names that the question itself doesn't have, once each. */
export function termWords(question: SearchQuestion, terms: readonly SearchTerm[]): string {
  const names = terms.flatMap(({ term, expansion = '', aliases }) => [term, expansion, ...aliases]);
  return newWords(names.join('. '), subjectText(question));
}
