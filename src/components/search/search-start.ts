import { readStorage } from '../../browser/local-storage.ts';
import { forgetSearches, recentSearches } from '../../browser/recent-searches.ts';
import { readQuestionMarks } from '../../domain/progress/question-marks.ts';
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

/** A button that deletes the recent searches, and what is due today, which takes a moment to read. */
export function startNotes(whenForgotten: () => void): HTMLElement {
  const notes = document.createElement('div');
  if (recentSearches().length > 0) {
    const forget = button('Clear recent searches', () => {
      forgetSearches();
      whenForgotten();
    });
    notes.append(element('p', { className: 'recent' }, forget));
  }
  // Search works without the reader's records, so a failure isn't shown.
  dueToday().then(
    (line) => line && notes.prepend(line),
    () => undefined,
  );
  return notes;
}

/** Undefined for readers who haven't practiced. */
async function dueToday(): Promise<HTMLElement | undefined> {
  if (readQuestionMarks(readStorage('guide-marks')).size === 0) return undefined;
  const { planToday } = await import('../home/plan-today.ts');
  const plan = await planToday(import.meta.env.BASE_URL);
  if (plan === undefined) return undefined;
  const link = element('a', { href: `${import.meta.env.BASE_URL}practice/#1.today` }, 'Practice');
  return element('p', { className: 'correction' }, `${plan}. `, link);
}
