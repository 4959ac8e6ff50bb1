import type { SourceData } from '../../schemas/source.ts';
import { sourceKinds, sourceStatuses } from '../../schemas/source.ts';
import { tellsOwnStories } from '../guide/own-stories.ts';
import { closest } from '../words/closest.ts';
import type { ValidEntry, ValidQuestion } from './check-guide.ts';
import { type Issue, shown } from './issue.ts';
import { type AnyNode, attributeOf, hasAttribute, startOf, walk } from './node.ts';

/**
 * Minimum number of sources on a page, and on a behavioral page, which tells stories rather than
 * facts.
 */
const minSources = 3;
const minSourcesBehavioral = 1;

/** The sources by id. */
export type SourceTable = ReadonlyMap<string, ValidEntry<SourceData>>;

/** Checks that a page has enough sources, and that they exist and are current. */
export function checkCitations(
  question: ValidQuestion,
  tree: AnyNode,
  sources: SourceTable,
): Issue[] {
  const cites = walk(tree).filter((node) => node.name === 'Cite');
  return [
    ...cites.flatMap((node) => citationIssues(question.file, node, sources)),
    ...tooFew(question, cites, sources),
  ];
}

/** Checks that the worked examples of a page exist. */
export function checkWorked(file: string, tree: AnyNode, examples: ReadonlySet<string>): Issue[] {
  return walk(tree)
    .filter((node) => node.name === 'Worked' && !examples.has(attributeOf(node, 'id') ?? ''))
    .map((node) => {
      const id = attributeOf(node, 'id') ?? '';
      return {
        kind: 'worked-unknown',
        file,
        ...startOf(node),
        what: 'no worked example has this id',
        expected: closest(id, [...examples]) ?? 'an id from src/domain/worked/examples.ts',
        found: shown(id),
        fix: 'use an id from src/domain/worked/examples.ts',
      };
    });
}

/** Checks that the figures of a page exist. */
export function checkFigures(file: string, tree: AnyNode, figures: ReadonlySet<string>): Issue[] {
  return walk(tree)
    .filter((node) => node.name === 'Figure' && !figures.has(attributeOf(node, 'id') ?? ''))
    .map((node) => {
      const id = attributeOf(node, 'id') ?? '';
      return {
        kind: 'figure-unknown',
        file,
        ...startOf(node),
        what: 'no figure has this id',
        expected: closest(id, [...figures]) ?? 'the name of a file in src/components/figures/drawn',
        found: shown(id),
        fix: 'use the name of a file in src/components/figures/drawn, without its extension',
      };
    });
}

function citationIssues(file: string, node: AnyNode, sources: SourceTable): Issue[] {
  const id = attributeOf(node, 'id') ?? '';
  const source = sources.get(id);
  if (source === undefined) {
    return [
      {
        kind: 'source-unknown',
        file,
        ...startOf(node),
        what: 'no source has this id',
        expected: closest(id, [...sources.keys()]) ?? 'the name of a file in content/sources',
        found: shown(id),
        fix: 'check the id, or add a record for the source',
      },
    ];
  }
  const { status } = source.data;
  if (sourceStatuses[status].current || hasAttribute(node, 'history')) return [];
  return [
    {
      kind: 'source-superseded',
      file,
      ...startOf(node),
      what: `"${id}" is ${status}`,
      expected: 'a current source, or a citation marked as history',
      found: 'a citation of it as current',
      fix: `cite what replaced it, or write <Cite id="${id}" history /> where the text describes the past`,
    },
  ];
}

function tooFew(question: ValidQuestion, cites: readonly AnyNode[], sources: SourceTable): Issue[] {
  const ids = new Set(cites.map((node) => attributeOf(node, 'id') ?? ''));
  const kinds = [...ids].flatMap((id) => sources.get(id)?.data.kind ?? []);
  const least = tellsOwnStories(question.data.level) ? minSourcesBehavioral : minSources;
  const hasPrimary = kinds.some((kind) => sourceKinds[kind].primary);
  if (ids.size >= least && hasPrimary) return [];
  return [
    {
      kind: 'sources-few',
      file: question.file,
      line: 1,
      column: 1,
      what: ids.size < least ? 'the page has too few sources' : 'the page has no primary source',
      expected: `at least ${least}, one of them primary`,
      found: `${ids.size}`,
      fix: 'cite the law, guidance, study, or documentation behind the claims',
    },
  ];
}
