import type { LabData } from '../../schemas/lab.ts';
import type { PathData } from '../../schemas/path.ts';
import type { SourceData } from '../../schemas/source.ts';
import type { TermData } from '../../schemas/term.ts';
import { sourcesIn } from '../guide/citations.ts';
import { closest } from '../words/closest.ts';
import { unknownSource } from './check-citations.ts';
import { repeats, type ValidEntry, type ValidQuestion } from './check-guide.ts';
import { type Issue, issueAt, type Problem, shown } from './issue.ts';
import { areNaming, type SourceFile } from './read-page.ts';

export interface Library {
  readonly sources: readonly ValidEntry<SourceData>[];
  /**
   * Includes records with errors, so that the errors aren't reported again wherever such a record
   * is cited.
   */
  readonly sourceIds: readonly string[];
  readonly terms: readonly ValidEntry<TermData>[];
  /** Includes records with errors. */
  readonly termIds: readonly string[];
  readonly learningPaths: readonly ValidEntry<PathData>[];
  readonly labs: readonly ValidEntry<LabData>[];
}

type KeyPath = readonly PropertyKey[];

function at(
  { file, yaml }: ValidEntry<unknown>,
  path: KeyPath,
  kind: string,
  problem: Problem,
): Issue {
  return issueAt(kind, file, yaml.positionOf(path), problem);
}

interface Pages {
  readonly questions: readonly ValidQuestion[];
  /** Question pages, terms, and labs with errors. */
  readonly unread: readonly SourceFile[];
  /** Codes in the ledger for pages with errors. */
  readonly unreadCodes: readonly string[];
}

export function* checkLibrary(library: Library, pages: Pages): Generator<Issue> {
  const { questions, unread, unreadCodes } = pages;
  const isCode = (code: string): boolean =>
    questions.some(({ data }) => data.code === code) ||
    unreadCodes.includes(code) ||
    areNaming(unread, code);
  yield* repeatedSources(library);
  yield* uncitedSources(library, questions, unread);
  yield* repeatedTerms(library);
  yield* termReferences(library);
  yield* pathQuestions(library, isCode);
  yield* labReferences(library, isCode);
}

function* repeatedSources({ sources }: Library): Generator<Issue> {
  // Articles of the same law may have separate records with the same URL.
  const name = ({ data }: ValidEntry<SourceData>) =>
    `${data.title.toLowerCase()} ${data.published}`;
  for (const { first, again } of repeats(sources, name)) {
    yield at(again, ['title'], 'source-repeated', {
      what: 'another record has the same title and date',
      expected: 'one record per source',
      found: `the title of ${first.file}`,
      fix: 'keep one of the two and cite it',
    });
  }
}

function* uncitedSources(
  { sources, terms, labs }: Library,
  questions: readonly ValidQuestion[],
  unread: readonly SourceFile[],
): Generator<Issue> {
  const cited = new Set([
    ...questions.flatMap(({ body }) => sourcesIn(body)),
    ...terms.map(({ data }) => data.source),
    ...labs.flatMap(({ data }) => data.sources),
  ]);
  // A page with errors and no citations may have lost its text, which could have cited any source.
  const isEmpty = ({ file, text }: SourceFile): boolean =>
    file.endsWith('.mdx') && !text.includes('<Cite');
  if (unread.some(isEmpty)) return;
  const isUncited = (id: string): boolean => !cited.has(id) && !areNaming(unread, id);
  for (const source of sources.filter(({ id }) => isUncited(id))) {
    yield at(source, [], 'source-uncited', {
      what: `nothing cites "${source.id}"`,
      expected: 'a citation on a page, in the glossary, or in a lab',
      found: 'none',
      fix: 'cite it, or delete the record',
    });
  }
}

function* repeatedTerms({ terms }: Library): Generator<Issue> {
  for (const { first, again } of repeats(terms, ({ data }) => data.term)) {
    // Terms that share an acronym have different ids and list each other as look-alikes.
    if (names(first, again) && names(again, first)) continue;
    yield at(again, ['term'], 'term-repeated', {
      what: `the term "${again.data.term}" is already in the glossary`,
      expected: 'each term once, or two look-alikes that name each other',
      found: `the term of ${first.file}`,
      fix: 'merge the two, or add each to the other’s lookAlikes',
    });
  }
}

function names({ data }: ValidEntry<TermData>, { id }: ValidEntry<TermData>): boolean {
  return data.lookAlikes.some(({ term }) => term === id);
}

function* termReferences({ terms, termIds, sourceIds }: Library): Generator<Issue> {
  for (const entry of terms) {
    const { source, lookAlikes, searchAs } = entry.data;
    if (!sourceIds.includes(source)) {
      yield unknownSource(entry.file, entry.yaml.positionOf(['source']), source, sourceIds);
    }
    const others = lookAlikes.map(({ term }, index): [string, KeyPath] => [
      term,
      ['lookAlikes', index, 'term'],
    ]);
    if (searchAs !== undefined) others.push([searchAs, ['searchAs']]);
    for (const [term, path] of others) {
      if (termIds.includes(term) && term !== entry.id) continue;
      yield at(entry, path, 'term-unknown', {
        what: term === entry.id ? 'a term refers to itself' : 'no term has this id',
        expected: closest(term, termIds) ?? 'the name of a file in content/glossary',
        found: shown(term),
        fix: 'look the id up',
      });
    }
  }
}

type IsCode = (code: string) => boolean;

function* pathQuestions({ learningPaths }: Library, isCode: IsCode): Generator<Issue> {
  for (const path of learningPaths) {
    const listed = path.data.questions.map(({ code }) => code);
    for (const [index, code] of listed.entries()) {
      const isRepeated = listed.indexOf(code) < index;
      if (isCode(code) && !isRepeated) continue;
      yield at(path, ['questions', index, 'code'], 'path-question', {
        what: isRepeated ? `the path has "${code}" twice` : `no question has the code "${code}"`,
        expected: 'codes of different questions',
        found: shown(code),
        fix: 'use a code from code-ledger.yaml',
      });
    }
  }
}

function* labReferences({ labs, sourceIds }: Library, isCode: IsCode): Generator<Issue> {
  for (const lab of labs) {
    for (const [index, id] of lab.data.sources.entries()) {
      if (sourceIds.includes(id)) continue;
      yield unknownSource(lab.file, lab.yaml.positionOf(['sources', index]), id, sourceIds);
    }
    for (const [index, code] of lab.data.questions.entries()) {
      if (isCode(code)) continue;
      yield at(lab, ['questions', index], 'lab-question', {
        what: `no question has the code "${code}"`,
        expected: 'codes of questions',
        found: shown(code),
        fix: 'use a code from code-ledger.yaml',
      });
    }
  }
}
