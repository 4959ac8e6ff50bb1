import { filters } from '../../domain/search/search-request.ts';

const keys = ['q', ...filters.map(({ key }) => key)].join('|');

/**
 * Keeps the search page from showing the questions that it came with where the address holds a
 * search: they would be there for a moment. Without scripts they are what there is. It stands in
 * the page as it is here, so that a content policy can allow it by its hash.
 */
export const hideStart = `if(/[?&](${keys})=./.test(location.search))document.currentScript.parentElement.dataset.asked=''`;
