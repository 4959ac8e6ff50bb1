/** The search engine and its results, which the dialog and the search page load with the index. */
export { rememberSearch } from '../../browser/recent-searches.ts';
export { SearchEngine } from '../../browser/search-guide.ts';
export { AnswerView } from './answer-view.ts';
