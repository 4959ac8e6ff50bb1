/**
 * All that the dialog and the search page share, one file in the built site: it is asked for
 * together with the index, so that the first results need two requests.
 */
export { InstantIndex } from '../../browser/instant-index.ts';
export { rememberSearch } from '../../browser/recent-searches.ts';
export { listQuestions, type SearchAnswer, searchGuide } from '../../browser/search-guide.ts';
export { AnswerView, correctionNote } from './answer-view.ts';
export { openSearchDialog } from './search-dialog.ts';
