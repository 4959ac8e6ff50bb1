import { pathsBelow } from './domain/links/paths.ts';

/** The addresses of this build, below its base path. */
export const paths = pathsBelow(import.meta.env.BASE_URL);

/** What search needs to know of them, as attributes of its elements. */
export const searchAttributes = {
  'data-bundle': paths.file('pagefind/'),
  'data-index': paths.file('data/search/'),
  'data-page': paths.search,
  'data-glossary': paths.glossary,
  'data-questions': paths.questions,
};
