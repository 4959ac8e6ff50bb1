import { expect, it } from 'vitest';
import { pathsBelow } from '../links/paths.ts';
import { searchAddresses } from './search-addresses.ts';

it('has the same URLs that all other code creates', () => {
  const paths = pathsBelow('/guide/');
  expect(searchAddresses('/guide/')).toEqual({
    bundle: paths.file('pagefind/'),
    data: paths.file('data/search/'),
    page: paths.search,
    glossary: paths.glossary,
    questions: paths.questions,
    topics: paths.topics,
  });
});
