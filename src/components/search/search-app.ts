/** The search engine and its results. They load when a reader is about to search. */
export { SearchEngine } from '../../browser/search-guide.ts';
export { AnswerView } from './answer-view.ts';
