import { type Companion, companions } from '../../guide.ts';
import { type Term, termFinder } from '../glossary/find-terms.ts';
import type { Guide, Question } from '../guide/build-guide.ts';
import type { LabSummary } from '../guide/subject.ts';
import { type MainPageId, mainPagePath, mainPages } from '../links/main-pages.ts';
import type { Paths } from '../links/paths.ts';
import { shortHash } from '../words/short-hash.ts';
import {
  type CrisisAnswer,
  type SearchData,
  type SearchQuestion,
  type SearchTerm,
  type SearchTerms,
  type SitePage,
  searchDataVersion,
  subjectText,
} from './search-data.ts';
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

/** Identifies the order of the questions. */
export function orderOf({ questions }: Guide): string {
  return shortHash(questions.map(({ slug }) => slug).join(' '));
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

const companionPages: readonly Companion[] = companions;

export function sitePages(guide: Guide, paths: Paths): SitePage[] {
  const page = (title: string, url: string, names: readonly string[]): SitePage => ({
    kind: 'Page',
    title,
    url,
    names,
  });
  return [
    ...companionPages.map(({ id, label, inSidebar, aliases = [] }) =>
      page(label, paths.companion(id), [...(inSidebar ? [inSidebar] : []), ...aliases]),
    ),
    ...(Object.keys(mainPages) as MainPageId[]).map((id) =>
      page(mainPages[id].name, mainPagePath(id, paths), mainPages[id].also.split(', ')),
    ),
    ...guide.learningPaths.map(
      ({ id, title }): SitePage => ({ kind: 'Path', title, url: paths.learningPath(id) }),
    ),
    ...guide.levels.map(
      ({ id, label }): SitePage => ({ kind: 'Level', title: label, url: paths.level(id) }),
    ),
    ...guide.topics.map(
      ({ id, label }): SitePage => ({ kind: 'Topic', title: label, url: paths.topic(id) }),
    ),
  ];
}

export function labPages(labs: readonly LabSummary[], paths: Paths): SitePage[] {
  return labs.map(({ id, title, aliases }) => ({
    kind: 'Lab',
    title,
    url: paths.lab(id),
    names: aliases,
  }));
}
