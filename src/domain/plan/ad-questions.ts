import type { SearchQuestion, SearchTerms } from '../search/search-data.ts';
import type { AdQuestion } from './match-ad.ts';

/** The questions for `AdMatcher`, from the data of search, which has all names of the guide. */
export function adQuestions(
  questions: readonly SearchQuestion[],
  { questions: names, terms }: Pick<SearchTerms, 'questions' | 'terms'>,
): AdQuestion[] {
  return questions.flatMap(({ slug, title, label, topics, summary }) => {
    const more = names[slug];
    // Files of two builds may meet in an open page.
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
