import { forgetSearches, recentSearches } from '../../browser/recent-searches.ts';
import { button, element } from '../button.ts';

/** What to offer before the reader has typed, by group. */
export interface SearchStart {
  readonly name: string;
  readonly links: readonly HTMLAnchorElement[];
}

/** Suggestions, and this device's last searches. */
export function searchStart(): SearchStart[] {
  const groups = [
    { name: 'Recent searches', queries: recentSearches() },
    { name: 'Try', queries: import.meta.env.SEARCH_SUGGESTIONS },
  ];
  return groups.flatMap(({ name, queries }) =>
    queries.length === 0 ? [] : [{ name, links: queries.map(queryLink) }],
  );
}

function queryLink(query: string): HTMLAnchorElement {
  const href = `${import.meta.env.BASE_URL}search/?q=${encodeURIComponent(query)}`;
  const link = element('a', { href }, query);
  link.dataset.query = query;
  return link;
}

/** A button that deletes the recent searches; undefined if there are none. */
export function forgetButton(then: () => void): HTMLElement | undefined {
  if (recentSearches().length === 0) return undefined;
  const forget = button('Clear recent searches', () => {
    forgetSearches();
    then();
  });
  return element('p', { className: 'recent' }, forget);
}
