/** What the search page needs before a search. The message about results is loaded later. */

/** Maximum length of a query, in characters. */
export const maxQueryLength = 200;

/** Names of the groups of search results, in display order. */
export const groupNames = {
  terms: 'Meaning',
  pages: 'Labs and pages',
  questions: 'Questions',
} as const;

export const searchingMessage = 'Searching…';

export function failureMessage(isAnswered: boolean): string {
  return isAnswered
    ? 'These results are from titles and summaries only. We couldn’t load the full text.'
    : 'We couldn’t load search. Check your connection and try again.';
}
