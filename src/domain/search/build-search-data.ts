import { type Term, termFinder } from '../glossary/find-terms.ts';
import type { Guide, Question } from '../guide/build-guide.ts';
import { languages } from './languages.ts';
import {
  languagePrefix,
  type SearchData,
  type SearchQuestion,
  type SearchTerm,
  type SearchTerms,
  subjectText,
} from './search-data.ts';
import type { SitePage } from './site-pages.ts';
import { nameKey } from './words.ts';

export function searchData(guide: Guide, pages: readonly SitePage[]): SearchData {
  return { questions: guide.questions.map(searchQuestion), pages };
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
    labs,
    terms: terms.map(searchTerm),
    questions: Object.fromEntries(
      guide.questions.map((question) => {
        const named = new Set(find(subjectText(searchQuestion(question))).map(({ id }) => id));
        const about = terms.flatMap(({ id, searchAs = '' }, place) =>
          named.has(id) || named.has(searchAs) ? [place] : [],
        );
        return [question.slug, { code: question.code, about }];
      }),
    ),
    languages: Object.fromEntries(
      Object.entries(languages).map(([id, words]) => [id, beginnings(Object.keys(words))]),
    ),
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

function beginnings(names: readonly string[]): string {
  const words = names.flatMap((name) => name.split(/[\s-]/));
  return [...new Set(words.map((word) => word.slice(0, languagePrefix)))].join(' ');
}
