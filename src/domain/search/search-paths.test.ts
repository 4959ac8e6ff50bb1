import { expect, it } from 'vitest';
import { pathsBelow } from '../links/paths.ts';
import { searchPaths } from './search-paths.ts';

it('has the same URLs that all other code creates', () => {
  const { file, question, ...own } = searchPaths('/guide/');
  const all = pathsBelow('/guide/');
  expect(all).toMatchObject(own);
  expect(file('pagefind/')).toBe(all.file('pagefind/'));
  expect(question('what-is-fhir')).toBe(all.question('what-is-fhir'));
});
