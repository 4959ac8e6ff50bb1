import { type Term, termFinder } from '../glossary/find-terms.ts';
import type { Guide, Question } from '../guide/build-guide.ts';
import {
  type CrisisAnswer,
  type SearchData,
  type SearchQuestion,
  type SearchTerm,
  type SearchTerms,
  searchDataVersion,
  subjectText,
} from './search-data.ts';
import type { SitePage } from './site-pages.ts';
import { nameKey } from './words.ts';

export function searchData(
  guide: Guide,
  pages: readonly SitePage[],
  crisis?: CrisisAnswer,
): SearchData {
  return {
    version: searchDataVersion,
    questions: guide.questions.map(searchQuestion),
    pages,
    crisis,
  };
}

export function searchQuestion(question: Question): SearchQuestion {
  const { slug, title, level, topics, jurisdictions, summary } = question;
  const aliases = [question.label, ...question.aliases].join(', ');
  return { level, summary, title, slug, topics, jurisdictions, aliases };
}

export function searchTerms(guide: Guide, labs: readonly SitePage[] = []): SearchTerms {
  const terms = [...guide.terms.values()];
  const find = termFinder(terms);
  return {
    version: searchDataVersion,
    labs,
    terms: terms.map(searchTerm),
    about: guide.questions.map((question) => {
      const about = new Set(find(subjectText(searchQuestion(question))).map(({ id }) => id));
      return terms.flatMap(({ id, searchAs = '' }, place) =>
        about.has(id) || about.has(searchAs) ? [place] : [],
      );
    }),
    codes: guide.questions.map(({ code }) => code),
  };
}

export function searchTerm({ id, term, expansion, aliases, searchAs }: Term): SearchTerm {
  const known = new Set([term, expansion ?? ''].map(nameKey));
  const others = aliases.filter((name) => {
    const key = nameKey(name);
    return !known.has(key) && known.add(key);
  });
  return { id, term, expansion, aliases: others, searchAs };
}
