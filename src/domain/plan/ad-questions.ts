import type { SearchQuestion, SearchTerms } from '../search/search-data.ts';
import type { AdQuestion } from './match-ad.ts';

/** Returns the questions for `AdMatcher` from the search data, which has all names of the guide. */
export function adQuestions(
  questions: readonly SearchQuestion[],
  { questions: names, terms }: Pick<SearchTerms, 'questions' | 'terms'>,
): AdQuestion[] {
  return questions.flatMap(({ slug, title, label, topics, summary }) => {
    const more = names[slug];
    // An open page may load files of two builds.
    if (more === undefined) return [];
    const { code, aliases, about } = more;
    const namesOf = about.map((index) => {
      const term = terms[index];
      if (term === undefined) return [];
      return [term.term, term.expansion ?? '', ...term.aliases].filter((name) => name !== '');
    });
    return [{ code, title, label, topics, summary, aliases, terms: namesOf }];
  });
}
