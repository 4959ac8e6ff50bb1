/**
 * A search in the URL of `/search/`, format 1:
 * `?q=words&level=id&level=id&topic=id&jurisdiction=id&as=typed`. If a filter is repeated, a
 * question has to match only one of its values. With `as=typed`, words are searched as typed, even
 * if they look like typos. Unknown keys and values are ignored, so old and hostile links are
 * harmless.
 */
import { jurisdictions, levels, topics } from '../../guide-settings.ts';
import type { SearchQuestion } from './search-data.ts';
import { maxQueryLength } from './search-texts.ts';

export const resultsAtOnce = 20;

export const filters = [
  { key: 'level', label: 'Level', terms: levels },
  { key: 'topic', label: 'Topic', terms: topics },
  { key: 'jurisdiction', label: 'Jurisdiction', terms: jurisdictions },
] as const;

export type FilterKey = (typeof filters)[number]['key'];

export interface SearchRequest {
  /** The words as typed, trimmed and cut off after `maxQueryLength` characters. */
  readonly query: string;
  /** Selected values by filter. If a list is empty, all questions pass. */
  readonly chosen: Readonly<Record<FilterKey, readonly string[]>>;
  readonly isExact: boolean;
}

/** Parses a search from a URL. Never throws. */
export function readSearchRequest(params: URLSearchParams): SearchRequest {
  const chosen = (key: FilterKey, terms: readonly { readonly id: string }[]): string[] => {
    const asked = new Set(params.getAll(key));
    return terms.map(({ id }) => id).filter((id) => asked.has(id));
  };
  return {
    query: (params.get('q') ?? '').trim().slice(0, maxQueryLength),
    chosen: {
      level: chosen('level', levels),
      topic: chosen('topic', topics),
      jurisdiction: chosen('jurisdiction', jurisdictions),
    },
    isExact: params.get('as') === 'typed',
  };
}

/** Returns the part of the URL after `/search/`, which is empty for an empty search. */
export function writeSearchRequest({ query, chosen, isExact }: SearchRequest): string {
  const params = new URLSearchParams();
  if (query !== '') params.set('q', query);
  for (const { key } of filters) for (const id of chosen[key]) params.append(key, id);
  if (isExact && query !== '') params.set('as', 'typed');
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

export function isEmptyRequest({ query, chosen }: SearchRequest): boolean {
  return query === '' && filters.every(({ key }) => chosen[key].length === 0);
}

type Chosen = SearchRequest['chosen'];
type Filtered = Pick<SearchQuestion, 'level' | 'topics' | 'jurisdictions'>;

/**
 * True if a question passes all filters: for each filter with selected values, it has one of them.
 */
export function passes(question: Filtered | undefined, chosen: Chosen): boolean {
  return filters.every(
    ({ key }) =>
      chosen[key].length === 0 || valuesOf(question, key).some((id) => chosen[key].includes(id)),
  );
}

function valuesOf(question: Filtered | undefined, key: FilterKey): readonly string[] {
  if (question === undefined) return [];
  if (key === 'level') return [question.level];
  return key === 'topic' ? question.topics : question.jurisdictions;
}
