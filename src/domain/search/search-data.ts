/**
 * Search data, which is built with the pages, in `/data/search/`. Each file has a version, which
 * rises when an older page could misread it. Files refer to questions by their slugs, because an
 * open page may load files of two builds:
 * - `search.json`: titles and summaries of questions, and the other pages of the guide
 * - `terms.json`: other names of questions, the names of glossary terms, and the labs
 * - `definitions-<first letter of the id>.json`: definitions by the id of the term
 * - `english.json`: common words that look like typos of a word in the guide
 * - `text-<slug>.json`: the sentences of a question that may be shown in results
 */
import type { Term } from '../glossary/find-terms.ts';
import type { Question } from '../guide/build-guide.ts';
import { newWords } from './words.ts';

export const searchDataVersion = 2;

/** A page of the guide that isn't a question, or a glossary entry, in the search data. */
export interface SitePage {
  readonly kind: 'Page' | 'Lab' | 'Path' | 'Topic' | 'Level' | 'Term';
  readonly title: string;
  readonly url: string;
  /** Other names that people search for. */
  readonly names?: readonly string[] | undefined;
}

/** The content of `search.json`. */
export interface SearchData {
  readonly version: number;
  /** The questions, in guide order. */
  readonly questions: readonly SearchQuestion[];
  readonly pages: readonly SitePage[];
  readonly crisis?: CrisisAnswer | undefined;
  /** Identifies the order of the questions, which the full text must share. */
  readonly order: string;
}

/** The content of `terms.json`. */
export interface SearchTerms {
  readonly version: number;
  readonly labs: readonly SitePage[];
  readonly terms: readonly SearchTerm[];
  /** The code, other names, and terms of each question, by slug. */
  readonly questions: Readonly<
    Record<
      string,
      {
        readonly code: string;
        readonly aliases: string;
        /** Indexes of the terms that the question is about. */
        readonly about: readonly number[];
      }
    >
  >;
}

export interface SearchQuestion extends Pick<Question, 'slug' | 'title' | 'label' | 'summary'> {
  /** Ids of the level and the other filters. */
  readonly level: string;
  readonly topics: readonly string[];
  readonly jurisdictions: readonly string[];
}

/** A term with the names that have words that its other names don't have. */
export type SearchTerm = Pick<Term, 'id' | 'term' | 'expansion' | 'searchAs'> & {
  /** Id of its most central topic. Files of earlier builds don't have it. */
  readonly topic?: string | undefined;
  readonly aliases: readonly string[];
};

/** What a reader in a crisis sees first. */
export interface CrisisAnswer {
  /** Slug and part of the question that is about a crisis. */
  readonly slug: string;
  readonly part: string;
  /** One line with the numbers to call. */
  readonly text: string;
  readonly url: string;
}

/** The content of `text-<slug>.json`: parts in the order in which they may speak for the page. */
export interface SearchText {
  readonly version: number;
  readonly parts: readonly {
    /** The part's anchor on the page. */
    readonly id: string;
    readonly label: string;
    readonly sentences: readonly string[];
  }[];
}

export function subjectText({ title, label, summary }: SearchQuestion, aliases: string): string {
  return `${title}. ${label}, ${aliases}. ${summary}`;
}

/** Returns the words of its terms' names that the question itself doesn't have, once each. */
export function termWords(
  question: SearchQuestion,
  aliases: string,
  terms: readonly SearchTerm[],
): string {
  const names = terms.flatMap((term) => [term.term, term.expansion ?? '', ...term.aliases]);
  return newWords(names.join('. '), subjectText(question, aliases));
}
