/** The search engine and its results. The dialog and the search page load them with the index. */
export { rememberSearch } from '../../browser/recent-searches.ts';
export { SearchEngine } from '../../browser/search-guide.ts';
export { AnswerView } from './answer-view.ts';
