import { describe, expect, it } from 'vitest';
import {
  labPages,
  searchData,
  searchTerms,
  sitePages,
} from '../../../src/domain/export/search-json.ts';
import { pathsBelow } from '../../../src/domain/links/paths.ts';
import { GuideIndex } from '../../../src/domain/search/guide-index.ts';
import { isSubject, wordsIn } from '../../../src/domain/search/words.ts';
import { guideOnDisk } from '../../support/guide-data.ts';

const guide = guideOnDisk();
const paths = pathsBelow('/');
const index = new GuideIndex(searchData(guide, sitePages(guide, paths)));
index.addTerms(searchTerms(guide, labPages(guide.labs, paths)), paths.glossary);

function found(query: string): string[] {
  return index.pages.search(index.read(query).units).map(({ url }) => url);
}

describe.each(guide.labs)('search finds the lab “$title”', ({ id, title, aliases }) => {
  const words = wordsIn(title).filter(isSubject);

  it.each(words)('by a word of its title: %s', (word) => {
    expect(found(word)).toContain(paths.lab(id));
  });

  it.each(aliases)('by another name, alone and as a calculator or demo: %s', (name) => {
    for (const query of [name, `${name} calculator`, `${name} demo`]) {
      expect(found(query), query).toContain(paths.lab(id));
    }
  });
});

it('search shows no lab for the subject of a question that no lab has', () => {
  for (const query of ['burnout', 'tell me about a mistake', 'patient portal login']) {
    expect(found(query).filter((url) => url.startsWith('/labs/'))).toEqual([]);
  }
});
