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
    order: orderOf(guide),
    questions: guide.questions.map(searchQuestion),
    pages,
    crisis,
  };
}

/** Returns a short hash that identifies the order of the questions (FNV-1a, 32 bits). */
export function orderOf({ questions }: Guide): string {
  let hash = 0x811c9dc5;
  for (const letter of questions.map(({ slug }) => slug).join(' ')) {
    hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193) >>> 0;
  }
  return hash.toString(36);
}

export function searchQuestion(question: Question): SearchQuestion {
  const { slug, title, label, level, topics, jurisdictions, summary } = question;
  return { level, summary, title, label, slug, topics, jurisdictions };
}

export function searchTerms(guide: Guide, labs: readonly SitePage[] = []): SearchTerms {
  const terms = [...guide.terms.values()];
  const find = termFinder(terms);
  return {
    version: searchDataVersion,
    labs,
    terms: terms.map(searchTerm),
    questions: Object.fromEntries(
      guide.questions.map((question) => {
        const aliases = question.aliases.join(', ');
        const subject = subjectText(searchQuestion(question), aliases);
        const named = new Set(find(subject).map(({ id }) => id));
        const about = terms.flatMap(({ id, searchAs = '' }, index) =>
          named.has(id) || named.has(searchAs) ? [index] : [],
        );
        return [question.slug, { code: question.code, aliases, about }];
      }),
    ),
  };
}

export function searchTerm({ id, term, expansion, aliases, searchAs, topics }: Term): SearchTerm {
  const known = new Set([term, expansion ?? ''].map(nameKey));
  const others = aliases.filter((name) => {
    const key = nameKey(name);
    return !known.has(key) && known.add(key);
  });
  return { id, term, expansion, topic: topics[0], aliases: others, searchAs };
}
