import type { StarlightRouteData } from '@astrojs/starlight/route-data';
import type { Guide, Question } from '../domain/guide/build-guide.ts';
import { orderOf } from '../domain/search/build-search-data.ts';

/**
 * What Pagefind learns about a question besides its text: its place, and filters. Search finds names
 * by itself (`src/domain/search/guide-index.ts`), so pages don't have to carry them.
 */
export function searchMeta(question: Question, guide: Guide): StarlightRouteData['head'] {
  const entries: [attribute: string, name: string, content: string][] = [
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
