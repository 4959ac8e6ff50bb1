/**
 * The search data in `/data/search/`, which is built together with the pages. Each file has a
 * version, which goes up if older pages could misread the new format. Files refer to questions by
 * slug, because an open page may load files from two different builds.
 * - `search.json`: titles and summaries of questions, and the other pages (with the crisis help,
 *   without the labs)
 * - `terms.json`: other names of questions, the names of glossary terms, and the labs
 * - `definitions-<first letter of the id>.json`: definitions by term id
 * - `english.json`: common words, and words in the guide's text, that look like typos of its names
 * - `text-<slug>.json`: the sentences that results may quote from a question
 */
import type { Term } from '../glossary/find-terms.ts';
import type { Question } from '../guide/build-guide.ts';
import { newWords } from './words.ts';

export const searchDataVersion = 2;

/** A page other than a question, or a glossary entry. */
export interface SitePage {
  readonly kind: 'Page' | 'Lab' | 'Path' | 'Topic' | 'Level' | 'Term';
  readonly title: string;
  readonly url: string;
  readonly names?: readonly string[] | undefined;
}

/** The contents of `search.json`. */
export interface SearchData {
  readonly version: number;
  readonly questions: readonly SearchQuestion[];
  readonly pages: readonly SitePage[];
  readonly crisis?: CrisisAnswer | undefined;
  /** Identifies the order of the questions. The full text must be in the same order. */
  readonly order: string;
}

/** The contents of `terms.json`. */
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
  /** Id of the level. Topics and jurisdictions are also listed by id. */
  readonly level: string;
  readonly topics: readonly string[];
  readonly jurisdictions: readonly string[];
}

/** A glossary term. `aliases` leaves out names that search treats as the same as another one. */
export type SearchTerm = Pick<Term, 'id' | 'term' | 'expansion' | 'searchAs'> & {
  /** Id of the term's most central topic. Files from earlier builds don't have it. */
  readonly topic?: string | undefined;
  readonly aliases: readonly string[];
};

/** The help that readers in a crisis see first. */
export interface CrisisAnswer {
  /** Slug of the question to link to. `part` is the anchor on that page. */
  readonly slug: string;
  readonly part: string;
  /** One line with the numbers to call. */
  readonly text: string;
  readonly url: string;
}

/** The contents of `text-<slug>.json`: the parts that results may quote, in order of preference. */
export interface SearchText {
  readonly version: number;
  readonly parts: readonly {
    readonly id: string;
    readonly label: string;
    readonly sentences: readonly string[];
  }[];
}

export function subjectText({ title, label, summary }: SearchQuestion, aliases: string): string {
  return `${title}. ${label}, ${aliases}. ${summary}`;
}

/**
 * Returns the words that are in the names of a question's terms but not in the question itself,
 * without duplicates.
 */
export function termWords(
  question: SearchQuestion,
  aliases: string,
  terms: readonly SearchTerm[],
): string {
  const names = terms.flatMap((term) => [term.term, term.expansion ?? '', ...term.aliases]);
  return newWords(names.join('. '), subjectText(question, aliases));
}
