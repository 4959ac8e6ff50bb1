import { pathsBelow } from './domain/links/paths.ts';
import { searchAddresses } from './domain/search/search-addresses.ts';

/** The addresses of this build, below its base path. */
export const paths = pathsBelow(import.meta.env.BASE_URL);

const { bundle, index, page, glossary, questions } = searchAddresses(paths.home);

/**
 * What the search page needs to know of them, as attributes of its element: the code that knows them
 * is that of searching, which the page is without until somebody searches.
 */
export const searchAttributes = {
  'data-bundle': bundle,
  'data-index': index,
  'data-page': page,
  'data-glossary': glossary,
  'data-questions': questions,
};
