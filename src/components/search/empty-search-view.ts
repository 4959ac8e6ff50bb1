import { readStorage } from '../../browser/local-storage.ts';
import { forgetSearches, recentSearches } from '../../browser/recent-searches.ts';
import { button, element } from '../button.ts';
import { searchAddress } from './search-address.ts';

export interface SearchStart {
  readonly name: string;
  readonly links: readonly HTMLAnchorElement[];
}

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
  const link = element('a', { href: searchAddress(query) }, query);
  link.dataset.query = query;
  return link;
}

/**
 * Returns the notes for an empty search field. If there are recent searches, a button clears them.
 * A line about today's questions is added a moment later.
 */
export function startNotes(whenForgotten: () => void): HTMLElement {
  const notes = document.createElement('div');
  if (recentSearches().length > 0) {
    const forget = button('Clear recent searches', () => {
      forgetSearches();
      whenForgotten();
    });
    notes.append(element('p', { className: 'recent' }, forget));
  }
  // Search works without the reader's records, so failures aren't reported.
  dueToday().then(
    (line) => line && notes.prepend(line),
    () => undefined,
  );
  return notes;
}

/** Returns a line about today's questions. Returns undefined if there is nothing to say. */
async function dueToday(): Promise<HTMLElement | undefined> {
  if (!readStorage('guide-marks')) return undefined;
  const { planToday } = await import('../home/plan-today.ts');
  const plan = await planToday(import.meta.env.BASE_URL);
  if (plan === undefined) return undefined;
  const link = element('a', { href: `${import.meta.env.BASE_URL}practice/#1.today` }, 'Practice');
  return element('p', { className: 'correction' }, `${plan}. `, link);
}
