/**
 * What search loads, made with the pages, below `/data/search/`:
 * - `search.json`: what each question is about, and the other pages of the guide
 * - `terms.json`: what the glossary calls things, and the labs
 * - `definitions-<first letter of the id>.json`: definitions by the id of the term
 * - `de.json`, `es.json`, `fr.json`, `pt.json`: words of other languages, with the English ones
 * - `english.json`: common words that look like typing errors of a word of the guide
 */
import type { SitePage } from './site-pages.ts';
import { newWords } from './words.ts';

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
  /** For each question in guide order, the indexes of its terms in the list above. */
  readonly about: readonly (readonly number[])[];
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
}

/** A glossary term as search knows it. */
export interface SearchTerm {
  readonly id: string;
  readonly term: string;
  readonly expansion?: string | undefined;
  /** Its names that have other words than those above. */
  readonly aliases: readonly string[];
  /** Id of the term whose questions this one shows. */
  readonly searchAs?: string | undefined;
}

/** Letter sequences that identify the language of a word. */
export const languagePrefix = 6;

/** Words that identify the subjects of a question. */
export function subjectText({ title, aliases, summary }: SearchQuestion): string {
  return `${title}. ${aliases}. ${summary}`;
}

/** The words of its terms' names that a question does not have itself, once each. */
export function termWords(question: SearchQuestion, terms: readonly SearchTerm[]): string {
  const names = terms.flatMap(({ term, expansion = '', aliases }) => [term, expansion, ...aliases]);
  return newWords(names.join('. '), subjectText(question));
}
