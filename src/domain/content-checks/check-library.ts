import type { PathData } from '../../schemas/path.ts';
import type { SourceData } from '../../schemas/source.ts';
import type { TermData } from '../../schemas/term.ts';
import { sourcesIn } from '../guide/citations.ts';
import { closest } from '../words/closest.ts';
import type { ValidEntry, ValidQuestion } from './check-guide.ts';
import { type Issue, type IssueKind, type Problem, shown } from './issue.ts';

/** Sources, glossary, and paths that fit their schemas. */
export interface Library {
  readonly sources: readonly ValidEntry<SourceData>[];
  readonly terms: readonly ValidEntry<TermData>[];
  readonly paths: readonly ValidEntry<PathData>[];
}

function at(
  entry: ValidEntry<unknown>,
  path: readonly PropertyKey[],
  kind: IssueKind,
  problem: Problem,
): Issue {
  return { kind, file: entry.file, ...entry.yaml.positionOf(path), ...problem };
}

/** Checks across sources, terms, paths and pages. */
export function checkLibrary(
  library: Library,
  questions: readonly ValidQuestion[],
  complete: boolean,
): Issue[] {
  return [
    ...repeatedSources(library),
    ...(complete ? uncitedSources(library, questions) : []),
    ...repeatedTerms(library),
    ...termReferences(library),
    ...(complete ? pathQuestions(library, questions) : []),
  ];
}

function repeatedSources({ sources }: Library): Issue[] {
  const seen = new Map<string, ValidEntry<SourceData>>();
  return sources.flatMap((source) => {
    // The articles of one law may have their own records with the same URL.
    const name = `${source.data.title.toLowerCase()} ${source.data.published}`;
    const first = seen.get(name);
    seen.set(name, first ?? source);
    if (first === undefined) return [];
    return at(source, ['title'], 'source-repeated', {
      what: 'another record has the same title and date',
      expected: 'one record for one source',
      found: `the title of ${first.file}`,
      fix: 'keep one of the two and cite it',
    });
  });
}

function uncitedSources({ sources, terms }: Library, questions: readonly ValidQuestion[]): Issue[] {
  const cited = new Set([
    ...questions.flatMap(({ body }) => sourcesIn(body)),
    ...terms.map(({ data }) => data.source),
  ]);
  return sources
    .filter(({ id }) => !cited.has(id))
    .map((source) =>
      at(source, [], 'source-uncited', {
        what: `nothing cites "${source.id}"`,
        expected: 'a citation on a page or in the glossary',
        found: 'none',
        fix: 'cite it, or delete the record',
      }),
    );
}

function repeatedTerms({ terms }: Library): Issue[] {
  const seen = new Map<string, ValidEntry<TermData>>();
  return terms.flatMap((entry) => {
    const first = seen.get(entry.data.term);
    // Two terms with the same acronym have different ids and list each other as look-alikes.
    const areLookAlikes =
      first?.data.lookAlikes.some(({ term }) => term === entry.id) === true &&
      entry.data.lookAlikes.some(({ term }) => term === first.id);
    seen.set(entry.data.term, first ?? entry);
    if (first === undefined || areLookAlikes) return [];
    return at(entry, ['term'], 'term-repeated', {
      what: `the term "${entry.data.term}" is already in the glossary`,
      expected: 'each term once, or two look-alikes that name each other',
      found: `the term of ${first.file}`,
      fix: 'merge the two, or add each to the other’s lookAlikes',
    });
  });
}

function termReferences({ terms, sources }: Library): Issue[] {
  const termIds = terms.map(({ id }) => id);
  const sourceIds = sources.map(({ id }) => id);
  return terms.flatMap((entry) => [
    ...(sourceIds.includes(entry.data.source)
      ? []
      : [
          at(entry, ['source'], 'source-unknown', {
            what: 'no source has this id',
            expected:
              closest(entry.data.source, sourceIds) ?? 'the name of a file in content/sources',
            found: shown(entry.data.source),
            fix: 'check the id, or add a record for the source',
          }),
        ]),
    ...otherTerms(entry).flatMap(({ term, path }) =>
      termIds.includes(term) && term !== entry.id
        ? []
        : at(entry, path, 'term-unknown', {
            what: term === entry.id ? 'a term names itself' : 'no term has this id',
            expected: closest(term, termIds) ?? 'the name of a file in content/glossary',
            found: shown(term),
            fix: 'look the id up',
          }),
    ),
  ]);
}

/** The terms that a term names, with positions: its look-alikes and its `searchAs`. */
function otherTerms({ data: { lookAlikes, searchAs } }: ValidEntry<TermData>) {
  return [
    ...lookAlikes.map(({ term }, index) => ({ term, path: ['lookAlikes', index, 'term'] })),
    ...(searchAs === undefined ? [] : [{ term: searchAs, path: ['searchAs'] }]),
  ];
}

function pathQuestions({ paths }: Library, questions: readonly ValidQuestion[]): Issue[] {
  const codes = questions.map(({ data }) => data.code);
  return paths.flatMap((path) =>
    path.data.questions.flatMap(({ code }, index) => {
      const isRepeated = path.data.questions.findIndex((other) => other.code === code) < index;
      if (codes.includes(code) && !isRepeated) return [];
      return at(path, ['questions', index, 'code'], 'path-question', {
        what: isRepeated ? `the path has "${code}" twice` : `no question has the code "${code}"`,
        expected: 'codes of different questions',
        found: shown(code),
        fix: 'use a code from code-ledger.yaml',
      });
    }),
  );
}
