import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import type { Guide, Question } from '../domain/guide/build-guide.ts';
import { orderOf, searchQuestion, searchTerms } from '../domain/search/build-search-data.ts';
import { type SearchTerms, termWords } from '../domain/search/search-data.ts';

/** Finding the terms of all questions takes longer than building a page. */
const terms = new WeakMap<Guide, SearchTerms>();

function termsOf(guide: Guide): SearchTerms {
  const known = terms.get(guide) ?? searchTerms(guide);
  terms.set(guide, known);
  return known;
}

/** What Pagefind learns about a question besides its text: names for search, and filters. */
export function searchMeta(question: Question, guide: Guide): StarlightRouteData['head'] {
  const { terms: all, questions } = termsOf(guide);
  const known = searchQuestion(question);
  const own = (questions[question.slug]?.about ?? []).flatMap((index) => all[index] ?? []);
  const entries: [attribute: string, name: string, content: string][] = [
    ['meta', 'summary', known.summary],
    ['meta', 'aliases', `${known.aliases}`],
    ['meta', 'terms', termWords(known, own)],
    ['sort', 'number', `${question.number}`],
    ['filter', 'order', orderOf(guide)],
    ['filter', 'level', question.level],
    ...question.topics.map((id): [string, string, string] => ['filter', 'topic', id]),
    ...question.jurisdictions.map((id): [string, string, string] => ['filter', 'jurisdiction', id]),
  ];
  return entries.map(([attribute, name, content]) => ({
    tag: 'meta',
    attrs: { name: `search-${name}`, [`data-pagefind-${attribute}`]: `${name}[content]`, content },
  }));
}
